import { domainCells } from '../design/domain';
import type { Design } from '../design/design';
import type { Column, Within } from '../design/domain';

/** How well some items go together as one scale. Null where variances leave it undefined. */
export interface ScaleReliability {
  /** people with every item answered */
  n: number;
  /** Cronbach's alpha from covariances, every person counting alike */
  raw: number | null;
  /** the same from correlations: items on different scales */
  standardized: number | null;
  /** from weighted covariances: what the population would show */
  weighted: number | null;
  /** per item: correlation with the sum of the other items */
  itemRest: (number | null)[];
  /** per item: raw alpha of the others */
  withoutItem: (number | null)[];
}

/**
 * Cronbach's alpha (1951) of items that ask for one thing: k/(k-1) (1 - sum of variances / variance of
 * the sum), over people who answered all of them. Items are used as they are: turn a reversed one
 * around first.
 */
export function scaleReliability(
  design: Design,
  items: readonly Column[],
  { within }: { within: Within }
): ScaleReliability {
  const { cell } = domainCells(design, within, items);
  const rows: number[] = [];
  for (let i = 0; i < cell.length; i++) if (cell[i] === 0 && !design.excluded?.[i]) rows.push(i);
  const plain = covariances(items, rows, () => 1);
  const weighted = covariances(items, rows, (i) => design.weights[i]!);
  const all = items.map((_, k) => k);
  const others = (item: number): number[] => all.filter((k) => k !== item);
  return {
    n: rows.length,
    raw: rows.length > 1 ? alpha(plain, all) : null,
    standardized: rows.length > 1 ? standardizedAlpha(plain) : null,
    weighted: rows.length > 1 ? alpha(weighted, all) : null,
    itemRest: all.map((item) => (rows.length > 1 ? itemRest(plain, item, others(item)) : null)),
    withoutItem: all.map((item) => (rows.length > 1 ? alpha(plain, others(item)) : null))
  };
}

/** Sums of weighted products around the weighted means: alpha is the same whatever they are divided by. */
function covariances(
  items: readonly Column[],
  rows: readonly number[],
  weightOf: (row: number) => number
): number[][] {
  // Values are taken from the first one: large ones keep their digits, a constant has no spread at all.
  const start = items.map((column) => column[rows[0] ?? 0] ?? 0);
  let total = 0;
  const means = items.map(() => 0);
  for (const i of rows) {
    const weight = weightOf(i);
    total += weight;
    items.forEach((column, k) => (means[k]! += weight * (column[i]! - start[k]!)));
  }
  const products = items.map(() => items.map(() => 0));
  const gaps = new Float64Array(items.length);
  for (const i of rows) {
    const weight = weightOf(i);
    for (let k = 0; k < gaps.length; k++) gaps[k] = items[k]![i]! - start[k]! - means[k]! / total;
    for (let a = 0; a < gaps.length; a++)
      for (let b = 0; b <= a; b++) products[a]![b]! += weight * gaps[a]! * gaps[b]!;
  }
  return products.map((row, a) => row.map((_, b) => (b <= a ? row[b]! : products[b]![a]!)));
}

/** Variances of some items, and of their sum. */
function variancesOf(matrix: readonly (readonly number[])[], among: readonly number[]) {
  let own = 0;
  let sum = 0;
  for (const a of among) {
    own += matrix[a]![a]!;
    for (const b of among) sum += matrix[a]![b]!;
  }
  return { own, sum };
}

function alpha(matrix: readonly (readonly number[])[], among: readonly number[]): number | null {
  const { own, sum } = variancesOf(matrix, among);
  const k = among.length;
  return k > 1 && sum > 0 ? (k / (k - 1)) * (1 - own / sum) : null;
}

function standardizedAlpha(matrix: readonly (readonly number[])[]): number | null {
  const size = matrix.length;
  if (!matrix.every((row, k) => row[k]! > 0)) return null;
  const correlations = matrix.map((row, a) =>
    row.map((product, b) => product / Math.sqrt(matrix[a]![a]! * matrix[b]![b]!))
  );
  return alpha(
    correlations,
    Array.from({ length: size }, (_, k) => k)
  );
}

function itemRest(
  matrix: readonly (readonly number[])[],
  item: number,
  others: readonly number[]
): number | null {
  const { sum } = variancesOf(matrix, others);
  const own = matrix[item]![item]!;
  if (!(sum > 0 && own > 0)) return null;
  const shared = others.reduce((total, k) => total + matrix[item]![k]!, 0);
  return shared / Math.sqrt(sum * own);
}
