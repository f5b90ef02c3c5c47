import { domainCells, shifted } from '../design/domain';
import { estimatePoint } from '../estimates/estimate';
import { groupCovariance } from '../estimates/estimate-by-group';
import { withProportionInterval } from '../estimates/estimate-proportion';
import { extreme } from './disparity-measures';
import { deltaVariance, undefinedMeasure, withInterval } from '../estimates/measured';
import { meanPoint } from '../sums/point';
import { tabulate } from '../sums/tabulate';
import type { Design } from '../design/design';
import type { DisparityMeasure, GroupRates } from './disparity-measures';
import type { Column, Groups, Within } from '../design/domain';
import type { Estimate, EstimateOptions } from '../estimates/estimate';
import type { Measured } from '../estimates/measured';

/** Group rates with their shares of the people and their covariance: what every measure needs. */
export interface GroupProfile {
  /** in the order of the labels; null for a group without a rate, which no measure counts */
  groups: { label: string; estimate: Estimate; share: number }[];
  /** rate of everyone in a group with a rate */
  overall: Estimate;
  /** the groups that have a rate, as indices into `groups` */
  known: readonly number[];
  rates: GroupRates;
  /**
   * covariance of the known rates and, in the last row, of the overall rate, from scores on the full
   * design; null when it is not defined
   */
  covariance: number[][] | null;
  /** of the rows in any group */
  df: number | null;
  level: number;
}

export interface ProfileOptions extends EstimateOptions {
  within: Within;
  /** `proportion` gives the groups their Korn-Graubard intervals; default `mean` */
  statistic?: 'mean' | 'proportion';
}

/**
 * The rate of each group with what measures of disparity need beside it.
 *
 * @param y length `rows`; NaN = missing, such rows leave the group
 * @param groups rows of code 0 are in no group: they count neither in the shares nor in the whole
 * @throws DesignError when a stratum has a single PSU and no rule was chosen
 */
export function profileGroups(
  design: Design,
  y: Column,
  groups: Groups,
  options: ProfileOptions
): GroupProfile {
  const domain = domainCells(design, options.within, [y], groups);
  const { values, shift } = shifted(y, domain);
  const tabulation = tabulate(design, { ...domain, measures: [values] });
  const cells = groups.labels.map((_, g) => g);
  const points = cells.map((g) => meanPoint(tabulation, [g], 1, shift));
  const known = cells.filter((g) => typeof points[g] !== 'string');
  const finish = (estimate: Estimate): Estimate =>
    options.statistic === 'proportion' ? withProportionInterval(estimate, options) : estimate;
  const estimates = cells.map((g) => finish(estimatePoint(tabulation, points[g]!, [g], options)));
  const whole = meanPoint(tabulation, cells, 1, shift);
  const overall = finish(estimatePoint(tabulation, whole, cells, options));
  const shareOf = (g: number): number =>
    overall.sumWeights > 0 ? estimates[g]!.sumWeights / overall.sumWeights : 0;
  const matrix = groupCovariance(tabulation, [...points, whole]);
  const rows = [...known, cells.length];
  return {
    groups: cells.map((g) => ({
      label: groups.labels[g]!,
      estimate: estimates[g]!,
      share: shareOf(g)
    })),
    overall,
    known,
    rates: { rates: known.map((g) => estimates[g]!.value!), shares: known.map(shareOf) },
    covariance: matrix && rows.map((a) => rows.map((b) => matrix[a]![b]!)),
    df: options.df === 'full' ? overall.dfFull : overall.df,
    level: overall.level
  };
}

type Uncertain = Pick<GroupProfile, 'covariance' | 'df' | 'level'>;

/**
 * A measure with its standard error by the delta method: slopes of the measure around the covariance
 * of the rates. Absolute values keep their signs and the best group stays the best; where such a
 * choice is close, `bootstrapDisparity` says how far off that is.
 */
export function measureDisparity(
  { rates, covariance, df, level }: Pick<GroupProfile, 'rates'> & Uncertain,
  measure: DisparityMeasure
): Measured {
  const found = measure(rates);
  if (!found || !Number.isFinite(found.value)) return undefinedMeasure;
  const { value, slopes } = found;
  return withInterval(value, deltaVariance(slopes, covariance), { df, level });
}

/**
 * The same profile with only some groups in an order of their own, their shares adding up to 1:
 * for measures over ordered groups.
 *
 * @param order indices into `groups`, from least to most advantaged; groups without a rate are left out
 */
export function inOrder(profile: GroupProfile, order: readonly number[]): GroupProfile {
  const places = order.map((g) => profile.known.indexOf(g)).filter((place) => place >= 0);
  const total = places.reduce((sum, place) => sum + profile.rates.shares[place]!, 0);
  const { covariance } = profile;
  return {
    ...profile,
    known: places.map((place) => profile.known[place]!),
    rates: {
      rates: places.map((place) => profile.rates.rates[place]!),
      shares: places.map((place) => profile.rates.shares[place]! / total)
    },
    covariance: covariance && places.map((a) => places.map((b) => covariance[a]![b]!))
  };
}

/** Share of the groups that must have a rate for a measure over all of them (WHO, Health Equity Assessment Toolkit). */
const enoughGroups = 0.85;

/** Whether so many groups have a rate that a measure over them speaks for all. */
export const hasEnoughGroups = (known: number, groups: number): boolean =>
  groups > 0 && known >= enoughGroups * groups;

/** Place of the best and the worst group among those with a rate; null without any. */
export function bestAndWorst(
  { rates }: GroupRates,
  lowerIsBetter: boolean
): { best: number; worst: number } | null {
  if (rates.length === 0) return null;
  const [lowest, highest] = [extreme(rates, 'lowest'), extreme(rates, 'highest')];
  return lowerIsBetter ? { best: lowest, worst: highest } : { best: highest, worst: lowest };
}

/**
 * Between-group variance with its standard error. Near equality the measure is flat, so the second
 * order of the rates counts too: with rates y ~ N(theta, V) and M = diag(p) - pp', the variance of
 * y'My is 4 theta'MVM theta + 2 trace(MVMV); for independent groups this is Ahn (2018).
 */
export function measureBetweenVariance(
  { rates, covariance, df, level }: Pick<GroupProfile, 'rates'> & Uncertain,
  measure: DisparityMeasure
): Measured {
  const found = measure(rates);
  if (!found) return undefinedMeasure;
  const first = deltaVariance(found.slopes, covariance);
  const variance = first === null ? null : first + 2 * traceOfSquare(rates.shares, covariance!);
  return withInterval(found.value, variance, { df, level });
}

/** trace(MVMV) with M = diag(p) - pp'. */
function traceOfSquare(
  shares: readonly number[],
  covariance: readonly (readonly number[])[]
): number {
  const size = shares.length;
  const product = shares.map((p, a) =>
    shares.map((_, b) => {
      let pull = 0;
      for (let k = 0; k < size; k++) pull += shares[k]! * covariance[k]![b]!;
      return p * (covariance[a]![b]! - pull);
    })
  );
  let trace = 0;
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) trace += product[a]![b]! * product[b]![a]!;
  return trace;
}
