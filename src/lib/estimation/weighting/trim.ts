import type { Parsed } from '$lib/base/issue';
import { refuse } from './problem';

export interface TrimOptions {
  lower?: number;
  upper?: number;
  /** repeat until no weight is outside; otherwise once, and what was spread may lie above the cap */
  strict?: boolean;
}

export interface Trimmed {
  weights: Float64Array;
  /** rows whose weight was cut or raised in the first pass */
  trimmed: number;
}

/** Passes after which what is left to spread is below the digits of the weights. */
const passes = 10_000;

/**
 * Weights cut to bounds; what was cut is added in equal parts to the weights inside them, so the sum
 * is kept (R survey's `trimWeights`). Rows of weight 0 stay 0.
 *
 * Refused: `trim-not-possible` where no weight lies inside the bounds to take what the others lose,
 * and where `strict` asks for a sum that weights inside the bounds cannot have.
 */
export function trim(base: Float64Array, options: TrimOptions): Parsed<Trimmed> {
  const lower = options.lower ?? -Infinity;
  const upper = options.upper ?? Infinity;
  const weights = base.slice();
  let total = 0;
  let rows = 0;
  for (const weight of weights) {
    if (weight === 0) continue;
    total += weight;
    rows++;
  }
  const impossible = (): { ok: false; issues: ReturnType<typeof refuse>['issues'] } =>
    refuse('trim-not-possible', { lower, upper, total, rows });
  const isStrict = options.strict === true;
  if (!(lower < upper)) return impossible();
  if (isStrict && (lower * rows > total || upper * rows < total)) return impossible();
  let trimmed = 0;
  for (let pass = 0; pass < passes; pass++) {
    const { outside, excess } = cut(weights, lower, upper);
    if (pass === 0) trimmed = outside.count;
    if (outside.count === 0) break;
    if (outside.count === rows) return impossible();
    const share = excess / (rows - outside.count);
    for (let i = 0; i < weights.length; i++)
      if (weights[i] !== 0 && outside.is[i] === 0) weights[i]! += share;
    if (!isStrict) break;
    if (Math.abs(share) <= 1e-15 * Math.abs(total / rows)) {
      cut(weights, lower, upper);
      break;
    }
  }
  return { ok: true, value: { weights, trimmed } };
}

/** Cuts in place; what was cut, and where. */
function cut(weights: Float64Array, lower: number, upper: number) {
  const is = new Uint8Array(weights.length);
  let count = 0;
  let excess = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0 || (weight >= lower && weight <= upper)) continue;
    const kept = weight < lower ? lower : upper;
    is[i] = 1;
    count++;
    excess += weight - kept;
    weights[i] = kept;
  }
  return { outside: { is, count }, excess };
}

/** Median and quartiles of the positive weights (linear between ranks). */
export function quartiles(weights: Float64Array): { low: number; median: number; high: number } {
  const sorted = weights.filter((weight) => weight > 0).sort();
  const at = (p: number): number => {
    const place = p * (sorted.length - 1);
    const below = Math.floor(place);
    const low = sorted[below] ?? 0;
    return low + (place - below) * ((sorted[below + 1] ?? low) - low);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** The usual cap: the median plus six times the range between the quartiles (Izrael et al. 2009). */
export function usualCap(weights: Float64Array, ranges = 6): number {
  const { low, median, high } = quartiles(weights);
  return median + ranges * (high - low);
}
