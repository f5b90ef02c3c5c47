import type { Column } from '../design/domain';
import type { LeftOut } from '../estimates/jackknife';

/** Rows used in rising order of a rank; those of tie t stand from `first[t]` up to `first[t + 1]`. */
export interface Ranking {
  rows: Uint32Array;
  first: number[];
  /** tie of each row; -1 = not used */
  tieOf: Int32Array;
}

/** @param inside 1 = the row is used */
export function rankRows(inside: Uint8Array, rank: Column): Ranking {
  const used: number[] = [];
  for (let i = 0; i < inside.length; i++) if (inside[i] === 1) used.push(i);
  const rows = Uint32Array.from(used).sort((a, b) => rank[a]! - rank[b]!);
  const tieOf = new Int32Array(inside.length).fill(-1);
  const first: number[] = [];
  for (let k = 0; k < rows.length; k++) {
    if (k === 0 || rank[rows[k]!] !== rank[rows[k - 1]!]) first.push(k);
    tieOf[rows[k]!] = first.length - 1;
  }
  return { rows, first: [...first, rows.length], tieOf };
}

export interface ConcentrationValue {
  index: number;
  mean: number;
  weight: number;
}

/** C and the mean with some weights; null without weight or with a mean of 0. */
export function concentrationAt(
  { rows, first }: Ranking,
  y: Column,
  weights: Float64Array
): ConcentrationValue | null {
  let weight = 0;
  let total = 0;
  for (const i of rows) {
    weight += weights[i]!;
    total += weights[i]! * y[i]!;
  }
  const mean = total / weight;
  if (!(weight > 0) || mean === 0) return null;
  let below = 0;
  let product = 0;
  for (let t = 0; t + 1 < first.length; t++) {
    let own = 0;
    let gap = 0;
    for (let k = first[t]!; k < first[t + 1]!; k++) {
      const i = rows[k]!;
      own += weights[i]!;
      gap += weights[i]! * (y[i]! - mean);
    }
    product += gap * ((below + own / 2) / weight - 0.5);
    below += own;
  }
  return { index: (2 * product) / weight / mean, mean, weight };
}

/** Sums over pairs of some rows: F_i = weight ranked below row i, half of its tie; G_i = weighted y above. */
interface PairSums {
  weight: number;
  total: number;
  /** sum of weight x y_i x F_i */
  pairs: number;
  /** y_i F_i + G_i of each row given: what `pairs` gains with the weight of the row */
  gains: Float64Array;
}

/** @param rows in rising order of their ties */
function pairSums(
  rows: ArrayLike<number>,
  tieOf: Int32Array,
  y: Column,
  weights: Float64Array
): PairSums {
  let weight = 0;
  let total = 0;
  for (let k = 0; k < rows.length; k++) {
    weight += weights[rows[k]!]!;
    total += weights[rows[k]!]! * y[rows[k]!]!;
  }
  const gains = new Float64Array(rows.length);
  let pairs = 0;
  let below = 0;
  let above = total;
  for (let start = 0, end = 0; start < rows.length; start = end) {
    let own = 0;
    let ownY = 0;
    for (; end < rows.length && tieOf[rows[end]!] === tieOf[rows[start]!]; end++) {
      own += weights[rows[end]!]!;
      ownY += weights[rows[end]!]! * y[rows[end]!]!;
    }
    const lower = below + own / 2;
    for (let k = start; k < end; k++) gains[k] = y[rows[k]!]! * lower + above - ownY / 2;
    pairs += ownY * lower;
    below += own;
    above -= ownY;
  }
  return { weight, total, pairs, gains };
}

/**
 * Scores of C and of the mean. C + 1 = 2T/(WY) with T the sum of pairs, which gains y_i F_i + G_i with
 * the weight of row i.
 */
export function concentrationScores(
  { rows, tieOf }: Ranking,
  y: Column,
  weights: Float64Array,
  { index, mean, weight }: ConcentrationValue
): [Float64Array, Float64Array] {
  const { gains, total } = pairSums(rows, tieOf, y, weights);
  const ofIndex = new Float64Array(weights.length);
  const ofMean = new Float64Array(weights.length);
  rows.forEach((i, k) => {
    const w = weights[i]!;
    const pairs = (2 * gains[k]!) / (weight * total);
    ofIndex[i] = w * (pairs - (index + 1) * (1 / weight + y[i]! / total));
    ofMean[i] = (w * (y[i]! - mean)) / weight;
  });
  return [ofIndex, ofMean];
}

/**
 * C without a PSU, from sums over pairs: T is a quadratic form of the weights, so taking rows away and
 * scaling a stratum need the pairs inside the stratum and inside the PSU, not all pairs anew.
 */
export function concentrationWithout(
  { rows, tieOf }: Ranking,
  y: Column,
  weights: Float64Array,
  { mean }: ConcentrationValue
): (left: LeftOut) => number | null {
  // Around the mean C = (2T - WY)/(W(Y + mean W)), without a difference of large numbers.
  const around = y.map((value) => value - mean);
  const sumsOf = (some: ArrayLike<number>): PairSums => pairSums(some, tieOf, around, weights);
  const whole = sumsOf(rows);
  const gainOf = new Float64Array(y.length);
  rows.forEach((row, k) => (gainOf[row] = whole.gains[k]!));
  const inOrder = (some: readonly number[]): number[] =>
    some.filter((row) => tieOf[row]! >= 0).sort((a, b) => tieOf[a]! - tieOf[b]!);
  const gained = (some: readonly number[], of: Float64Array): number =>
    some.reduce((sum, row) => sum + weights[row]! * of[row]!, 0);
  const inStratum = new Float64Array(y.length);
  let known = { stratum: -1, own: whole, gain: 0 };
  const stratumOf = ({ stratum, stratumRows }: LeftOut): typeof known => {
    if (known.stratum === stratum) return known;
    const own = inOrder(stratumRows);
    const sums = sumsOf(own);
    own.forEach((row, k) => (inStratum[row] = sums.gains[k]!));
    return (known = { stratum, own: sums, gain: gained(own, gainOf) });
  };
  return (left) => {
    const { own, gain } = stratumOf(left);
    const out = inOrder(left.rows);
    const gone = sumsOf(out);
    const { grow } = left;
    const more = grow - 1;
    const pairs =
      whole.pairs +
      more * gain +
      more * more * own.pairs -
      grow * (gained(out, gainOf) + more * gained(out, inStratum)) +
      grow * grow * gone.pairs;
    const weight = whole.weight + more * own.weight - grow * gone.weight;
    const total = whole.total + more * own.total - grow * gone.total;
    const sum = total + mean * weight;
    // What rounding leaves of a weight that was taken away is no weight.
    if (!(weight > 1e-12 * whole.weight) || sum === 0) return null;
    return (2 * pairs - weight * total) / (weight * sum);
  };
}
