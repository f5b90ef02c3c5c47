import { domainCells } from './domain';
import { tabulate } from './tabulate';
import type { Design } from './design';
import type { Groups, Within } from './domain';
import type { Tabulation } from './tabulation';

/** Two categories crossed. Matrices have one row per label of `rows`, one column per label of `columns`. */
export interface Crosstab {
  rows: readonly string[];
  columns: readonly string[];
  /** respondents with both answers */
  n: number;
  counts: number[][];
  /** sums of weights */
  weighted: number[][];
  /** share of everyone with both answers, 0..1; null when the base is 0 */
  shareOfAll: (number | null)[][];
  /** share of the row */
  shareOfRow: (number | null)[][];
  /** share of the column */
  shareOfColumn: (number | null)[][];
}

/** A table as a tabulation: cell (r, c) is `r * columns + c`. */
export interface CrossedCells {
  rows: readonly string[];
  columns: readonly string[];
  tabulation: Tabulation;
}

/** Rows with a label in both, inside the domain, by cell; the others lie in no cell. */
export function crossCells(
  design: Design,
  rows: Groups,
  columns: Groups,
  within: Within
): CrossedCells {
  const width = columns.labels.length;
  const byRow = domainCells(design, within, [], rows);
  const byColumn = domainCells(design, within, [], columns);
  const cells = rows.labels.length * width;
  const cell = byRow.cell.map((r, i) => {
    const c = byColumn.cell[i]!;
    return r < byRow.cells && c < byColumn.cells ? r * width + c : cells;
  });
  return {
    rows: rows.labels,
    columns: columns.labels,
    tabulation: tabulate(design, { cell, cells })
  };
}

/**
 * Table of two categories in a domain: respondents, people they stand for, and shares on three bases.
 * A respondent who lacks either answer is in no cell.
 *
 * @param rows, columns code 0 = missing or not a category asked for
 *
 * Same numbers as R survey's `svytable`, see tests/conformance (family table).
 */
export function crossTabulate(
  design: Design,
  rows: Groups,
  columns: Groups,
  options: { within: Within }
): Crosstab {
  const { tabulation } = crossCells(design, rows, columns, options.within);
  const width = columns.labels.length;
  const matrix = (at: (cell: number) => number): number[][] =>
    rows.labels.map((_, r) => columns.labels.map((__, c) => at(r * width + c)));
  const counts = matrix((cell) => tabulation.n[cell]!);
  const weighted = matrix((cell) => tabulation.totals[cell]!);
  const byRow = weighted.map(sum);
  const byColumn = columns.labels.map((_, c) => sum(weighted.map((line) => line[c]!)));
  const all = sum(byRow);
  const shares = (base: (r: number, c: number) => number): (number | null)[][] =>
    weighted.map((line, r) =>
      line.map((weight, c) => (base(r, c) > 0 ? weight / base(r, c) : null))
    );
  return {
    rows: rows.labels,
    columns: columns.labels,
    n: sum(counts.map(sum)),
    counts,
    weighted,
    shareOfAll: shares(() => all),
    shareOfRow: shares((r) => byRow[r]!),
    shareOfColumn: shares((_, c) => byColumn[c]!)
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);
