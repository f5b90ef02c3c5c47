import { adjustP } from '$lib/estimation/comparisons/adjust-p';
import { tQuantile, tTwoSided } from '$lib/estimation/numeric/distributions';
import { usedUnits } from '$lib/estimation/sums/used-units';
import { covariance } from '$lib/estimation/sums/variance';
import { restKey, restOf } from '$lib/privacy/table';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { Point } from '$lib/estimation/sums/point';
import type { Tabulation } from '$lib/estimation/sums/tabulation';
import type { CellKey, Dimension, RawContrast } from '$lib/privacy/table';
import type { PeopleGrid } from './people-grid';

/** A point estimate over the rows of a place; null where it is not defined there. */
export type PointAt = (cells: (classes: readonly number[]) => number[]) => Point | null;

/**
 * Comparisons of every member with all others (never with a whole that contains it), and with the
 * reference where one is chosen, along each dimension and inside each member of the other.
 *
 * Covariance comes from the scores of the same people. P-values are adjusted by `adjustFamilies`.
 */
export function contrastsOf(
  grid: PeopleGrid,
  pointAt: PointAt,
  reference: Record<string, string | null>
): RawContrast[] {
  return grid.dimensions.flatMap((dimension) =>
    grid.places
      .filter((at) => at[dimension.id] === undefined)
      .flatMap((at) => [
        ...family(grid, pointAt, dimension, at, null),
        ...(reference[dimension.id]
          ? family(grid, pointAt, dimension, at, reference[dimension.id]!)
          : [])
      ])
  );
}

/** One dimension at one place: all members against `reference`, or against their rest without one. */
function family(
  grid: PeopleGrid,
  pointAt: PointAt,
  { id, members }: Dimension,
  at: CellKey,
  reference: string | null
): RawContrast[] {
  const isAsked = reference === null || members.some(({ key }) => key === reference);
  if (!isAsked || members.length < 2) return [];
  return members.flatMap(({ key }) => {
    if (key === reference) return [];
    const other = reference ?? restKey(key);
    const others = reference
      ? (classes: readonly number[]) => grid.cellsAt({ ...at, [id]: reference }, classes)
      : (classes: readonly number[]) =>
          members
            .filter((member) => member.key !== key)
            .flatMap((member) => grid.cellsAt({ ...at, [id]: member.key }, classes));
    const a = pointAt((classes) => grid.cellsAt({ ...at, [id]: key }, classes));
    const b = pointAt(others);
    return a && b
      ? [{ a: { ...at, [id]: key }, b: { ...at, [id]: other }, ...compare(grid.tabulation, a, b) }]
      : [];
  });
}

/**
 * P-values adjusted (Benjamini and Hochberg 1995) over what is shown together: the members of one
 * dimension at one place, for all parts of a battery; references and "all others" apart.
 */
export function adjustFamilies(
  contrasts: readonly RawContrast[],
  battery: string | null = null
): RawContrast[] {
  const families = new Map<string, number[]>();
  contrasts.forEach(({ a, b }, index) => {
    const [split] = Object.keys(a).filter((id) => a[id] !== b[id]);
    const other = split === undefined ? '' : (b[split] ?? '');
    const around = Object.entries(a).filter(([id]) => id !== split && id !== battery);
    const name = JSON.stringify([split, restOf(other) === null ? other : null, around]);
    families.set(name, [...(families.get(name) ?? []), index]);
  });
  const result = [...contrasts];
  for (const members of families.values()) {
    const adjusted = adjustP(
      members.map((index) => contrasts[index]!.p),
      'BH'
    );
    members.forEach((index, i) => {
      result[index] = { ...contrasts[index]!, pAdjusted: adjusted[i] ?? null };
    });
  }
  return result;
}

type Compared = Pick<RawContrast, 'difference' | 'ratio' | 'p' | 'pAdjusted'>;

/**
 * Difference and ratio of two points over the same tabulation (delta method; the ratio's interval on
 * the log scale). p is null where the difference has no standard error to test with.
 */
export function compare(tabulation: Tabulation, a: Point, b: Point): Compared {
  const within = [...new Set([...a.score.within, ...b.score.within])];
  const { df, psuCount } = usedUnits(tabulation, within);
  const sizes = sizesOf(tabulation, within, df, psuCount);
  const v = covariance(tabulation, [a.score, b.score], within);
  /** Standard error of a function of both with these derivatives. */
  const errorOf = (da: number, db: number): number | null =>
    v && Math.sqrt(Math.max(0, da * da * v[0]! + 2 * da * db * v[1]! + db * db * v[3]!));
  const gap = a.value - b.value;
  const se = errorOf(1, -1);
  const hasRatio = a.value > 0 && b.value > 0;
  const log = hasRatio
    ? withT({
        ...sizes,
        value: Math.log(a.value / b.value),
        se: errorOf(1 / a.value, -1 / b.value)
      })
    : null;
  return {
    difference: withT({ ...sizes, value: gap, se }),
    ratio: log && fromLog(log),
    p: se !== null && se > 0 && df !== null && df > 0 ? tTwoSided(gap / se, df) : null,
    pAdjusted: null
  };
}

/** An estimate on the log scale brought back: the interval stays above 0. */
function fromLog(log: Estimate): Estimate {
  const value = Math.exp(log.value!);
  return {
    ...log,
    value,
    se: log.se === null ? null : value * log.se,
    low: log.low === null ? null : Math.exp(log.low),
    high: log.high === null ? null : Math.exp(log.high)
  };
}

function sizesOf(
  tabulation: Tabulation,
  within: readonly number[],
  df: number | null,
  psus: number
): Estimate {
  const sum = (of: (cell: number) => number): number =>
    within.reduce((total, cell) => total + of(cell), 0);
  return {
    value: null,
    se: null,
    low: null,
    high: null,
    level: 0.95,
    df,
    dfFull: tabulation.frame.dfFull,
    n: sum((cell) => tabulation.n[cell]!),
    nPositive: sum((cell) => tabulation.nPositive[cell]!),
    sumWeights: sum((cell) => tabulation.totals[cell * tabulation.width]!),
    psus,
    nEffective: null,
    deff: null,
    deffWithoutReplacement: null,
    method: 't',
    reason: null
  };
}

function withT(estimate: Estimate): Estimate {
  const { value, se, df, level } = estimate;
  if (value === null || se === null || df === null || df <= 0)
    return { ...estimate, reason: 'no-degrees-of-freedom' };
  const reach = tQuantile((1 + level) / 2, df) * se;
  return { ...estimate, low: value - reach, high: value + reach };
}
