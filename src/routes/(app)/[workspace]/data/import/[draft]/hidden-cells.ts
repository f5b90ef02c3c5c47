import type { PreviewRow } from '$lib/survey/file/preview';

/** A row on a page: null stands for a cell nobody may see. */
export interface ShownRow {
  line: number;
  cells: (string | null)[];
}

/** Rows without the cells of columns with personal data. */
export const withoutHidden = (
  rows: readonly PreviewRow[],
  hidden: ReadonlySet<number>
): ShownRow[] =>
  rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, i) => (hidden.has(i) ? null : cell))
  }));
