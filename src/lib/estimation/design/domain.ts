import { DesignError } from './design-error';
import type { Design } from './design';
import type { Keys } from './units';

/** A numeric column of length `rows`; NaN = missing. */
export type Column = Float64Array;

/** Rows that form the domain (the denominator): 1 = inside; `'all'` = every row. */
export type Within = 'all' | Uint8Array;

/** Groups of rows: code 0 = in no group, code g = `labels[g - 1]`. */
export type Groups = Keys;

/** Which rows are added up where, and what is added. */
export interface TabulationRequest {
  /** cell of each row; `cells` or more = in no cell */
  cell: Uint32Array;
  cells: number;
  /** columns of length `rows`, finite wherever a row is in a cell */
  measures?: readonly Float64Array[];
}

/**
 * Cell of each row: its group (0-based) when it is inside the domain, has a group and no value is
 * missing; otherwise `cells`, that is none. Rows are never removed, only left out of every cell.
 */
export function domainCells(
  design: Design,
  within: Within,
  values: readonly Column[],
  groups: Groups | null = null
): TabulationRequest {
  const { rows } = design;
  const cells = groups ? groups.labels.length : 1;
  const cell = new Uint32Array(rows);
  if (groups) {
    checkLength('groups', groups.codes.length, rows);
    for (let i = 0; i < rows; i++) {
      const code = groups.codes[i]!;
      cell[i] = code === 0 ? cells : code - 1;
    }
  }
  if (within !== 'all') {
    checkLength('within', within.length, rows);
    for (let i = 0; i < rows; i++) if (within[i] !== 1) cell[i] = cells;
  }
  for (const column of values) {
    checkLength('values', column.length, rows);
    for (let i = 0; i < rows; i++) {
      const value = column[i]!;
      if (Number.isNaN(value)) cell[i] = cells;
      else if (!Number.isFinite(value)) throw new DesignError('value-not-finite', { row: i + 1 });
    }
  }
  return { cell, cells };
}

/** @throws DesignError when a column is not as long as the design */
export function checkLength(column: string, found: number, expected: number): void {
  if (found !== expected) throw new DesignError('column-length', { column, found, expected });
}

/**
 * The column with a number taken away that brings it near 0, when its values are large beside their
 * range (timestamps, 1e9 plus cents): sums of squares then keep their digits. Rows in no cell become 0.
 */
export function shifted(
  column: Column,
  { cell, cells }: { cell: Uint32Array; cells: number }
): { values: Float64Array; shift: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < column.length; i++) {
    if (cell[i]! >= cells) continue;
    const value = column[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const isFar = low <= high && low * high > 0 && high - low < Math.abs(low + high) / 16;
  if (!isFar) return { values: column, shift: 0 };
  const shift = low + (high - low) / 2;
  return { values: column.map((value) => value - shift), shift };
}
