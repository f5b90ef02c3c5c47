import { tTwoSided } from '../numeric/distributions';
import { domainCells, shifted } from '../design/domain';
import { estimatePoint, tInterval } from '../estimates/estimate';
import { withProportionInterval } from '../estimates/estimate-proportion';
import { groupCovariance } from '../estimates/estimate-by-group';
import { exponentiated, undefinedMeasure } from '../estimates/measured';
import { meanPoint } from '../sums/point';
import { tabulate } from '../sums/tabulate';
import { usedUnits } from '../sums/used-units';
import type { Design } from '../design/design';
import type { Column, Within } from '../design/domain';
import type { Estimate, EstimateOptions } from '../estimates/estimate';
import type { ProportionOptions } from '../estimates/estimate-proportion';
import type { Tabulation } from '../sums/tabulation';

/** A variable and the domain its mean is taken over. */
export interface Side {
  y: Column;
  within: Within;
}

/** A derived number with its uncertainty; `low` and `high` at the level asked for. */
export interface Derived {
  value: number;
  /** null when the design gives no variance */
  se: number | null;
  low: number | null;
  high: number | null;
}

/** Two domain means compared. Parts that are not defined are null. */
export interface Comparison {
  a: Estimate;
  b: Estimate;
  /** covariance of the two means, from scores on the full design; null when the design gives none */
  covariance: number[][] | null;
  level: number;
  /** of the rows in either domain */
  df: number | null;
  dfFull: number;
  /** a - b, on the scale of the variable (times 100 it is percentage points for a proportion) */
  difference: Derived | null;
  /** t and two-sided p of the difference; null when its standard error is 0 */
  t: number | null;
  p: number | null;
  /** a / b, null where b is 0; interval on the log scale, where both are above 0 */
  ratio: Derived | null;
  /** null unless both are above 0 */
  logRatio: Derived | null;
  /** null unless both are strictly between 0 and 1 */
  logOddsRatio: Derived | null;
}

export interface CompareOptions extends EstimateOptions {
  /** `proportion` gives the two sides their Korn-Graubard intervals */
  statistic?: 'mean' | 'proportion';
  interval?: ProportionOptions['interval'];
}

/**
 * Difference and ratio of two domain means with the covariance their shared clusters or shared
 * respondents make (delta method, Wolter 2007 chapter 6).
 *
 * Domains may overlap and the two variables may differ: a group against everyone, two needs of the
 * same people, two waves on one panel of PSUs. Missing values leave their own side only.
 *
 * @throws DesignError when a stratum has a single PSU and no rule was chosen
 */
export function compareDomains(
  design: Design,
  a: Side,
  b: Side,
  options: CompareOptions = {}
): Comparison {
  const { tabulation, shifts } = tabulateSides(design, a, b);
  const withinA = [onlyA, both];
  const withinB = [both, onlyB];
  const points = [
    meanPoint(tabulation, withinA, 1, shifts[0]),
    meanPoint(tabulation, withinB, 2, shifts[1])
  ] as const;
  const finish = (estimate: Estimate): Estimate =>
    options.statistic === 'proportion' ? withProportionInterval(estimate, options) : estimate;
  const covariance = groupCovariance(tabulation, points);
  const { df } = usedUnits(tabulation, [onlyA, both, onlyB]);
  const sides = {
    a: finish(estimatePoint(tabulation, points[0], withinA, options)),
    b: finish(estimatePoint(tabulation, points[1], withinB, options)),
    covariance,
    level: options.level ?? 0.95,
    df,
    dfFull: design.dfFull
  };
  return { ...sides, ...deriveFrom(sides, options.df === 'full' ? design.dfFull : df) };
}

const onlyA = 0;
const both = 1;
const onlyB = 2;
/** Rows in neither domain; the three cells before it are disjoint, each side is a sum over two. */
const none = 3;

function tabulateSides(
  design: Design,
  a: Side,
  b: Side
): { tabulation: Tabulation; shifts: readonly [number, number] } {
  const domainA = domainCells(design, a.within, [a.y]);
  const domainB = domainCells(design, b.within, [b.y]);
  const shiftedA = shifted(a.y, domainA);
  const shiftedB = shifted(b.y, domainB);
  const cell = new Uint32Array(design.rows);
  const yA = new Float64Array(design.rows);
  const yB = new Float64Array(design.rows);
  for (let i = 0; i < design.rows; i++) {
    const inA = domainA.cell[i] === 0;
    const inB = domainB.cell[i] === 0;
    cell[i] = inA ? (inB ? both : onlyA) : inB ? onlyB : none;
    if (inA) yA[i] = shiftedA.values[i]!;
    if (inB) yB[i] = shiftedB.values[i]!;
  }
  const tabulation = tabulate(design, { cell, cells: none, measures: [yA, yB] });
  return { tabulation, shifts: [shiftedA.shift, shiftedB.shift] };
}

type Sides = Pick<Comparison, 'a' | 'b' | 'covariance' | 'level'>;
type DerivedParts = Pick<
  Comparison,
  'difference' | 't' | 'p' | 'ratio' | 'logRatio' | 'logOddsRatio'
>;

function deriveFrom(sides: Sides, df: number | null): DerivedParts {
  const nothing = {
    difference: null,
    t: null,
    p: null,
    ratio: null,
    logRatio: null,
    logOddsRatio: null
  };
  const { a, b, covariance: v, level } = sides;
  if (a.value === null || b.value === null) return nothing;
  const [pa, pb] = [a.value, b.value];
  const derive = (value: number, da: number, db: number): Derived => {
    const se = v && standardError(v, da, db);
    const bounds = tInterval({ value, se }, df, level);
    return { value, se, low: bounds?.low ?? null, high: bounds?.high ?? null };
  };
  const difference = derive(pa - pb, 1, -1);
  const canTest = df !== null && df > 0;
  const t =
    canTest && difference.se !== null && difference.se > 0
      ? difference.value / difference.se
      : null;
  const isPositive = pa > 0 && pb > 0;
  const logRatio = isPositive ? derive(Math.log(pa / pb), 1 / pa, -1 / pb) : null;
  // Made on the log scale, the interval stays positive and is the same for a / b and b / a.
  const { low, high } = exponentiated(logRatio ?? undefinedMeasure);
  const hasOdds = isPositive && pa < 1 && pb < 1;
  return {
    difference,
    t,
    p: t === null || df === null ? null : tTwoSided(t, df),
    logRatio,
    ratio: pb === 0 ? null : { ...derive(pa / pb, 1 / pb, -pa / pb ** 2), low, high },
    logOddsRatio: hasOdds
      ? derive(
          Math.log(pa / (1 - pa)) - Math.log(pb / (1 - pb)),
          1 / (pa * (1 - pa)),
          -1 / (pb * (1 - pb))
        )
      : null
  };
}

/** Of a function of the two means with these slopes. */
function standardError(v: number[][], da: number, db: number): number {
  const variance = da * da * v[0]![0]! + 2 * da * db * v[0]![1]! + db * db * v[1]![1]!;
  return Math.sqrt(Math.max(0, variance));
}
