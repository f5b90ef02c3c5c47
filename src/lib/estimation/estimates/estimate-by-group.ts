import { domainCells, shifted } from '../design/domain';
import { estimatePoint } from './estimate';
import { binaryCodes, logitError, withProportionInterval } from './estimate-proportion';
import { meanPoint, totalPoint } from '../sums/point';
import { tabulate } from '../sums/tabulate';
import { covariance } from '../sums/variance';
import type { Design } from '../design/design';
import type { Column, Groups, Within } from '../design/domain';
import type { Estimate } from './estimate';
import type { ProportionOptions } from './estimate-proportion';
import type { Point } from '../sums/point';
import type { Tabulation } from '../sums/tabulation';

export interface GroupOptions extends ProportionOptions {
  within: Within;
  statistic: 'mean' | 'total' | 'proportion';
}

export interface GroupEstimate {
  label: string;
  estimate: Estimate;
}

export interface GroupEstimates {
  /** in the order of the labels; a group without a used row has a null value and its reason */
  groups: GroupEstimate[];
  /**
   * covariance of the groups' values on the full design; rows of undefined groups are 0; null when the
   * design gives none
   */
  covariance: number[][] | null;
}

/**
 * One estimate per group with their covariance, from scores on the full design: clusters that hold
 * several groups make them dependent, so a difference of two groups needs the covariance.
 *
 * @param y length `rows`; NaN = missing; 0 or 1 for `statistic: 'proportion'`
 * @param groups rows of code 0 are in no group and stay in the design
 */
export function estimateByGroup(
  design: Design,
  y: Column,
  groups: Groups,
  options: GroupOptions
): GroupEstimates {
  if (options.statistic === 'proportion') binaryCodes(y);
  const domain = domainCells(design, options.within, [y], groups);
  const { values, shift } = shifted(y, domain);
  const tabulation = tabulate(design, { ...domain, measures: [values] });
  const pointOf = options.statistic === 'total' ? totalPoint : meanPoint;
  const points = groups.labels.map((_, g) => pointOf(tabulation, [g], 1, shift));
  const estimates = groups.labels.map((label, g) => {
    const base = estimatePoint(tabulation, points[g]!, [g], options);
    const isProportion = options.statistic === 'proportion';
    return {
      label,
      estimate: isProportion
        ? withProportionInterval({ ...base, ...logitError(tabulation, points[g]!) }, options)
        : base
    };
  });
  return { groups: estimates, covariance: groupCovariance(tabulation, points) };
}

/**
 * Covariance of points that use different rows; rows and columns of undefined points are 0. Null when
 * the design gives none: every stratum is lonely under `average`.
 */
export function groupCovariance(
  tabulation: Tabulation,
  points: readonly (Point | string)[]
): number[][] | null {
  const defined = points.flatMap((point, g) => (typeof point === 'string' ? [] : [{ point, g }]));
  const size = points.length;
  const matrix = points.map(() => new Array<number>(size).fill(0));
  const scores = defined.map(({ point }) => point.score);
  if (scores.length === 0) return matrix;
  const flat = covariance(tabulation, scores, 'design');
  if (!flat) return null;
  defined.forEach(({ g: row }, a) =>
    defined.forEach(({ g: column }, b) => {
      matrix[row]![column] = flat[a * scores.length + b]!;
    })
  );
  return matrix;
}
