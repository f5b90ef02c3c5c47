import { fUpper } from '../numeric/distributions';
import { domainCells } from '../design/domain';
import { groupCovariance } from '../estimates/estimate-by-group';
import { meanPoint } from '../sums/point';
import { cholesky, quadraticForm } from '../numeric/symmetric';
import { tabulate } from '../sums/tabulate';
import { usedUnits } from '../sums/used-units';
import type { Design } from '../design/design';
import type { Column, Groups, Within } from '../design/domain';
import type { Tabulation } from '../sums/tabulation';

/** A test of several differences at once. */
export interface JointTest {
  f: number;
  /** numerator and denominator degrees of freedom */
  df1: number;
  df2: number;
  p: number;
}

/**
 * Wald F test that all differences are 0: F = d'V^-1 d (df - m + 1)/(m df) on m and df - m + 1 degrees
 * of freedom (Korn and Graubard 1990).
 *
 * @param differences m estimates
 * @param covariance of them, row by row
 * @param df of the design
 * @returns null when one difference follows from the others, or df is below m
 */
export function jointTest(
  differences: readonly number[],
  covariance: Float64Array,
  df: number | null
): JointTest | null {
  const size = differences.length;
  const root = cholesky(covariance, size);
  if (!root || size === 0 || df === null || df < size) return null;
  const df2 = df - size + 1;
  const f = (quadraticForm(root, Float64Array.from(differences)) * df2) / (size * df);
  return { f, df1: size, df2, p: fUpper(f, size, df2) };
}

/** A group compared with everyone else on several items at once. */
export interface ItemComparison {
  /** per item: mean of the group minus mean of the others; null where one of them has nobody */
  differences: (number | null)[];
  /** of all differences together; null when it is not defined */
  test: JointTest | null;
}

/**
 * Does a group differ from the others on any of several items, as the options of a question with several
 * answers? One test for each group in place of one per item, with the covariance that the same people and
 * clusters make.
 *
 * @param items columns of length `rows`; a row with any item missing is left out
 * @param groups at least two; who is in none is in no comparison
 * @returns one per group, in their order; of two groups the second only turns the signs of the first
 * @throws DesignError when a stratum has a single PSU and no rule was chosen
 */
export function compareItems(
  design: Design,
  items: readonly Column[],
  groups: Groups,
  within: Within = 'all'
): ItemComparison[] {
  const domain = domainCells(design, within, items, groups);
  // One pass over the rows for all groups: it takes longer than the tests.
  const tabulation = tabulate(design, { ...domain, measures: items });
  const all = groups.labels.map((_, cell) => cell);
  const { df } = usedUnits(tabulation, all);
  return all.map((own) => {
    const others = all.filter((cell) => cell !== own);
    return compareCells(tabulation, items.length, [own], others, df);
  });
}

function compareCells(
  tabulation: Tabulation,
  size: number,
  a: readonly number[],
  b: readonly number[],
  df: number | null
): ItemComparison {
  const meansOf = (cells: readonly number[]) =>
    Array.from({ length: size }, (_, k) => meanPoint(tabulation, cells, k + 1));
  const [own, others] = [meansOf(a), meansOf(b)];
  const differences = own.map((point, k) => {
    const other = others[k]!;
    return typeof point === 'string' || typeof other === 'string'
      ? null
      : point.value - other.value;
  });
  const known = differences.filter((difference) => difference !== null);
  if (known.length < size) return { differences, test: null };
  const v = groupCovariance(tabulation, [...own, ...others]);
  if (!v) return { differences, test: null };
  const covariance = new Float64Array(size * size);
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++)
      covariance[j * size + k] =
        v[j]![k]! - v[j]![size + k]! - v[size + j]![k]! + v[size + j]![size + k]!;
  return { differences, test: jointTest(known, covariance, df) };
}
