import { DesignError } from '../design/design-error';
import { domainCells } from '../design/domain';
import { estimatePoint } from './estimate';
import { sharePoint } from '../sums/point';
import { effectiveSize, proportionInterval } from './proportion-interval';
import { tabulate } from '../sums/tabulate';
import { variance } from '../sums/variance';
import type { Design } from '../design/design';
import type { Column, Groups, Within } from '../design/domain';
import type { Estimate, EstimateOptions, ProportionMethod } from './estimate';
import type { Point, UndefinedReason } from '../sums/point';
import type { Tabulation } from '../sums/tabulation';

export interface ProportionOptions extends EstimateOptions {
  /** default `korn-graubard` */
  interval?: ProportionMethod;
}

/**
 * Share of the domain in a category, with its interval.
 *
 * @param member length `rows`; 1 in the category, 0 out, NaN missing (left out of both parts)
 * @param options.within rows forming the denominator; there is no default, so every caller says it
 * @returns proportion in 0..1; `se`, `low`, `high` on the same scale; `nEffective` is p(1-p)/variance
 * @throws DesignError when a stratum has a single PSU and no rule was chosen; when a value is not 0 or 1
 *
 * Interval: Korn and Graubard (1998), effective sample size capped at n; Clopper-Pearson at 0 and 1.
 *
 * @example
 * estimateProportion(design, foodInsecure, { within: adults }).value // 0.314
 */
export function estimateProportion(
  design: Design,
  member: Column,
  options: ProportionOptions & { within: Within }
): Estimate {
  const groups: Groups = { codes: binaryCodes(member), labels: ['0', '1'] };
  const tabulation = tabulate(design, domainCells(design, options.within, [member], groups));
  return proportionOf(tabulation, [1], [0, 1], options);
}

/** The same from a tabulation: share of the cells `within` that lies in the cells `members`. */
export function proportionOf(
  tabulation: Tabulation,
  members: readonly number[],
  within: readonly number[],
  options: ProportionOptions = {}
): Estimate {
  const point = sharePoint(tabulation, members, within);
  const base = estimatePoint(tabulation, point, within, options);
  return withProportionInterval({ ...base, ...logitError(tabulation, point) }, options);
}

/**
 * With replicate weights the log odds have a spread of their own, that of the replicates' log odds;
 * linearization gives the same as the standard error of the proportion over p (1 - p).
 */
export function logitError(
  tabulation: Tabulation,
  point: Point | UndefinedReason
): Pick<Estimate, 'logitSe'> {
  if (tabulation.between.kind !== 'replicate' || typeof point === 'string') return {};
  if (!(point.value > 0 && point.value < 1)) return {};
  const { value } = point.score;
  const v = variance(tabulation, {
    ...point.score,
    value: (sums, from) => {
      const p = value(sums, from);
      return p > 0 && p < 1 ? Math.log(p / (1 - p)) : NaN;
    }
  });
  return { logitSe: v === null ? null : Math.sqrt(Math.max(0, v)) };
}

/** Puts the interval and effective sample size of a proportion in place of the t interval. */
export function withProportionInterval(base: Estimate, options: ProportionOptions = {}): Estimate {
  const method = options.interval ?? 'korn-graubard';
  const df = options.df === 'full' ? base.dfFull : base.df;
  const bounds = proportionInterval(base, method, df, base.level);
  const { value, se } = base;
  const isUnknown = value === null || se === null;
  return {
    ...base,
    method,
    nEffective: isUnknown ? null : effectiveSize(value, se, base.nPositive),
    low: bounds ? bounds.low : null,
    high: bounds ? bounds.high : null,
    reason: isUnknown || !bounds ? (base.reason ?? 'method-not-defined') : null
  };
}

/** Codes 1 for 0 and 2 for 1; a missing value gets 0. @throws DesignError on any other value */
export function binaryCodes(member: Column): Uint8Array {
  const codes = new Uint8Array(member.length);
  for (let i = 0; i < member.length; i++) {
    const value = member[i]!;
    if (value === 0 || value === 1) codes[i] = value + 1;
    else if (!Number.isNaN(value)) throw new DesignError('not-binary', { row: i + 1, value });
  }
  return codes;
}
