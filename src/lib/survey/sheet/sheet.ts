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
  /** first cell that had to be cleaned, by what was done (`file/cell-text.ts`) */
  cleaned: Map<number, { line: number; text: string }>;
  /** physical line of the first row that holds a cell */
  firstLine: Map<string, number>;
}

/** The sheet without the rows on these lines. */
export function withoutLines(sheet: Sheet, lines: readonly number[]): Sheet {
  if (lines.length === 0) return sheet;
  const without = new Set(lines);
  return onlyRows(sheet, (i) => !without.has(sheet.lines[i] ?? 0));
}

/** The sheet with no more than so many rows; fewer than there are make it a sample. */
export const firstRows = (sheet: Sheet, count: number): Sheet =>
  sheet.rows.length <= count ? sheet : { ...onlyRows(sheet, (i) => i < count), isWhole: false };

function onlyRows(sheet: Sheet, isKept: (index: number) => boolean): Sheet {
  const rows = sheet.rows.filter((_, i) => isKept(i));
  const columns = sheet.columns.map((column) => {
    const values = new Map<string, number>();
    let blank = 0;
    for (const row of rows) {
      const text = row[column.index] ?? '';
      if (text === '') blank++;
      else values.set(text, (values.get(text) ?? 0) + 1);
    }
    return { ...column, values, blank, rows: rows.length };
  });
  return { ...sheet, rows, columns, lines: sheet.lines.filter((_, i) => isKept(i)) };
}

/** The sheet without its last columns when neither heading nor any cell of them is filled. */
export function withoutBlankTail(sheet: Sheet): Sheet {
  let width = sheet.columns.length;
  const isBlank = (index: number): boolean =>
    sheet.header.every((record) => (record[index] ?? '') === '') &&
    sheet.columns[index]?.values.size === 0;
  while (sheet.isWhole && width > 1 && isBlank(width - 1)) width--;
  return { ...sheet, columns: sheet.columns.slice(0, width) };
}
