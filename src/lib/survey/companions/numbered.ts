import type { OpenTable } from './table';

/**
 * Size of the largest family of columns of numbers that differ in a number at the end of their
 * headings: `PWEIGHT1` to `PWEIGHT80`.
 */
export function numberedColumns(table: OpenTable): number {
  const families = new Map<string, number>();
  for (const stem of stemsOf(table)) families.set(stem, (families.get(stem) ?? 0) + 1);
  return Math.max(0, ...families.values());
}

/** Little but numbered columns of decimals: weights of the respondents of another table. */
export function isTableOfWeights(table: OpenTable): boolean {
  const stems = stemsOf(table, /^\d+\.\d+$/);
  return stems.length >= 10 && stems.length >= table.headings.length - 6;
}

/** Headings without their numbers, of columns whose first cells are numbers. */
function stemsOf({ headings, opened }: OpenTable, number = /^-?\d*\.?\d+$/): string[] {
  const rows = opened.head.slice(opened.layout.headerRows, opened.layout.headerRows + 5);
  return headings.flatMap((heading, i) => {
    const stem = /^(.*?\D)\d{1,3}$/.exec(heading)?.[1];
    const isNumeric = rows.length > 0 && rows.every((row) => number.test(row[i] ?? ''));
    return stem !== undefined && isNumeric ? [stem] : [];
  });
}
