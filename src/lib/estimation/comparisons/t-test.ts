import { combineMeans, combinedInterval } from '../estimates/combine-means';
import { tTwoSided } from '../numeric/distributions';
import { estimateMean } from '../estimates/estimate-mean';
import { binaryCodes } from '../estimates/estimate-proportion';
import type { Design } from '../design/design';
import type { Column, Within } from '../design/domain';
import type { UndefinedReason } from '../sums/point';
import type { RowSample } from '../estimates/row-estimates';

export interface TTestOptions {
  within: Within;
  /** confidence level, default 0.95 */
  level?: number;
}

/** A t-test by the design; null parts are not defined and have a reason. */
export interface TTest extends Pick<RowSample, 'n' | 'df'> {
  /** the difference tested, in the units of the variable */
  difference: number | null;
  se: number | null;
  t: number | null;
  /** degrees of freedom of the test: those of the rows used, minus 1 */
  dfTest: number | null;
  /** two-sided */
  p: number | null;
  low: number | null;
  high: number | null;
  level: number;
  reason: UndefinedReason | 'no-variance' | null;
}

type Difference = Pick<RowSample, 'n' | 'df'> & {
  value: number | null;
  se: number | null;
  reason: UndefinedReason | null;
};

/**
 * Does the mean of a domain differ from a given value? Degrees of freedom are those of the rows used
 * minus 1, as in R survey's `svyttest`, see tests/conformance (family ttest).
 *
 * @param y NaN = missing, such rows leave the domain but keep their place in the design
 * @throws DesignError when a stratum has a single PSU and the design chose no rule
 */
export function tTestOfMean(
  design: Design,
  y: Column,
  nullValue: number,
  { within, level = 0.95 }: TTestOptions
): TTest {
  const mean = estimateMean(design, y, { within });
  const value = mean.value === null ? null : mean.value - nullValue;
  const reason = mean.reason === 'no-degrees-of-freedom' ? null : mean.reason;
  return tested({ n: mean.n, df: mean.df, value, se: mean.se, reason }, level);
}

/**
 * Do the means of two groups differ? The difference is group 1 minus group 0, with the covariance of
 * groups that share clusters (a regression on the group).
 *
 * @param group 1, 0 or NaN = in neither
 * @throws DesignError on a group that is not 0 or 1, and as above
 */
export function tTestOfGroups(
  design: Design,
  y: Column,
  group: Column,
  { within, level = 0.95 }: TTestOptions
): TTest {
  const groups = { codes: binaryCodes(group), labels: ['0', '1'] };
  return tested(combineMeans(design, y, groups, [-1, 1], within), level);
}

function tested({ n, df, value, se, reason }: Difference, level: number): TTest {
  const dfTest = df === null ? null : df - 1;
  const hasDf = dfTest !== null && dfTest > 0;
  const t = value !== null && se !== null && se > 0 ? value / se : null;
  return {
    n,
    df,
    difference: value,
    se,
    t,
    dfTest,
    p: t === null || !hasDf ? null : tTwoSided(t, dfTest),
    ...combinedInterval({ value, se }, dfTest, level),
    level,
    reason: reason ?? (t === null ? 'no-variance' : hasDf ? null : 'no-degrees-of-freedom')
  };
}
