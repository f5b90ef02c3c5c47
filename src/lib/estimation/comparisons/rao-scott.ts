import { crossCells } from './contingency';
import { congruence, interactionContrasts } from '../numeric/contrasts';
import { chiSquareMixtureUpper, chiSquareUpper, fUpper } from '../numeric/distributions';
import { cholesky, eigenvalues, sumOfSquares, trace, whitened } from '../numeric/symmetric';
import { usedUnits } from '../sums/used-units';
import { covariance } from '../sums/variance';
import { totalsCovariance, waldTests } from './wald-independence';
import { weightedTable } from './weighted-table';
import type { Matrix } from '../numeric/contrasts';
import type { Design } from '../design/design';
import type { Groups, Within } from '../design/domain';
import type { Score } from '../sums/score';
import type { FTest } from './wald-independence';
import type { WeightedTable } from './weighted-table';

export interface ChiSquareTest {
  statistic: number | null;
  df: number | null;
  p: number | null;
}

/** Why a table gives no test. */
export type NoTestReason =
  /** fewer than two rows or two columns hold weight */
  | 'table-too-small'
  /** so many empty cells that some interaction cannot be seen */
  | 'too-many-empty-cells'
  | 'every-stratum-lonely'
  /** the shares do not vary from cluster to cluster */
  | 'no-variance'
  | 'no-degrees-of-freedom';

/** Tests of independence of two categories. */
export interface IndependenceTest {
  /** respondents with both answers */
  n: number;
  /** degrees of freedom of the design over these respondents */
  df: number | null;
  dfFull: number;
  /** weighted size of the association, 0..1 */
  cramersV: number | null;
  /** Rao-Scott F, second order: the test to use */
  secondOrder: FTest;
  /** Rao-Scott chi-square, first order; `statistic` is Pearson's on weighted shares, `p` the corrected one */
  firstOrder: ChiSquareTest;
  /** asked for with `withAlternatives`; empty otherwise, as the next two */
  wald: FTest;
  /** Wald with the correction for few clusters */
  adjustedWald: FTest;
  /** Pearson's statistic against the weighted sum of chi-squares it follows */
  mixture: { statistic: number | null; p: number | null };
  reason: NoTestReason | null;
}

/**
 * Are two categories independent? Rows and columns without weight are left aside.
 *
 * Rao and Scott (1984): Pearson's statistic on weighted shares, corrected by the generalized design
 * effects of the interaction, the eigenvalues of (C'P^-1 C / n)^-1 C'P^-1 V P^-1 C. Wald: Koch, Freeman
 * and Freeman (1975). Same numbers as R survey's `svychisq`, see tests/conformance (family chisq).
 *
 * @param rows, columns code 0 = missing or not a category asked for; such respondents leave the table
 *   but keep their place in the design
 * @param options.withAlternatives also the Wald tests and the exact weighted sum, which take as long again
 * @throws DesignError when a stratum has a single PSU and the design chose no rule
 *
 * @example
 * testIndependence(design, neighborhood, foodNeed, { within: 'all' }).secondOrder.p // 3.3e-14
 */
export function testIndependence(
  design: Design,
  rows: Groups,
  columns: Groups,
  options: { within: Within; withAlternatives?: boolean }
): IndependenceTest {
  const { tabulation } = crossCells(design, rows, columns, options.within);
  const cells = Array.from({ length: tabulation.cells }, (_, cell) => cell);
  const { df } = usedUnits(tabulation, cells);
  const sample: Sample = {
    n: tabulation.n.reduce((sum, n) => sum + n, 0),
    df,
    dfFull: design.dfFull
  };
  const table = weightedTable(tabulation, rows.labels.length, columns.labels.length);
  if (table.rows.length < 2 || table.columns.length < 2) return untested(sample, 'table-too-small');
  const contrasts = interactionContrasts(table.rows.length, table.columns.length);
  const ofContrasts = covariance(tabulation, contrastScores(table, contrasts, cells), cells);
  if (!ofContrasts) return untested(sample, 'every-stratum-lonely');
  const ofTotals = options.withAlternatives ? totalsCovariance(tabulation, table, cells) : null;
  return testTable(sample, table, contrasts, { ofContrasts, ofTotals });
}

/**
 * Scores of C'P^-1 p, the interaction of the shares each over its own value. Contrasts add up to 0, so
 * what the shares have in common, their total, falls out: all but the part of empty cells.
 */
function contrastScores(
  table: WeightedTable,
  contrasts: Matrix,
  within: readonly number[]
): Score[] {
  const { kept, shares, total } = table;
  return Array.from({ length: contrasts.rows }, (_, a): Score => {
    const line = contrasts.at.subarray(a * kept.length, (a + 1) * kept.length);
    const over = line.map((x, cell) => (shares[cell]! > 0 ? x / shares[cell]! : 0));
    const inEmpty = line.reduce((sum, x, cell) => sum + (shares[cell]! > 0 ? 0 : x), 0);
    const used = [...kept.keys()].filter((cell) => over[cell]! + inEmpty !== 0);
    return {
      at: used.map((cell) => kept[cell]!),
      factor: used.map((cell) => (over[cell]! + inEmpty) / total),
      within,
      value: (sums, from) => {
        let contrast = 0;
        let all = 0;
        kept.forEach((at, cell) => {
          contrast += over[cell]! * sums[from + at]!;
          all += sums[from + at]!;
        });
        return contrast / all;
      }
    };
  });
}

/** Design effects are near 1; this small they are rounding, and the shares do not vary. */
const roundingEffect = 1e-20;

type Sample = Pick<IndependenceTest, 'n' | 'df' | 'dfFull'>;

/** Covariances of the design: of the contrasts of shares, and of the cell totals for the alternatives. */
interface Spread {
  ofContrasts: Float64Array;
  ofTotals: Float64Array | null;
}

function testTable(
  sample: Sample,
  table: WeightedTable,
  contrasts: Matrix,
  { ofContrasts, ofTotals }: Spread
): IndependenceTest {
  const { n, df } = sample;
  const k = contrasts.rows;
  const pearson = n * pearsonShare(table);
  const smaller = Math.min(table.rows.length, table.columns.length) - 1;
  const base = {
    ...untested(sample, 'too-many-empty-cells'),
    cramersV: Math.sqrt(pearson / (n * smaller)),
    ...(ofTotals && waldTests(table, contrasts, ofTotals, df))
  };
  const effects = designEffects(table, contrasts, ofContrasts, n);
  if (!effects) return base;
  const sum = trace(effects, k);
  if (!(sum > roundingEffect)) return { ...base, reason: 'no-variance' };
  const statistic = pearson / sum;
  const ndf = (sum * sum) / sumOfSquares(effects);
  const hasDf = df !== null && df > 0;
  const ddf = df === null ? null : ndf * df;
  const mixed = () => (hasDf ? mixtureP(pearson, effects, k, ndf * df) : null);
  return {
    ...base,
    secondOrder: { statistic, ndf, ddf, p: hasDf ? fUpper(statistic, ndf, ndf * df) : null },
    firstOrder: { statistic: pearson, df: k, p: chiSquareUpper((pearson * k) / sum, k) },
    ...(ofTotals && { mixture: { statistic: pearson, p: mixed() } }),
    reason: hasDf ? null : 'no-degrees-of-freedom'
  };
}

function untested(sample: Sample, reason: NoTestReason): IndependenceTest {
  const none = { statistic: null, ndf: null, ddf: null, p: null };
  return {
    ...sample,
    cramersV: null,
    secondOrder: none,
    firstOrder: { statistic: null, df: null, p: null },
    wald: none,
    adjustedWald: none,
    mixture: { statistic: null, p: null },
    reason
  };
}

/** Sum over cells of (share - expected)^2 / expected; times n it is Pearson's statistic. */
function pearsonShare({ shares, rowShares, columnShares }: WeightedTable): number {
  const width = columnShares.length;
  return shares.reduce((sum, share, cell) => {
    const expected = rowShares[Math.floor(cell / width)]! * columnShares[cell % width]!;
    return sum + (share - expected) ** 2 / expected;
  }, 0);
}

/** Generalized design effects of the interaction as a symmetric matrix with the same eigenvalues. */
function designEffects(
  { shares }: WeightedTable,
  contrasts: Matrix,
  ofContrasts: Float64Array,
  n: number
): Float64Array | null {
  const { rows, columns } = contrasts;
  const simple = new Float64Array(columns * columns);
  shares.forEach((share, cell) => {
    if (share > 0) simple[cell * columns + cell] = 1 / (share * n);
  });
  const lower = cholesky(congruence(contrasts, simple), rows);
  return lower && whitened(lower, ofContrasts, rows);
}

/** The denominator is that of the second-order test: with one eigenvalue both are the same F. */
const mixtureP = (statistic: number, effects: Float64Array, k: number, ddf: number): number =>
  chiSquareMixtureUpper(
    statistic,
    eigenvalues(effects, k).filter((effect) => effect > 0),
    ddf
  );
