import { groupRows } from './grouping';
import { QueryError } from './data-source';
import type { Design } from '../design/design';
import type { DataSource } from './data-source';
import type { Answer } from './report';
import type { Spec } from './spec';

/** The weights of a design in file order, their sums, Kish's figures over all rows, and margins. */
export function weightFields(source: DataSource, spec: Spec, design: Design): Answer {
  const { excluded } = design;
  const weights = excluded ? design.weights.filter((_, i) => !excluded[i]) : design.weights;
  const n = weights.length;
  let sum = 0;
  let squares = 0;
  let min = Infinity;
  let max = -Infinity;
  let negative = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
    if (weight < min) min = weight;
    if (weight > max) max = weight;
    if (weight < 0) negative++;
  }
  const head = typeof spec['head'] === 'number' ? spec['head'] : n;
  return {
    n,
    sum,
    sum_squares: squares,
    min,
    max,
    mean: sum / n,
    n_negative: negative,
    kish_n_eff: (sum * sum) / squares,
    kish_deff: (n * squares) / (sum * sum),
    first_weights: [...weights.subarray(0, head)],
    margins: marginNames(spec).map((names) => marginTotals(source, names, design))
  };
}

function marginNames(spec: Spec): string[][] {
  const margins = spec['margins'] ?? [];
  const isNames = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((name) => typeof name === 'string');
  if (Array.isArray(margins) && margins.every(isNames)) return margins;
  throw new QueryError('field-invalid', { field: 'margins', expected: 'lists of column names' });
}

function marginTotals(source: DataSource, names: string[], { weights }: Design): Answer[] {
  const { groups, keys } = groupRows(source, names, 'all');
  const totals = new Float64Array(keys.length + 1);
  for (let i = 0; i < weights.length; i++) totals[groups.codes[i]!]! += weights[i]!;
  return keys.map((key, g) => ({ key, total: totals[g + 1]! }));
}
