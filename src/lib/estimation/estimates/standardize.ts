import { combineMeans, combinedInterval } from './combine-means';
import { DesignError } from '../design/design-error';
import type { CombinedMeans } from './combine-means';
import type { Design } from '../design/design';
import type { Column, Groups, Within } from '../design/domain';

export interface Standardized extends CombinedMeans {
  /** weighted mean without standardization */
  crude: number | null;
  low: number | null;
  high: number | null;
  level: number;
}

export interface StandardizeOptions {
  within: Within;
  /** confidence level, default 0.95 */
  level?: number;
}

/**
 * Directly standardized mean or rate: what the domain would show if its strata (age groups, say) had
 * the shares of a standard population. The sum of share x stratum mean, with the standard error from
 * the covariance of the stratum means.
 *
 * @param strata the stratum of each row; code 0 leaves the domain
 * @param standard size of each stratum in the standard population, scaled to shares here
 * @returns `means` of the strata; `value` null when a stratum has no respondent of positive weight
 * @throws DesignError when the standard does not fit the strata; when a stratum of the design has a
 *   single PSU and no rule was chosen
 *
 * Same numbers as R survey's `svystandardize`, see tests/conformance (family standardize).
 */
export function estimateStandardized(
  design: Design,
  y: Column,
  strata: Groups,
  standard: readonly number[],
  { within, level = 0.95 }: StandardizeOptions
): Standardized {
  if (standard.length !== strata.labels.length)
    throw new DesignError('column-length', {
      column: 'standard',
      found: standard.length,
      expected: strata.labels.length
    });
  const total = standard.reduce((sum, size) => sum + size, 0);
  const shares = standard.map((size) => size / total);
  const result = combineMeans(design, y, strata, shares, within);
  return {
    ...result,
    crude: crudeMean(design, y, strata, within),
    ...combinedInterval(result, result.df, level),
    level
  };
}

/** Weighted mean over the same rows. */
function crudeMean(
  { weights, excluded }: Design,
  y: Column,
  { codes }: Groups,
  within: Within
): number | null {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const isUsed = codes[i]! > 0 && !Number.isNaN(y[i]!) && (within === 'all' || within[i] === 1);
    if (!isUsed || excluded?.[i]) continue;
    total += weights[i]!;
    sum += weights[i]! * y[i]!;
  }
  return total === 0 ? null : sum / total;
}
