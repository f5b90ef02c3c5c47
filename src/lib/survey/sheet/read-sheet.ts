import { detached } from '../file/byte-text';
import type { ByteSource } from '../file/bytes';
import { CellMemory } from '../file/cell-memory';
import { cellText, type CellText } from '../file/cell-text';
import { readRows } from '../file/rows';
import type { FileLayout } from '../plan';
import type { Sheet, SheetColumn } from './sheet';

/** Cells of the sample; a bigger file is judged by its first rows. */
const SAMPLE_CELLS = 600_000;
/** Rows of the sample where so many cells are too few rows, and the cells they may come to. */
const FEWEST_ROWS = 2_000;
const MOST_CELLS = 4_000_000;
/** Characters of the sample, however few rows that makes: long answers are no reason to hold them all. */
const MOST_TEXT = 64_000_000;

/** Reads the sample a plan is made from. */
export function readSheet(source: ByteSource, layout: FileLayout, header: string[][]): Sheet {
  const width = layout.columns;
  const columns: SheetColumn[] = Array.from({ length: width }, (_, index) => ({
    index,
    heading: header[0]?.[index] ?? '',
    values: new Map<string, number>(),
    blank: 0,
    rows: 0,
    cleaned: new Map<number, { line: number; text: string }>(),
    firstLine: new Map<string, number>()
  }));
  const readers = columns.map((column) => new ColumnReader(column));
  const rows: string[][] = [];
  const lines: number[] = [];
  const headings = columns.map((column) => column.heading);
  let text = 0;
  const tally = readRows(source, layout, { headings, limit: rowLimit(width) }, (block) => {
    for (let i = 0; i < block.rows.length; i++) {
      const row = block.rows[i] ?? [];
      const line = block.line(i);
      const cells = new Array<string>(width);
      for (let c = 0; c < width; c++) {
        const raw = row[c] ?? '';
        text += raw.length;
        cells[c] = readers[c]?.read(raw, line) ?? '';
      }
      lines.push(line);
      rows.push(cells);
    }
    return text < MOST_TEXT;
  });
  const blank = readers.filter((reader) => reader.filled === 0);
  if (!tally.isWhole && blank.length > 0) readFurther(source, layout, headings, blank);
  for (const reader of readers) reader.finish();
  return { header, columns, rows, lines, isWhole: tally.isWhole };
}

/** Answers that are looked at of a column whose first rows are blank. */
const LATE_ANSWERS = 2_000;

/**
 * Looks further down for columns that are blank in the first rows: a question may have been added when
 * the survey was under way, and no column is taken for empty that is not.
 */
function readFurther(
  source: ByteSource,
  layout: FileLayout,
  headings: readonly string[],
  blank: readonly ColumnReader[]
): void {
  let open = blank;
  readRows(source, layout, { headings }, (block) => {
    for (let i = 0; i < block.rows.length; i++)
      for (const reader of open) {
        const raw = block.rows[i]?.[reader.index] ?? '';
        if (raw !== '') reader.read(raw, block.line(i));
      }
    open = open.filter((reader) => reader.filled < LATE_ANSWERS);
    return open.length > 0;
  });
}

/** Rows of a sample whose rows have so many cells. */
export const rowLimit = (width: number): number =>
  Math.max(Math.floor(SAMPLE_CELLS / width), Math.min(FEWEST_ROWS, Math.floor(MOST_CELLS / width)));

/** Cleans and counts the cells of one column: each different cell is cleaned once. */
class ColumnReader {
  private readonly numberOf = new CellMemory();
  private readonly seen: { text: string; count: number }[] = [];

  /** cells so far that are not blank */
  filled = 0;

  constructor(private readonly column: SheetColumn) {}

  get index(): number {
    return this.column.index;
  }

  read(raw: string, line: number): string {
    const number = this.numberOf.get(raw) ?? this.learn(raw, line);
    const cell = this.seen[number];
    if (!cell) return '';
    cell.count++;
    if (cell.text !== '') this.filled++;
    return cell.text;
  }

  finish(): void {
    const { column } = this;
    for (const { text, count } of this.seen) {
      column.rows += count;
      if (text === '') column.blank += count;
      else column.values.set(text, (column.values.get(text) ?? 0) + count);
    }
  }

  private learn(raw: string, line: number): number {
    const cell = cellText(raw);
    const text = detached(cell.text);
    if (cell.flags !== 0) note(this.column, cell, line);
    if (!this.column.firstLine.has(text)) this.column.firstLine.set(text, line);
    const number = this.seen.push({ text, count: 0 }) - 1;
    this.numberOf.set(raw, number);
    return number;
  }
}

const FLAGS = [1, 2, 4, 8, 16];

function note(column: SheetColumn, cell: CellText, line: number): void {
  for (const flag of FLAGS)
    if ((cell.flags & flag) !== 0 && !column.cleaned.has(flag))
      column.cleaned.set(flag, { line, text: cell.text });
}
