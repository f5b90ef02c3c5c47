import Papa from 'papaparse';
import { readLooseRecord, type LooseOptions, type LooseRecord } from './loose-record';
import type { TextPieces } from './text-pieces';

/** Longest record in bytes; a quote still open after them is taken for text. */
export const MAX_RECORD = 8_388_608;

export interface RecordLayout {
  delimiter: string;
  backslashEscapes: boolean;
  /** width of a record; null while unknown */
  columns: number | null;
}

export interface RecordFault {
  /** a record that is too long is the last one read: what follows it is not */
  code: 'QUOTE_UNTERMINATED' | 'QUOTE_STRAY' | 'RECORD_TOO_LONG';
  /** physical line of the quote */
  line: number;
  cell: number;
}

/** Consecutive records. The cells are byte text and may share memory with the whole block. */
export interface RecordBlock {
  records: string[][];
  /** physical line (1-based) on which each record begins */
  line(index: number): number;
  faults: RecordFault[];
  /** the last record is the end of a file that was cut off: too short, with a quote still open */
  isCutOff: boolean;
}

/**
 * Cuts normalised text pieces into records with papaparse, a block at a time; the same records at every
 * piece size. Blank lines are records of one empty cell. A record with a faulty quote, and those after it
 * in its block, are read by `readLooseRecord`.
 *
 * papaparse is used through its `Parser`, fed slices that may end inside a record: given whole streams it
 * guesses line ends per chunk and splits multi-byte characters (its issues 751, 1132).
 *
 * @param pieces byte text with LF line ends
 * @param onBlock may return false to stop early
 */
export function readRecords(
  pieces: TextPieces,
  layout: RecordLayout,
  onBlock: (block: RecordBlock) => boolean | void
): void {
  const parser = new Papa.Parser({
    delimiter: layout.delimiter,
    newline: '\n',
    quoteChar: '"',
    escapeChar: layout.backslashEscapes ? '\\' : '"'
  });
  let buffer = '';
  let line = 1;
  // Bytes to gather before reading again: more while a record stays open, so the work stays linear.
  let wanted = 0;
  let isDamaged = false;
  for (;;) {
    const piece = pieces.next();
    const isLast = piece === null;
    if (piece !== null) buffer = buffer === '' ? piece : buffer + piece;
    if (!isLast && buffer.length < wanted) continue;
    if (isLast && buffer === '') return;

    let slice: Slice | null = isDamaged ? null : parseSlice(parser, buffer, isLast);
    // What papaparse says of a record may depend on the text held, where it is longer than allowed.
    isDamaged = slice === null || slice.isFaulty || buffer.length > MAX_RECORD;
    if (slice === null || isDamaged) slice = parseLoosely(buffer, layout, isLast, line);
    if (slice.records.length > 0) {
      const block = toBlock(slice, layout, line, buffer, isLast);
      line += block.newlines;
      if (onBlock(block) === false) return;
    }
    if (isLast) return;
    if (slice.consumed > 0) {
      buffer = buffer.slice(slice.consumed);
      isDamaged = false;
    }
    if (buffer.length >= MAX_RECORD && isTooLong(buffer, layout)) {
      onBlock(tooLong(line));
      return;
    }
    wanted = buffer.length + (buffer.length >> 1);
  }
}

/** The text begins with a record that does not end where records must. */
const isTooLong = (text: string, layout: RecordLayout): boolean =>
  readLooseRecord(text, 0, { ...layout, isLast: false, maxRecord: MAX_RECORD }) === null;

const tooLong = (line: number): RecordBlock => ({
  records: [],
  line: () => line,
  faults: [{ code: 'RECORD_TOO_LONG', line, cell: 0 }],
  isCutOff: false
});

interface Slice {
  records: string[][];
  consumed: number;
  isFaulty: boolean;
  faults: RecordFault[];
  lines: number[] | null;
}

interface PapaResult {
  data: string[][];
  errors: { row?: number }[];
  meta: { cursor: number };
}

function parseSlice(parser: Papa.Parser, text: string, isLast: boolean): Slice {
  const result = parser.parse(text, 0, !isLast) as PapaResult;
  const records = result.data;
  if (isLast && text.endsWith('\n')) {
    const tail = records[records.length - 1];
    if (tail?.length === 1 && tail[0] === '') records.pop();
  }
  // Also where the fault is in the record that is still open: papaparse would name it again and again.
  const isFaulty = result.errors.length > 0;
  const consumed = isLast ? text.length : result.meta.cursor;
  return { records, consumed, isFaulty, faults: [], lines: null };
}

function parseLoosely(
  text: string,
  layout: RecordLayout,
  isLast: boolean,
  firstLine: number
): Slice {
  const options: LooseOptions = { ...layout, isLast, maxRecord: MAX_RECORD };
  const slice: Slice = { records: [], consumed: 0, isFaulty: false, faults: [], lines: [] };
  let line = firstLine;
  while (slice.consumed < text.length) {
    const record = readLooseRecord(text, slice.consumed, options);
    if (record === null) break;
    slice.lines?.push(line);
    if (record.fault) slice.faults.push(locate(record, text, slice.consumed, line));
    line += countNewlines(text, slice.consumed, record.end);
    slice.records.push(record.cells);
    slice.consumed = record.end;
  }
  return slice;
}

const locate = (record: LooseRecord, text: string, start: number, line: number): RecordFault => ({
  code: record.fault?.code ?? 'QUOTE_STRAY',
  cell: record.fault?.cell ?? 0,
  line: line + countNewlines(text, start, record.fault?.at ?? start)
});

function countNewlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', start); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

function toBlock(
  slice: Slice,
  layout: RecordLayout,
  firstLine: number,
  text: string,
  isLast: boolean
): RecordBlock & { newlines: number } {
  const { records } = slice;
  const newlines = countNewlines(text, 0, slice.consumed);
  const ends = records.length - (isLast && !text.endsWith('\n') ? 1 : 0);
  let { lines } = slice;
  return {
    records,
    newlines,
    faults: slice.faults,
    isCutOff: isLast && !text.endsWith('\n') && isCutOff(slice, layout),
    line(index) {
      if (newlines === ends) return firstLine + index;
      lines ??= linesOf(records, firstLine);
      return lines[index] ?? firstLine;
    }
  };
}

function isCutOff(slice: Slice, layout: RecordLayout): boolean {
  const fault = slice.faults.at(-1);
  const last = slice.records.at(-1)?.length ?? 0;
  return (
    fault?.code === 'QUOTE_UNTERMINATED' &&
    fault.line === slice.lines?.at(-1) &&
    layout.columns !== null &&
    last < layout.columns
  );
}

/** Lines of records of which some span several. */
function linesOf(records: readonly string[][], firstLine: number): number[] {
  let line = firstLine;
  return records.map((record) => {
    const start = line;
    line++;
    for (const cell of record) line += countNewlines(cell, 0, cell.length);
    return start;
  });
}
