import { checkLength } from '../design/domain';
import { tabulate } from '../sums/tabulate';
import type { Design } from '../design/design';
import type { Groups, Within } from '../design/domain';
import type { Tabulation } from '../sums/tabulation';

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
  checkLength('rows', rows.codes.length, design.rows);
  checkLength('columns', columns.codes.length, design.rows);
  if (within !== 'all') checkLength('within', within.length, design.rows);
  const height = rows.labels.length;
  const width = columns.labels.length;
  const cells = height * width;
  const cell = new Uint32Array(design.rows).fill(cells);
  // One pass: the tables of a test wait for it more than for their sums.
  for (let i = 0; i < cell.length; i++) {
    const r = rows.codes[i]!;
    const c = columns.codes[i]!;
    if (r === 0 || r > height || c === 0 || c > width) continue;
    if (within === 'all' || within[i] === 1) cell[i] = (r - 1) * width + c - 1;
  }
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
