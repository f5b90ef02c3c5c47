/**
 * How a quantile is read from weighted values. `math` is the smallest value with at least the share p at
 * or below it, `school` the middle of two values where a share is met exactly; `hf1` to `hf9` are the
 * definitions of Hyndman and Fan (1996), "Sample quantiles in statistical packages", with running sums
 * of weights in place of counts. `math` is `hf1`, `school` is `hf2`.
 */
export type QuantileRule = (typeof quantileRules)[number];

export const quantileRules = [
  'math',
  'school',
  'hf1',
  'hf2',
  'hf3',
  'hf4',
  'hf5',
  'hf6',
  'hf7',
  'hf8',
  'hf9'
] as const;

/** Values in order with their weights; rows of weight 0 are left out. */
export interface SortedValues {
  /** ascending; equal values in the order of the rows */
  values: Float64Array;
  weights: Float64Array;
  /** sum of the weights up to and including each value */
  sums: Float64Array;
  total: number;
}

/** Shares this close to each other are the same: sums of weights carry rounding. */
const tie = 1e-12;

/** @param inside 1 = the row is used; its value must be a number */
export function sortValues(
  values: Float64Array,
  weights: Float64Array,
  inside: Uint8Array
): SortedValues {
  const isUsed = (i: number): boolean => inside[i] === 1 && weights[i]! > 0;
  const sorted = values.filter((_, i) => isUsed(i)).sort();
  const own = new Float64Array(sorted.length);
  const taken = new Uint32Array(sorted.length);
  // Each weight goes to the next free place of its value: at 1M rows twice as fast as sorting rows.
  for (let i = 0; i < inside.length; i++) {
    if (!isUsed(i)) continue;
    const first = firstWhere(sorted.length, (k) => sorted[k]! >= values[i]!);
    own[first + taken[first]!++] = weights[i]!;
  }
  const sums = runningSums(own);
  return { values: sorted, weights: own, sums, total: sums[sums.length - 1] ?? 0 };
}

/** Sums with the rounding of every addition carried along (Neumaier 1974), so that exact shares tie. */
function runningSums(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  let lost = 0;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]!;
    const next = sum + weight;
    lost += sum >= weight ? sum - next + weight : weight - next + sum;
    sum = next;
    sums[k] = sum + lost;
  }
  return sums;
}

/**
 * The p-quantile by a rule; null when there is no value or p lies outside 0..1.
 *
 * Shares that differ by less than 1e-12 count as equal. Rules `hf4` to `hf9` depend on the weights of
 * the first and last of several equal values, which keep the order of the rows.
 */
export function quantileBy(sorted: SortedValues, p: number, rule: QuantileRule): number | null {
  const count = sorted.values.length;
  if (count === 0 || !(p >= 0 && p <= 1)) return null;
  switch (rule) {
    case 'math':
    case 'hf1':
      return sorted.values[firstReaching(sorted.sums, p * sorted.total, sorted.total)]!;
    case 'school':
    case 'hf2':
      return middle(sorted, p);
    case 'hf3':
      return nearestEven(sorted, p);
    default:
      return interpolated(sorted, p, position(sorted, rule));
  }
}

/** First place whose running sum is at least `wanted`; the last place when none is. */
function firstReaching(sums: Float64Array, wanted: number, total: number): number {
  return firstWhere(sums.length, (k) => sums[k]! >= wanted - tie * total);
}

/** First of `count` places where a condition holds that stays true once it is; else the last place. */
function firstWhere(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const at = (low + high) >> 1;
    if (holds(at)) high = at;
    else low = at + 1;
  }
  return low;
}

function middle({ values, sums, total }: SortedValues, p: number): number {
  const k = firstReaching(sums, p * total, total);
  const isMet = Math.abs(sums[k]! - p * total) <= tie * total;
  const next = Math.min(k + 1, values.length - 1);
  return isMet ? values[k]! + (values[next]! - values[k]!) / 2 : values[k]!;
}

/** Nearest value in share; a share met exactly stays with the value of even rank among distinct ones. */
function nearestEven({ values, sums, total }: SortedValues, p: number): number {
  const ends: number[] = [];
  for (let k = 0; k < values.length; k++)
    if (k + 1 === values.length || values[k + 1] !== values[k]) ends.push(k);
  const wanted = p * total;
  let rank = 0;
  while (rank < ends.length && sums[ends[rank]!]! <= wanted + tie * total) rank++;
  const isMet = rank > 0 && Math.abs(sums[ends[rank - 1]!]! - wanted) <= tie * total;
  const chosen = isMet && rank % 2 === 0 ? rank : rank + 1;
  return values[ends[Math.min(chosen, ends.length) - 1]!]!;
}

/** Share at which a rule places the k-th value (from 0). */
function position(
  { weights, sums, total }: SortedValues,
  rule: 'hf4' | 'hf5' | 'hf6' | 'hf7' | 'hf8' | 'hf9'
): (k: number) => number {
  const last = weights[weights.length - 1]!;
  const before = (k: number): number => (k === 0 ? 0 : sums[k - 1]!);
  switch (rule) {
    case 'hf4':
      return (k) => sums[k]! / total;
    case 'hf5':
      return (k) => (sums[k]! - weights[k]! / 2) / total;
    case 'hf6':
      return (k) => sums[k]! / (total + last);
    case 'hf7':
      return (k) => before(k) / (total - last);
    case 'hf8':
      return (k) => (before(k) / 3 + (2 * sums[k]!) / 3) / (total + last / 3);
    case 'hf9':
      return (k) => ((3 * before(k)) / 8 + (5 * sums[k]!) / 8) / (total + last / 4);
  }
}

/** Straight lines between the values at their shares, level outside the first and the last. */
function interpolated({ values }: SortedValues, p: number, shareOf: (k: number) => number): number {
  const count = values.length;
  if (count === 1) return values[0]!;
  const above = firstWhere(count, (k) => shareOf(k) >= p - tie);
  const to = shareOf(above);
  if (above === 0 || to <= p + tie) return values[above]!;
  const from = shareOf(above - 1);
  const step = (p - from) / (to - from);
  return values[above - 1]! + step * (values[above]! - values[above - 1]!);
}
