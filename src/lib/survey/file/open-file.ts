import type { Issue } from '$lib/base/issue';
import type { FileLayout } from '../plan';
import type { ByteSource } from './bytes';
import { cellText, INVISIBLE_REMOVED } from './cell-text';
import { sniffDialect } from './dialect';
import { guessEncoding } from './encoding';
import { findOtherFileType } from './file-type';
import { readLooseRecord } from './loose-record';
import { MAX_RECORD } from './records';
import { normalisedPieces, textPieces, type TextPieces } from './text-pieces';

/** Characters looked at for delimiter, line ends and header. */
const HEAD = 1_048_576;
/** ... or so many lines, where a header is longer than that. */
const HEAD_LINES = 5;
/** More columns than any survey has; a plan, its page and its columns would not fit in memory. */
const MOST_COLUMNS = 20_000;
/** CR alone ends lines too. */
const LINE_END = /[\r\n]/;
/** Bytes looked at for the encoding. */
const ENCODING_SAMPLE = 8_388_608;

/** A file whose bytes are understood: how to read it, and its first records. */
export interface OpenedFile {
  layout: FileLayout;
  /** records from the header on, cleaned; at most 200 */
  head: string[][];
  /** physical line of the first header record */
  headerLine: number;
  /** text of the records before the header */
  preamble: string[];
  /** the file begins with a UTF-8 byte order mark */
  hasByteOrderMark: boolean;
  /** number of bytes looked at covers the file */
  isWhole: boolean;
  issues: Issue[];
}

export type Opening = { ok: true; file: OpenedFile } | { ok: false; issues: Issue[] };

/** What a person says of a file, where it was read otherwise. */
export type LayoutOverride = Partial<
  Pick<FileLayout, 'encoding' | 'delimiter' | 'preambleRecords' | 'headerRows' | 'backslashEscapes'>
>;

/**
 * Finds encoding, delimiter, line ends and the place of the header. How many records make the header is
 * for the format to say; here it is 1.
 *
 * @param said is taken without looking
 */
export function openFile(source: ByteSource, said: LayoutOverride = {}): Opening {
  const sample = source.read(0, ENCODING_SAMPLE).slice();
  const other = findOtherFileType(sample);
  if (other) return { ok: false, issues: [other] };
  if (sample.length === 0) return refuse('FILE_EMPTY');

  const guessed = guessEncoding(sample);
  const guess = said.encoding
    ? { ...guessed, encoding: said.encoding, guessedAtLine: null }
    : guessed;
  const issues: Issue[] = [];
  if (guess.guessedAtLine !== null)
    issues.push({
      code: 'ENCODING_GUESSED',
      severity: 'repaired',
      where: { line: guess.guessedAtLine },
      params: { encoding: guess.encoding }
    });

  let skipBytes = guess.bom;
  let raw = headText(textPieces(source, guess.encoding, skipBytes));
  const hint = /^sep=([^"])(\r\n|\r|\n)/i.exec(raw.text);
  if (hint) {
    skipBytes += hint[0].length * (guess.encoding.startsWith('utf-16') ? 2 : 1);
    raw = headText(textPieces(source, guess.encoding, skipBytes));
  }
  const head = headText(normalisedPieces(textPieces(source, guess.encoding, skipBytes)));
  if (head.text.trim() === '' && head.isWhole) return refuse('FILE_EMPTY');
  if (!head.isWhole && !head.text.includes('\n'))
    return refuse('RECORD_TOO_LONG', { megabytes: MAX_RECORD / 2 ** 20 }, 1);

  const dialect = sniffDialect(head.text, head.isWhole);
  const delimiter = said.delimiter ?? hint?.[1] ?? dialect.delimiter;
  if (dialect.isUnsure && !hint && said.delimiter === undefined)
    issues.push({ code: 'DELIMITER_UNSURE', severity: 'question', where: { line: 1 }, params: {} });
  const oneColumn = dialect.columns === 1 && !hint && said.delimiter === undefined;
  const layout: FileLayout = {
    encoding: guess.encoding,
    skipBytes,
    firstLine: hint ? 2 : 1,
    // A file of one column has no delimiter: the unit separator stands in, which text never holds.
    delimiter: oneColumn ? '\u001f' : delimiter,
    eol: lineEnds(raw.text),
    preambleRecords: 0,
    headerRows: 1,
    columns: 1,
    backslashEscapes: said.backslashEscapes ?? dialect.backslashEscapes
  };
  const eol = eolIssue(layout.eol);
  if (eol) issues.push(eol);

  const records = numberedRecords(head.text, layout, head.isWhole).map((record) => ({
    ...record,
    line: source.lineOf?.(record.line) ?? record.line
  }));
  const start = said.preambleRecords ?? headerStart(records.map((record) => record.cells));
  const header = records[start];
  layout.preambleRecords = start;
  layout.columns = header?.cells.length ?? 1;
  const headerLine = header?.line ?? 1;
  if (layout.columns > MOST_COLUMNS)
    return refuse('TOO_MANY_COLUMNS', { columns: layout.columns, most: MOST_COLUMNS }, headerLine);
  if (layout.backslashEscapes) {
    const line = records.find((record) => record.hasBackslash)?.line ?? headerLine;
    issues.push({ code: 'ESCAPE_BACKSLASH', severity: 'repaired', where: { line }, params: {} });
  }
  const preamble = records
    .slice(0, start)
    .map((record) => record.cells.filter((cell) => cell.trim() !== '').join(' '))
    .filter((text) => text !== '')
    .map((text) => cellText(text).text);
  if (preamble.length > 0)
    issues.push({
      code: 'PREAMBLE_SKIPPED',
      severity: 'repaired',
      where: { line: records[0]?.line ?? 1 },
      params: { count: headerLine - (records[0]?.line ?? 1), text: preamble[0] ?? '' }
    });
  const cleaned = records.slice(start).map((record) => record.cells.map((cell) => cellText(cell)));
  if (cleaned[0]?.some((cell) => (cell.flags & INVISIBLE_REMOVED) !== 0))
    issues.push({
      code: 'INVISIBLE_CHARACTERS',
      severity: 'repaired',
      where: { line: headerLine },
      params: {}
    });
  return {
    ok: true,
    file: {
      layout,
      head: cleaned.map((record) => record.map((cell) => cell.text)),
      headerLine,
      preamble,
      hasByteOrderMark: guess.encoding === 'utf-8' && guess.bom > 0,
      isWhole: head.isWhole,
      issues
    }
  };
}

const refuse = (code: string, params: Issue['params'] = {}, line?: number): Opening => ({
  ok: false,
  issues: [{ code, severity: 'error', where: line === undefined ? {} : { line }, params }]
});

function headText(pieces: TextPieces): { text: string; isWhole: boolean } {
  let text = '';
  let lines = 0;
  while (text.length < HEAD || (lines < HEAD_LINES && text.length < MAX_RECORD)) {
    const piece = pieces.next();
    if (piece === null) return { text, isWhole: true };
    for (let i = piece.search(LINE_END); i >= 0 && lines < HEAD_LINES; lines++) {
      const next = piece.slice(i + 1).search(LINE_END);
      i = next < 0 ? -1 : i + 1 + next;
    }
    text += piece;
  }
  return { text, isWhole: false };
}

/** Line ends outside quotes. */
function lineEnds(text: string): FileLayout['eol'] {
  let inQuotes = false;
  let crlf = 0;
  let lf = 0;
  let cr = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) {
        crlf++;
        i++;
      } else cr++;
    } else if (code === 10) lf++;
  }
  const kinds = [crlf, lf, cr].filter((count) => count > 0).length;
  if (kinds === 0) return 'none';
  if (kinds > 1) return 'mixed';
  return crlf > 0 ? 'crlf' : lf > 0 ? 'lf' : 'cr';
}

function eolIssue(eol: FileLayout['eol']): Issue | null {
  if (eol === 'mixed')
    return { code: 'MIXED_EOL', severity: 'repaired', where: { line: 1 }, params: {} };
  if (eol === 'cr') return { code: 'CR_ONLY', severity: 'note', where: { line: 1 }, params: {} };
  return null;
}

interface NumberedRecord {
  cells: string[];
  line: number;
  hasBackslash: boolean;
}

/** @param isLast the text is the whole file */
function numberedRecords(text: string, layout: FileLayout, isLast: boolean): NumberedRecord[] {
  const records: NumberedRecord[] = [];
  const options = { ...layout, columns: null, isLast, maxRecord: Number.POSITIVE_INFINITY };
  let line = layout.firstLine;
  for (let at = 0; at < text.length && records.length < 200;) {
    const record = readLooseRecord(text, at, options);
    if (record === null) break;
    const source = text.slice(at, record.end);
    records.push({ cells: record.cells, line, hasBackslash: source.includes('\\"') });
    line += source.split('\n').length - 1;
    at = record.end;
  }
  // A quote that stays open to the end of the sample is taken for text, as the reader will take it.
  if (!isLast && records.length < HEAD_LINES) return numberedRecords(text, layout, true);
  return records;
}

/** Index of the header: the first record of the widest steady block that is more than a title. */
function headerStart(records: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const record of records)
    if (!isBlank(record)) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  const [modal = 1] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  const filled = (record: readonly string[]): number =>
    record.filter((cell) => cell.trim() !== '').length;
  for (let i = 0; i < Math.min(records.length, 50); i++) {
    const record = records[i] ?? [];
    if (isBlank(record)) continue;
    const isComment = modal > 1 && /^#\s/.test(record[0] ?? '');
    const isNarrow = record.length < modal / 2 || (modal > 1 && record.length === 1);
    const isTitle = modal >= 5 && filled(record) <= 2;
    if (!isComment && !isNarrow && !isTitle) return i;
  }
  return Math.max(
    0,
    records.findIndex((record) => !isBlank(record))
  );
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');
