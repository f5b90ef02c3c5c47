import { domainCells } from '../design/domain';
import { estimatePoint } from './estimate';
import { logitError, withProportionInterval } from './estimate-proportion';
import { matrixOf } from '../numeric/matrix';
import { sharePoint } from '../sums/point';
import { tabulate } from '../sums/tabulate';
import { covariance } from '../sums/variance';
import type { Design } from '../design/design';
import type { Groups, Within } from '../design/domain';
import type { Estimate } from './estimate';
import type { ProportionOptions } from './estimate-proportion';
import type { Tabulation } from '../sums/tabulation';

export interface ShareOptions extends ProportionOptions {
  within: Within;
  /** `share` of the domain (default), or the `total` number of people in each category */
  scale?: 'share' | 'total';
}

export interface Shares {
  /** one estimate per category, in the order of the labels; a category nobody chose is 0 */
  estimates: Estimate[];
  /** covariance of the estimates; null when they are undefined */
  covariance: number[][] | null;
}

/**
 * Every category's share of the domain, with the covariance of the shares.
 *
 * @param category rows of code 0 (missing or not a category asked for) leave numerator and denominator
 */
export function estimateShares(design: Design, category: Groups, options: ShareOptions): Shares {
  const tabulation = tabulate(design, domainCells(design, options.within, [], category));
  return sharesOf(
    tabulation,
    category.labels.map((_, c) => c),
    options
  );
}

/** The same from a tabulation whose cells `levels` are the categories of one domain. */
export function sharesOf(
  tabulation: Tabulation,
  levels: readonly number[],
  options: ProportionOptions & { scale?: 'share' | 'total' } = {}
): Shares {
  const points = levels.map((level) => sharePoint(tabulation, [level], levels, options.scale));
  const estimates = points.map((point) => {
    const base = estimatePoint(tabulation, point, levels, options);
    return options.scale === 'total'
      ? base
      : withProportionInterval({ ...base, ...logitError(tabulation, point) }, options);
  });
  const scores = points.flatMap((point) => (typeof point === 'string' ? [] : [point.score]));
  const isComplete = scores.length === levels.length && levels.length > 0;
  const matrix = isComplete ? covariance(tabulation, scores, levels) : null;
  return { estimates, covariance: matrix ? matrixOf(matrix, levels.length) : null };
}
