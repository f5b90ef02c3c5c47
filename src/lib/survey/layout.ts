import type { Issue } from '$lib/base/issue';
import { cellText, INVISIBLE_REMOVED } from './cell-text';
import type { ByteSource } from './bytes';
import { sniffDialect } from './dialect';
import { guessEncoding } from './encoding';
import { readLooseRecord } from './loose-record';
import { findOtherFileType } from './magic';
import type { FileLayout } from './plan';
import { normalisedPieces, textPieces, type TextPieces } from './text-pieces';

/** Characters looked at for delimiter, line ends and header. */
const HEAD = 1_048_576;
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

/**
 * Finds encoding, delimiter, line ends and the place of the header. How many records make the header is
 * for the format to say; here it is 1.
 */
export function openFile(source: ByteSource): Opening {
  const sample = source.read(0, ENCODING_SAMPLE).slice();
  const other = findOtherFileType(sample);
  if (other) return { ok: false, issues: [other] };
  if (sample.length === 0) return refuse('FILE_EMPTY');

  const guess = guessEncoding(sample);
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
  const hint = /^sep=(.)(\r\n|\r|\n)/i.exec(raw.text);
  if (hint) {
    skipBytes += hint[0].length * (guess.encoding.startsWith('utf-16') ? 2 : 1);
    raw = headText(textPieces(source, guess.encoding, skipBytes));
  }
  const head = headText(normalisedPieces(textPieces(source, guess.encoding, skipBytes)));
  if (head.text.trim() === '' && head.isWhole) return refuse('FILE_EMPTY');

  const dialect = sniffDialect(head.text, head.isWhole);
  const delimiter = hint?.[1] ?? dialect.delimiter;
  if (dialect.isUnsure && !hint)
    issues.push({ code: 'DELIMITER_UNSURE', severity: 'question', where: { line: 1 }, params: {} });
  const oneColumn = dialect.columns === 1 && !hint;
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
    backslashEscapes: dialect.backslashEscapes
  };
  const eol = eolIssue(layout.eol);
  if (eol) issues.push(eol);

  const records = numberedRecords(head.text, layout, head.isWhole);
  const start = headerStart(records.map((record) => record.cells));
  const header = records[start];
  layout.preambleRecords = start;
  layout.columns = header?.cells.length ?? 1;
  const headerLine = header?.line ?? 1;
  if (dialect.backslashEscapes) {
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

const refuse = (code: string): Opening => ({
  ok: false,
  issues: [{ code, severity: 'error', where: {}, params: {} }]
});

function headText(pieces: TextPieces): { text: string; isWhole: boolean } {
  let text = '';
  while (text.length < HEAD) {
    const piece = pieces.next();
    if (piece === null) return { text, isWhole: true };
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

function numberedRecords(text: string, layout: FileLayout, isLast: boolean): NumberedRecord[] {
  const records: NumberedRecord[] = [];
  const options = { ...layout, columns: null, isLast, maxCell: Number.POSITIVE_INFINITY };
  let line = layout.firstLine;
  for (let at = 0; at < text.length && records.length < 200;) {
    const record = readLooseRecord(text, at, options);
    if (record === null) break;
    const source = text.slice(at, record.end);
    records.push({ cells: record.cells, line, hasBackslash: source.includes('\\"') });
    line += source.split('\n').length - 1;
    at = record.end;
  }
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
