import {
  normalQuantile,
  normalUpper,
  tQuantile,
  tTwoSided
} from '$lib/estimation/numeric/distributions';
import type { MarginLevel } from './margin-levels';

/** An estimate from anywhere, with its standard error; `df` null = so many that t is normal. */
export interface Comparable {
  value: number;
  se: number;
  df: number | null;
}

/** Factors the Census Bureau publishes its margins with (American Community Survey handbook, 2020). */
const factorOf: Record<MarginLevel, number> = { 90: 1.645, 95: 1.96, 99: 2.576 };

/** Standard error of a published estimate: its margin of error over the factor of its level. */
export const seOfMargin = (margin: number, level: MarginLevel = 90): number =>
  margin / factorOf[level];

export interface CompareOptions {
  /** correlation of the two estimates, -1..1; 0 is the careful choice where they share a sample */
  rho?: number;
  /** fraction of years that two multi-year periods share, 0..1 */
  overlap?: number;
  /** confidence level of the interval, default 0.95 */
  level?: number;
}

/** A difference of two estimates, on their scale. */
export interface Difference {
  difference: number;
  se: number;
  low: number;
  high: number;
  /** difference over its standard error; null when that is 0 */
  statistic: number | null;
  /** two-sided; null when the standard error is 0 */
  p: number | null;
  df: number | null;
}

/**
 * Two estimates compared by their standard errors alone: V = V1 + V2 - 2 rho sqrt(V1 V2), and for
 * multi-year periods that share a fraction C of their years the standard error times sqrt(1 - C)
 * (U.S. Census Bureau 2020, Understanding and Using American Community Survey Data, chapter 7).
 *
 * The interval and p use t with the degrees of freedom of the two, the smaller where both are known,
 * and the normal distribution where neither is.
 *
 * @returns a - b; null when a standard error, the correlation or the overlap is out of its range
 */
export function compareEstimates(
  a: Comparable,
  b: Comparable,
  { rho = 0, overlap = 0, level = 0.95 }: CompareOptions = {}
): Difference | null {
  const isSound = [a, b].every(
    ({ value, se, df }) =>
      Number.isFinite(value) && Number.isFinite(se) && se >= 0 && (df === null || df > 0)
  );
  const isInRange = Math.abs(rho) <= 1 && overlap >= 0 && overlap < 1 && level > 0 && level < 1;
  if (!isSound || !isInRange) return null;
  const variance = a.se * a.se + b.se * b.se - 2 * rho * a.se * b.se;
  const se = Math.sqrt(Math.max(0, variance)) * Math.sqrt(1 - overlap);
  const known = [a.df, b.df].filter((df) => df !== null);
  const df = known.length > 0 ? Math.min(...known) : null;
  const difference = a.value - b.value;
  const half = (1 + level) / 2;
  const reach = se * (df === null ? normalQuantile(half) : tQuantile(half, df));
  const statistic = se > 0 ? difference / se : null;
  const p =
    statistic === null
      ? null
      : df === null
        ? 2 * normalUpper(Math.abs(statistic))
        : tTwoSided(statistic, df);
  return { difference, se, low: difference - reach, high: difference + reach, statistic, p, df };
}

/**
 * May it be said that there was no change that matters? Only when the whole interval lies within
 * plus or minus the margin; a difference that no test found is not enough (Schuirmann 1987).
 */
export const isEquivalent = (
  { low, high }: Pick<Difference, 'low' | 'high'>,
  margin: number
): boolean => margin > 0 && low >= -margin && high <= margin;
