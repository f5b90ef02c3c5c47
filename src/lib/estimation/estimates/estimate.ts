import { tQuantile } from '../numeric/distributions';
import { usedUnits } from '../sums/used-units';
import { variance } from '../sums/variance';
import type { Point, UndefinedReason } from '../sums/point';
import type { Tabulation } from '../sums/tabulation';

/** How an interval was made; `t` is estimate -+ t(df) x se. */
export type IntervalMethod = 't' | ProportionMethod;

/** Interval methods for a proportion, in `proportion-interval.ts`. */
export type ProportionMethod =
  'korn-graubard' | 'mean' | 'logit' | 'asin' | 'wilson' | 'likelihood' | 'beta';

/**
 * One estimate with its uncertainty. What cannot be known is null with a `reason`, never NaN or 0.
 * A proportion is 0..1; `se`, `low`, `high` are on the scale of `value`.
 */
export interface Estimate {
  value: number | null;
  se: number | null;
  low: number | null;
  high: number | null;
  /** confidence level of `low` and `high`, 0.95 unless asked otherwise */
  level: number;
  /** PSUs minus strata over rows used with positive weight; null without any */
  df: number | null;
  /** the same over the whole design */
  dfFull: number;
  /** unweighted rows used */
  n: number;
  nPositive: number;
  sumWeights: number;
  /** PSUs with a row used; for disclosure rules */
  psus: number;
  /** rows a simple random sample would need for the same variance */
  nEffective: number | null;
  /** variance over that of simple random sampling with replacement */
  deff: number | null;
  deffWithoutReplacement: number | null;
  /** proportions of replicate designs: standard error of the log odds, from the replicates */
  logitSe?: number | null;
  method: IntervalMethod;
  reason: UndefinedReason | null;
}

export interface EstimateOptions {
  /** confidence level, default 0.95 */
  level?: number;
  /** `used` (default): degrees of freedom of the rows used; `full`: of the whole design */
  df?: 'used' | 'full';
}

/** An estimate -+ t x se. Null parts where the point or its variance is not defined. */
export function estimatePoint(
  tabulation: Tabulation,
  point: Point | UndefinedReason,
  within: readonly number[],
  options: EstimateOptions = {}
): Estimate {
  const base = sampleOf(tabulation, within, options);
  if (typeof point === 'string') return { ...base, reason: point };
  const v = variance(tabulation, point.score);
  if (v === null) return { ...base, value: point.value, reason: 'every-stratum-lonely' };
  const se = Math.sqrt(Math.max(0, v));
  const simple = simpleVariance(point, base.nPositive);
  const deff = simple === null ? null : v / simple;
  // The population is the sum of weights; where they are scaled down to fewer, nobody knows its size.
  const unseen = base.sumWeights > base.nPositive ? 1 - base.nPositive / base.sumWeights : null;
  const estimate: Estimate = {
    ...base,
    value: point.value,
    se,
    deff,
    deffWithoutReplacement: deff === null || unseen === null ? null : deff / unseen,
    nEffective: deff !== null && deff > 0 ? base.nPositive / deff : null
  };
  return withTInterval(estimate, options);
}

/** What is known before any value: the sample behind the estimate. */
function sampleOf(
  tabulation: Tabulation,
  within: readonly number[],
  options: EstimateOptions
): Estimate {
  const used = usedUnits(tabulation, within);
  let n = 0;
  let nPositive = 0;
  let sumWeights = 0;
  for (const c of within) {
    n += tabulation.n[c]!;
    nPositive += tabulation.nPositive[c]!;
    sumWeights += tabulation.totals[c * tabulation.width]!;
  }
  return {
    value: null,
    se: null,
    low: null,
    high: null,
    level: options.level ?? 0.95,
    df: used.df,
    dfFull: tabulation.frame.dfFull,
    n,
    nPositive,
    sumWeights,
    psus: used.psuCount,
    nEffective: null,
    deff: null,
    deffWithoutReplacement: null,
    method: 't',
    reason: null
  };
}

/** Variance under simple random sampling with replacement; null for one row or a constant. */
function simpleVariance(point: Point, n: number): number | null {
  if (point.spread === null || n < 2 || point.spread === 0) return null;
  return (point.scale * point.scale * (n / (n - 1)) * point.spread) / n;
}

function withTInterval(estimate: Estimate, options: EstimateOptions): Estimate {
  const df = options.df === 'full' ? estimate.dfFull : estimate.df;
  const bounds = tInterval(estimate, df, estimate.level);
  return bounds
    ? { ...estimate, low: bounds.low, high: bounds.high }
    : { ...estimate, reason: 'no-degrees-of-freedom' };
}

export interface Bounds {
  low: number;
  high: number;
}

/** value -+ t(df) x se; null when something is undefined or df is not above 0. */
export function tInterval(
  { value, se }: Pick<Estimate, 'value' | 'se'>,
  df: number | null,
  level: number
): Bounds | null {
  if (value === null || se === null || df === null || df <= 0) return null;
  const reach = tQuantile((1 + level) / 2, df) * se;
  return { low: value - reach, high: value + reach };
}
