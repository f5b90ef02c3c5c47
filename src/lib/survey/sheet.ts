import type { ByteSource } from './bytes';
import { cellText, type CellText } from './cell-text';
import type { FileLayout } from './plan';
import { readRows } from './rows';

/** Cells of the sample; a bigger file is judged by its first rows. */
const SAMPLE_CELLS = 600_000;

/** The first rows of a file, cleaned, with what each column holds. */
export interface Sheet {
  /** header records, cleaned; each as wide as the layout */
  header: string[][];
  columns: SheetColumn[];
  /** cleaned cells by row */
  rows: string[][];
  /** physical line of each row */
  lines: number[];
  /** the sample is the whole file */
  isWhole: boolean;
}

export interface SheetColumn {
  index: number;
  /** first header record */
  heading: string;
  /** distinct cells that are not blank, with their counts, in order of appearance */
  values: Map<string, number>;
  blank: number;
  rows: number;
  /** first cell that had to be cleaned, by what was done (`cell-text.ts`) */
  cleaned: Map<number, { line: number; text: string }>;
  /** physical line of the first row that holds a cell */
  firstLine: Map<string, number>;
}

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
  const cleaned: Map<string, string>[] = columns.map(() => new Map<string, string>());
  const rows: string[][] = [];
  const lines: number[] = [];
  const limit = Math.max(2_000, Math.floor(SAMPLE_CELLS / width));
  const headings = columns.map((column) => column.heading);
  const tally = readRows(source, layout, { headings, limit }, (block) => {
    block.rows.forEach((row, i) => {
      lines.push(block.line(i));
      rows.push(
        columns.map((column, c) => {
          const raw = row[c] ?? '';
          let text = cleaned[c]?.get(raw);
          if (text === undefined) {
            const cell = cellText(raw);
            text = cell.text;
            cleaned[c]?.set(raw, text);
            if (cell.flags !== 0) note(column, cell, block.line(i));
            if (!column.firstLine.has(text)) column.firstLine.set(text, block.line(i));
          }
          column.rows++;
          if (text === '') column.blank++;
          else column.values.set(text, (column.values.get(text) ?? 0) + 1);
          return text;
        })
      );
    });
  });
  return { header, columns, rows, lines, isWhole: tally.isWhole };
}

const FLAGS = [1, 2, 4, 8, 16];

function note(column: SheetColumn, cell: CellText, line: number): void {
  for (const flag of FLAGS)
    if ((cell.flags & flag) !== 0 && !column.cleaned.has(flag))
      column.cleaned.set(flag, { line, text: cell.text });
}

/** The sheet without its last columns when neither heading nor any cell of them is filled. */
export function withoutBlankTail(sheet: Sheet): { sheet: Sheet; dropped: number } {
  let width = sheet.columns.length;
  const isBlank = (index: number): boolean =>
    sheet.header.every((record) => (record[index] ?? '') === '') &&
    sheet.columns[index]?.values.size === 0;
  while (sheet.isWhole && width > 1 && isBlank(width - 1)) width--;
  const dropped = sheet.columns.length - width;
  return { sheet: { ...sheet, columns: sheet.columns.slice(0, width) }, dropped };
}
