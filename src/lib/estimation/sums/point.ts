import { place } from './score';
import type { Score } from './score';
import type { Tabulation } from './tabulation';

/** Why a number is missing. */
export type UndefinedReason =
  | 'no-positive-weight'
  | 'zero-denominator'
  | 'too-few-groups'
  | 'every-stratum-lonely'
  | 'no-degrees-of-freedom'
  | 'method-not-defined';

/** A point estimate with its score and what a simple random sample would show. */
export interface Point {
  value: number;
  score: Score;
  /** weighted variance of the variable over the rows used (divisor: sum of weights); null if unknown */
  spread: number | null;
  /** 1 for a mean, the sum of weights for a total */
  scale: number;
}

/** Below this share of its mean square a variance is rounding, and the variable is constant. */
const roundingShare = 1e-14;

interface Sums {
  weight: number;
  total: number;
  square: number;
}

const placesOf = (tabulation: Tabulation, cells: readonly number[], measure = 0): number[] =>
  cells.map((c) => place(tabulation, c, measure));

/** Sum of some places of a block of sums that starts at `from`. */
function addUp(sums: Float64Array, from: number, places: readonly number[]): number {
  let total = 0;
  for (const at of places) total += sums[from + at]!;
  return total;
}

function sumOver(tabulation: Tabulation, cells: readonly number[], measure: number): Sums {
  const sums = { weight: 0, total: 0, square: 0 };
  for (const c of cells) {
    sums.weight += tabulation.totals[place(tabulation, c)]!;
    sums.total += tabulation.totals[place(tabulation, c, measure)]!;
    sums.square += tabulation.squares[place(tabulation, c, measure)]!;
  }
  return sums;
}

function spreadOf({ weight, total, square }: Sums): number {
  const mean = total / weight;
  const spread = square / weight - mean * mean;
  return spread > (roundingShare * square) / weight ? spread : 0;
}

/**
 * Weighted mean of a measure over cells; score w (y - mean) / W.
 *
 * @param shift number already taken from the measure, given back to the value (large values lose no
 *   digits that way)
 */
export function meanPoint(
  tabulation: Tabulation,
  cells: readonly number[],
  measure = 1,
  shift = 0
): Point | UndefinedReason {
  const sums = sumOver(tabulation, cells, measure);
  if (sums.weight === 0) return 'no-positive-weight';
  const mean = sums.total / sums.weight;
  const [weights, values] = [placesOf(tabulation, cells), placesOf(tabulation, cells, measure)];
  const score: Score = {
    at: [...weights, ...values],
    factor: [...weights.map(() => -mean / sums.weight), ...values.map(() => 1 / sums.weight)],
    within: cells,
    value: (block, from) => shift + addUp(block, from, values) / addUp(block, from, weights)
  };
  return { value: shift + mean, score, spread: spreadOf(sums), scale: 1 };
}

/** Weighted total of a measure over cells; score w y. */
export function totalPoint(
  tabulation: Tabulation,
  cells: readonly number[],
  measure = 1,
  shift = 0
): Point | UndefinedReason {
  const sums = sumOver(tabulation, cells, measure);
  if (sums.weight === 0) return 'no-positive-weight';
  const [weights, values] = [placesOf(tabulation, cells), placesOf(tabulation, cells, measure)];
  const score: Score = {
    at: [...weights, ...values],
    factor: [...weights.map(() => shift), ...values.map(() => 1)],
    within: cells,
    value: (block, from) => shift * addUp(block, from, weights) + addUp(block, from, values)
  };
  return {
    value: shift * sums.weight + sums.total,
    score,
    spread: spreadOf(sums),
    scale: sums.weight
  };
}

/** Sum of weights over cells: the population they stand for. */
export function populationPoint(
  tabulation: Tabulation,
  cells: readonly number[]
): Point | UndefinedReason {
  const weight = sumOver(tabulation, cells, 0).weight;
  if (weight === 0) return 'no-positive-weight';
  const places = placesOf(tabulation, cells);
  const score: Score = {
    at: places,
    factor: cells.map(() => 1),
    within: cells,
    value: (block, from) => addUp(block, from, places)
  };
  return { value: weight, score, spread: null, scale: weight };
}

/**
 * Ratio of two weighted totals over the same cells; score w (x - r z) / Z.
 *
 * @param shift multiple of the denominator already taken from the numerator, given back to the value
 */
export function ratioPoint(
  tabulation: Tabulation,
  cells: readonly number[],
  numerator = 1,
  denominator = 2,
  shift = 0
): Point | UndefinedReason {
  const x = sumOver(tabulation, cells, numerator);
  const z = sumOver(tabulation, cells, denominator);
  if (x.weight === 0) return 'no-positive-weight';
  if (z.total === 0) return 'zero-denominator';
  const ratio = x.total / z.total;
  const [above, below] = [
    placesOf(tabulation, cells, numerator),
    placesOf(tabulation, cells, denominator)
  ];
  const score: Score = {
    at: [...above, ...below],
    factor: [...above.map(() => 1 / z.total), ...below.map(() => -ratio / z.total)],
    within: cells,
    value: (block, from) => shift + addUp(block, from, above) / addUp(block, from, below)
  };
  return { value: shift + ratio, score, spread: null, scale: 1 };
}

/**
 * Share of the weight of `within` that lies in the cells `members`; needs no measure.
 * With `scale: 'total'` the number of people in `members` instead.
 */
export function sharePoint(
  tabulation: Tabulation,
  members: readonly number[],
  within: readonly number[],
  scale: 'share' | 'total' = 'share'
): Point | UndefinedReason {
  const weight = sumOver(tabulation, within, 0).weight;
  if (weight === 0) return 'no-positive-weight';
  const member = sumOver(tabulation, members, 0).weight;
  const share = member / weight;
  const isMember = new Set(members);
  const [part, whole] = [placesOf(tabulation, members), placesOf(tabulation, within)];
  const score: Score = {
    at: whole,
    factor: within.map((c) => {
      const factor = (isMember.has(c) ? 1 : 0) - (scale === 'share' ? share : 0);
      return scale === 'share' ? factor / weight : factor;
    }),
    within,
    value: (block, from) =>
      addUp(block, from, part) / (scale === 'share' ? addUp(block, from, whole) : 1)
  };
  return {
    value: scale === 'share' ? share : member,
    score,
    spread: share * (1 - share),
    scale: scale === 'share' ? 1 : weight
  };
}
