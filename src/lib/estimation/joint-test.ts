import { fUpper } from './distributions';
import { domainCells } from './domain';
import { groupCovariance } from './estimate-by-group';
import { meanPoint } from './point';
import { cholesky, quadraticForm } from './symmetric';
import { tabulate } from './tabulate';
import { usedUnits } from './used-units';
import type { Design } from './design';
import type { Column, Within } from './domain';

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

/** Two domains compared on several items at once. */
export interface ItemComparison {
  /** per item: mean of `a` minus mean of `b`; null where one of them has nobody */
  differences: (number | null)[];
  /** of all differences together; null when it is not defined */
  test: JointTest | null;
}

/**
 * Do two groups differ on any of several items, as the options of a question with several answers? One
 * test in place of one per item, with the covariance that the same people and clusters make.
 *
 * @param items columns of length `rows`; a row with any item missing is left out
 * @throws DesignError when a stratum has a single PSU and no rule was chosen
 */
export function compareItems(
  design: Design,
  items: readonly Column[],
  a: Uint8Array,
  b: Uint8Array,
  within: Within = 'all'
): ItemComparison {
  const codes = Uint8Array.from(a, (inA, i) => (inA === 1 ? 1 : b[i] === 1 ? 2 : 0));
  const domain = domainCells(design, within, items, { codes, labels: ['a', 'b'] });
  const tabulation = tabulate(design, { ...domain, measures: items });
  const points = [0, 1].flatMap((cell) =>
    items.map((_, k) => meanPoint(tabulation, [cell], k + 1))
  );
  const valueOf = (place: number): number | null => {
    const point = points[place]!;
    return typeof point === 'string' ? null : point.value;
  };
  const size = items.length;
  const differences = items.map((_, k) => {
    const [one, other] = [valueOf(k), valueOf(size + k)];
    return one === null || other === null ? null : one - other;
  });
  const known = differences.filter((difference) => difference !== null);
  if (known.length < size) return { differences, test: null };
  const v = groupCovariance(tabulation, points);
  const covariance = new Float64Array(size * size);
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++)
      covariance[j * size + k] =
        v[j]![k]! - v[j]![size + k]! - v[size + j]![k]! + v[size + j]![size + k]!;
  const { df } = usedUnits(tabulation, [0, 1]);
  return { differences, test: jointTest(known, covariance, df) };
}
