/**
 * A variable whose population totals are known, as columns of numbers per row: one 0/1 column for each
 * of `size` categories (code 0 = none of them), or the number itself.
 */
export type AuxiliaryTerm = (
  | { kind: 'category'; codes: ArrayLike<number>; size: number }
  | { kind: 'number'; values: Float64Array }
) & {
  /** what each row of the columns is multiplied by; absent = 1 */
  scale?: Float64Array;
};

/** Columns of several terms side by side: where each term starts, and how many there are. */
export interface AuxiliaryColumns {
  terms: readonly AuxiliaryTerm[];
  first: readonly number[];
  count: number;
}

/** Numbers the columns of the terms. */
export function auxiliaryColumns(terms: readonly AuxiliaryTerm[]): AuxiliaryColumns {
  const first: number[] = [];
  let count = 0;
  for (const term of terms) {
    first.push(count);
    count += term.kind === 'category' ? term.size : 1;
  }
  return { terms, first, count };
}

/**
 * Columns of a row that are not 0, into `at` and `value` (each as long as there are terms).
 *
 * @returns how many there are
 */
export function rowColumns(
  { terms, first }: AuxiliaryColumns,
  row: number,
  at: Uint32Array,
  value: Float64Array
): number {
  let found = 0;
  for (let t = 0; t < terms.length; t++) {
    const term = terms[t]!;
    if (term.kind === 'category') {
      const code = term.codes[row]!;
      if (code === 0) continue;
      at[found] = first[t]! + code - 1;
      value[found++] = term.scale ? term.scale[row]! : 1;
    } else {
      const number = term.values[row]! * (term.scale ? term.scale[row]! : 1);
      if (number === 0) continue;
      at[found] = first[t]!;
      value[found++] = number;
    }
  }
  return found;
}

/** Sum over rows of weight x column x column, row by row of a square matrix. */
export function crossProducts(columns: AuxiliaryColumns, weights: Float64Array): Float64Array {
  const { count, terms } = columns;
  const matrix = new Float64Array(count * count);
  const at = new Uint32Array(terms.length);
  const value = new Float64Array(terms.length);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const found = rowColumns(columns, i, at, value);
    for (let a = 0; a < found; a++)
      for (let b = 0; b < found; b++)
        matrix[at[a]! * count + at[b]!]! += weight * value[a]! * value[b]!;
  }
  return matrix;
}
