import { lowerRoot, normalDraw } from '$lib/base/draws';
import { seededRandom } from '$lib/base/random';
import type { DisparityMeasure, GroupRates } from './disparity-measures';

export interface BootstrapOptions {
  /** the same seed gives the same numbers */
  seed: number;
  /** default 1000 */
  draws?: number;
  /** confidence level of `low` and `high`, default 0.95 */
  level?: number;
}

/** What a measure does when the rates vary as their covariance says. */
export interface Bootstrap {
  se: number;
  /** percentiles of the draws */
  low: number;
  high: number;
  /** draws in which the measure was defined; the others are left out */
  used: number;
}

/**
 * Parametric bootstrap: rates drawn from N(rates, covariance), the measure computed anew each time, the
 * best group and the overall rate included. For measures that choose from the data (largest minus
 * smallest) or have a corner (absolute values), where the delta method is too sure.
 *
 * @param covariance of the rates in its first rows, as a profile has it
 * @returns null when fewer than two draws define the measure
 */
export function bootstrapDisparity(
  groups: GroupRates,
  covariance: readonly (readonly number[])[],
  measure: DisparityMeasure,
  { seed, draws = 1000, level = 0.95 }: BootstrapOptions
): Bootstrap | null {
  const random = seededRandom(seed);
  const { rates: centre, shares } = groups;
  const root = lowerRoot(covariance.slice(0, centre.length));
  const found: number[] = [];
  for (let d = 0; d < draws; d++) {
    const value = measure({ rates: normalDraw(centre, root, random), shares })?.value;
    if (value !== undefined && Number.isFinite(value)) found.push(value);
  }
  if (found.length < 2) return null;
  found.sort((a, b) => a - b);
  const mean = found.reduce((sum, x) => sum + x, 0) / found.length;
  const squares = found.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return {
    se: Math.sqrt(squares / (found.length - 1)),
    low: percentile(found, (1 - level) / 2),
    high: percentile(found, (1 + level) / 2),
    used: found.length
  };
}

/** Linear between the ranks around it. */
function percentile(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}
