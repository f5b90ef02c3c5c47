import { auxiliaryColumns, crossProducts } from '../design/auxiliary';
import { ModelError } from './model-error';
import { solver } from '../numeric/solve';
import type { AuxiliaryColumns, AuxiliaryTerm } from '../design/auxiliary';
import type { Column, Groups } from '../design/domain';

/** A term of a model: a number, or a category whose first label is the reference. */
export type ModelTerm =
  | { name: string; kind: 'number'; values: Column }
  | { name: string; kind: 'category'; category: Groups };

/** The columns of a model, with numbers around their mean in units of their spread. */
export interface ModelColumns {
  names: readonly string[];
  columns: AuxiliaryColumns;
  /** what each column was lessened and divided by; 0 and 1 for categories */
  centre: readonly number[];
  spread: readonly number[];
}

/** A number varies when its spread is more than rounding beside its size. */
const roundingSpread = 1e-12;

/**
 * Intercept, numbers, and one column for each level after the first of a category.
 *
 * @param weights 0 for rows that are not used
 * @throws ModelError when a level has no row or a column is explained by those before it
 */
export function modelColumns(terms: readonly ModelTerm[], weights: Float64Array): ModelColumns {
  const names = ['(Intercept)'];
  const centre = [0];
  const spread = [1];
  const made: AuxiliaryTerm[] = [{ kind: 'number', values: weights.map(() => 1) }];
  for (const term of terms) {
    if (term.kind === 'category') {
      const { codes, labels } = term.category;
      refuseEmptyLevels(term.name, term.category, weights);
      made.push({
        kind: 'category',
        codes: Uint32Array.from(codes, (code) => Math.max(0, code - 1)),
        size: labels.length - 1
      });
      for (const label of labels.slice(1)) {
        names.push(`${term.name}=${label}`);
        centre.push(0);
        spread.push(1);
      }
    } else {
      const { values, mean, size } = standardized(term.values, weights);
      made.push({ kind: 'number', values });
      names.push(term.name);
      centre.push(mean);
      spread.push(size);
    }
  }
  const columns = auxiliaryColumns(made);
  refuseCollinear(columns, names, weights);
  return { names, columns, centre, spread };
}

function refuseEmptyLevels(term: string, { codes, labels }: Groups, weights: Float64Array): void {
  const found = new Uint8Array(labels.length + 1);
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) found[codes[i]!] = 1;
  labels.forEach((level, l) => {
    if (found[l + 1] === 0) throw new ModelError('term-without-level', { term, level });
  });
}

function standardized(
  values: Column,
  weights: Float64Array
): { values: Float64Array; mean: number; size: number } {
  let total = 0;
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    total += weights[i]!;
    sum += weights[i]! * values[i]!;
    largest = Math.max(largest, Math.abs(values[i]!));
  }
  const mean = sum / total;
  let squares = 0;
  for (let i = 0; i < weights.length; i++)
    if (weights[i] !== 0) squares += weights[i]! * (values[i]! - mean) ** 2;
  const spread = Math.sqrt(squares / total);
  const varies = spread > roundingSpread * largest;
  const size = varies ? spread : 1;
  return {
    values: values.map((x, i) => (weights[i] === 0 || !varies ? 0 : (x - mean) / size)),
    mean,
    size
  };
}

function refuseCollinear(
  columns: AuxiliaryColumns,
  names: readonly string[],
  weights: Float64Array
): void {
  const { count } = columns;
  const matrix = crossProducts(columns, weights);
  if (solver(matrix, count).rank === count) return;
  for (let size = 1; size <= count; size++) {
    const leading = new Float64Array(size * size);
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) leading[a * size + b] = matrix[a * count + b]!;
    if (solver(leading, size).rank < size)
      throw new ModelError('terms-collinear', { term: names[size - 1]! });
  }
}
