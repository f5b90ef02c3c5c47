import { DesignError } from '../design/design-error';
import { domainCells } from '../design/domain';
import { estimateProportion } from './estimate-proportion';
import { proportionInterval } from './proportion-interval';
import { quantileBy, sortValues } from './quantile-rules';
import { rowSample } from './row-estimates';
import { tQuantile } from '../numeric/distributions';
import type { Design } from '../design/design';
import type { Column, Within } from '../design/domain';
import type { Estimate, ProportionMethod } from './estimate';
import type { UndefinedReason } from '../sums/point';
import type { QuantileRule } from './quantile-rules';
import type { RowSample } from './row-estimates';

export interface QuantileOptions {
  /** default `school`: the middle of two values where the share is met exactly */
  rule?: QuantileRule;
  /** how the interval of the share is made, default `logit` */
  interval?: ProportionMethod;
  /** confidence level, default 0.95 */
  level?: number;
  /** `used` (default): degrees of freedom of the rows used; `full`: of the whole design */
  df?: 'used' | 'full';
}

/** A quantile with its Woodruff interval, in the units of the variable; null parts have a reason. */
export interface QuantileEstimate extends RowSample {
  p: number;
  rule: QuantileRule;
  interval: ProportionMethod;
  value: number | null;
  /** width of the interval over that of a t interval of standard error 1 */
  se: number | null;
  low: number | null;
  high: number | null;
  level: number;
  reason: UndefinedReason | null;
}

/** Quantiles of one variable in one domain: the values are sorted once and asked often. */
export interface Quantiles extends RowSample {
  at: (p: number, options?: QuantileOptions) => QuantileEstimate;
}

/**
 * Weighted quantiles of a column in a domain, ready to be asked for any share, rule and interval.
 *
 * Interval: Woodruff (1952). The share of the domain at or below the estimate has a standard error by
 * the design; the ends of its interval are read back through the same rule. An end outside 0..1 is
 * null. Same numbers as R survey's `svyquantile`, see tests/conformance (family quantile).
 *
 * @param y length `rows`; NaN = missing, such rows leave the domain but keep their place in the design
 * @throws DesignError when a stratum has a single PSU and the design chose no rule; when calibration left
 *   negative weights
 */
export function quantiles(design: Design, y: Column, within: Within): Quantiles {
  const { cell } = domainCells(design, within, [y]);
  const inside = Uint8Array.from(cell, (c) => (c === 0 ? 1 : 0));
  refuseNegative(design.weights, inside);
  const sorted = sortValues(y, design.weights, inside);
  const sample = rowSample(design, inside);
  const shares = new Map<number, Estimate>();
  const shareUpTo = (value: number): Estimate => {
    const known = shares.get(value);
    if (known) return known;
    const member = y.map((x) => (Number.isNaN(x) ? NaN : x <= value ? 1 : 0));
    const share = { ...estimateProportion(design, member, { within: inside }), logitSe: null };
    shares.set(value, share);
    return share;
  };
  const at = (p: number, options: QuantileOptions = {}): QuantileEstimate => {
    const { rule = 'school', interval = 'logit', level = 0.95 } = options;
    const value = quantileBy(sorted, p, rule);
    const base = { ...sample, p, rule, interval, level, value, se: null, low: null, high: null };
    if (value === null)
      return { ...base, reason: sorted.total > 0 ? 'method-not-defined' : 'no-positive-weight' };
    const df = options.df === 'full' ? sample.dfFull : sample.df;
    if (df === null || df <= 0) return { ...base, reason: 'no-degrees-of-freedom' };
    const bounds = proportionInterval(shareUpTo(value), interval, df, level);
    const low = bounds ? quantileBy(sorted, bounds.low, rule) : null;
    const high = bounds ? quantileBy(sorted, bounds.high, rule) : null;
    if (low === null || high === null) return { ...base, low, high, reason: 'method-not-defined' };
    const se = (high - low) / (2 * tQuantile((1 + level) / 2, df));
    return { ...base, low, high, se, reason: null };
  };
  return { ...sample, at };
}

/** Running sums of weights must not fall. */
function refuseNegative(weights: Float64Array, inside: Uint8Array): void {
  let count = 0;
  let row = 0;
  for (let i = 0; i < weights.length; i++)
    if (inside[i] === 1 && weights[i]! < 0 && count++ === 0) row = i + 1;
  if (count > 0) throw new DesignError('weight-negative', { count, row });
}

/**
 * One weighted quantile of a column in a domain.
 *
 * @param p share of the domain at or below the value, 0..1; 0.5 is the median
 * @param options.within rows forming the domain; there is no default, so every caller says it
 * @returns value and interval in the units of `y`
 *
 * @example
 * estimateQuantile(design, travelMinutes, 0.5, { within: 'all' }).value // 21
 */
export const estimateQuantile = (
  design: Design,
  y: Column,
  p: number,
  { within, ...options }: QuantileOptions & { within: Within }
): QuantileEstimate => quantiles(design, y, within).at(p, options);
