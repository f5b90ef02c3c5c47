import { crossCells } from './contingency';
import { congruence, interactionContrasts } from './contrasts';
import { chiSquareMixtureUpper, chiSquareUpper, fUpper } from './distributions';
import { sharePoint } from './point';
import { cholesky, eigenvalues, quadraticForm, sumOfSquares, trace, whitened } from './symmetric';
import { usedUnits } from './used-units';
import { covariance } from './variance';
import type { Matrix } from './contrasts';
import type { Design } from './design';
import type { Groups, Within } from './domain';
import type { Tabulation } from './tabulation';

/** A statistic with its p; null parts are not defined. */
export interface FTest {
  statistic: number | null;
  ndf: number | null;
  ddf: number | null;
  p: number | null;
}

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
  wald: FTest;
  /** Wald with the correction for few clusters */
  adjustedWald: FTest;
  /** Pearson's statistic against the weighted sum of chi-squares it follows; p only when asked for */
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
 * @param options.withMixture also the p of the exact weighted sum, which takes the eigenvalues
 * @throws DesignError when a stratum has a single PSU and the design chose no rule
 *
 * @example
 * testIndependence(design, neighborhood, foodNeed, { within: 'all' }).secondOrder.p // 3.3e-14
 */
export function testIndependence(
  design: Design,
  rows: Groups,
  columns: Groups,
  options: { within: Within; withMixture?: boolean }
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
  const points = table.kept.map((cell) => ({
    share: sharePoint(tabulation, [cell], cells),
    total: sharePoint(tabulation, [cell], cells, 'total')
  }));
  const spread = (scale: 'share' | 'total'): Float64Array | null =>
    covariance(
      tabulation,
      points.flatMap((point) => (typeof point[scale] === 'string' ? [] : [point[scale].score])),
      cells
    );
  const ofShares = spread('share');
  const ofTotals = spread('total');
  if (!ofShares || !ofTotals) return untested(sample, 'every-stratum-lonely');
  return testTable(sample, table, ofShares, ofTotals, options.withMixture ?? false);
}

/** Design effects are near 1; this small they are rounding, and the shares do not vary. */
const roundingEffect = 1e-20;

type Sample = Pick<IndependenceTest, 'n' | 'df' | 'dfFull'>;

/** The rows and columns of a table that hold weight. */
interface Table {
  rows: readonly number[];
  columns: readonly number[];
  /** their cells in the tabulation, row by row */
  kept: readonly number[];
  totals: Float64Array;
  shares: Float64Array;
  rowShares: Float64Array;
  columnShares: Float64Array;
  total: number;
}

function weightedTable({ totals }: Tabulation, height: number, width: number): Table {
  const rowTotals = new Float64Array(height);
  const columnTotals = new Float64Array(width);
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      rowTotals[r]! += totals[r * width + c]!;
      columnTotals[c]! += totals[r * width + c]!;
    }
  const places = (sums: Float64Array): number[] =>
    [...sums.keys()].filter((place) => sums[place]! > 0);
  const rows = places(rowTotals);
  const columns = places(columnTotals);
  const kept = rows.flatMap((r) => columns.map((c) => r * width + c));
  const total = rowTotals.reduce((sum, x) => sum + x, 0);
  const own = Float64Array.from(kept, (cell) => totals[cell]!);
  return {
    rows,
    columns,
    kept,
    totals: own,
    shares: own.map((weight) => weight / total),
    rowShares: Float64Array.from(rows, (r) => rowTotals[r]! / total),
    columnShares: Float64Array.from(columns, (c) => columnTotals[c]! / total),
    total
  };
}

function testTable(
  sample: Sample,
  table: Table,
  ofShares: Float64Array,
  ofTotals: Float64Array,
  withMixture: boolean
): IndependenceTest {
  const { n, df } = sample;
  const contrasts = interactionContrasts(table.rows.length, table.columns.length);
  const k = contrasts.rows;
  const pearson = n * pearsonShare(table);
  const smaller = Math.min(table.rows.length, table.columns.length) - 1;
  const base = {
    ...untested(sample, 'too-many-empty-cells'),
    cramersV: Math.sqrt(pearson / (n * smaller)),
    ...waldTests(table, contrasts, ofTotals, df)
  };
  const effects = designEffects(table, contrasts, ofShares, n);
  if (!effects) return base;
  const sum = trace(effects, k);
  if (!(sum > roundingEffect)) return { ...base, reason: 'no-variance' };
  const statistic = pearson / sum;
  const ndf = (sum * sum) / sumOfSquares(effects);
  const hasDf = df !== null && df > 0;
  const ddf = df === null ? null : ndf * df;
  return {
    ...base,
    secondOrder: { statistic, ndf, ddf, p: hasDf ? fUpper(statistic, ndf, ndf * df) : null },
    firstOrder: { statistic: pearson, df: k, p: chiSquareUpper((pearson * k) / sum, k) },
    mixture: {
      statistic: pearson,
      p: withMixture && hasDf ? mixtureP(pearson, effects, k, ndf * df) : null
    },
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
function pearsonShare({ shares, rowShares, columnShares }: Table): number {
  const width = columnShares.length;
  return shares.reduce((sum, share, cell) => {
    const expected = rowShares[Math.floor(cell / width)]! * columnShares[cell % width]!;
    return sum + (share - expected) ** 2 / expected;
  }, 0);
}

/** Generalized design effects of the interaction as a symmetric matrix with the same eigenvalues. */
function designEffects(
  { shares }: Table,
  contrasts: Matrix,
  ofShares: Float64Array,
  n: number
): Float64Array | null {
  const { rows, columns, at } = contrasts;
  const inverse = shares.map((share) => (share > 0 ? 1 / share : 0));
  const simple = new Float64Array(columns * columns);
  inverse.forEach((x, cell) => (simple[cell * columns + cell] = x / n));
  const lower = cholesky(congruence(contrasts, simple), rows);
  if (!lower) return null;
  const weighted = { rows, columns, at: at.map((x, place) => x * inverse[place % columns]!) };
  return whitened(lower, congruence(weighted, ofShares), rows);
}

function waldTests(
  table: Table,
  contrasts: Matrix,
  ofTotals: Float64Array,
  df: number | null
): Pick<IndependenceTest, 'wald' | 'adjustedWald'> {
  const none = { statistic: null, ndf: null, ddf: null, p: null };
  const k = contrasts.rows;
  const size = table.totals.length;
  const gradient = { ...contrasts, at: expectedTakenOut(table, contrasts) };
  const lower = cholesky(congruence(gradient, ofTotals), k);
  if (!lower || df === null || df <= 0) return { wald: none, adjustedWald: none };
  const gaps = Float64Array.from({ length: k }, (_, a) => {
    let sum = 0;
    for (let cell = 0; cell < size; cell++) {
      const r = Math.floor(cell / table.columns.length);
      const c = cell % table.columns.length;
      const expected = table.rowShares[r]! * table.columnShares[c]!;
      sum += contrasts.at[a * size + cell]! * table.total * (table.shares[cell]! - expected);
    }
    return sum;
  });
  const statistic = quadraticForm(lower, gaps) / k;
  const ddf = df - k + 1;
  const adjusted = (statistic * ddf) / df;
  return {
    wald: { statistic, ndf: k, ddf: df, p: fUpper(statistic, k, df) },
    adjustedWald: ddf > 0 ? { statistic: adjusted, ndf: k, ddf, p: fUpper(adjusted, k, ddf) } : none
  };
}

/** Contrasts of N_rc - N_r. N_.c / N as linear forms of the cell totals, at the totals found. */
function expectedTakenOut(table: Table, { rows: k, columns: size, at }: Matrix): Float64Array {
  const { rowShares, columnShares } = table;
  const width = columnShares.length;
  const result = new Float64Array(at.length);
  for (let a = 0; a < k; a++) {
    const byRow = new Float64Array(rowShares.length);
    const byColumn = new Float64Array(width);
    let both = 0;
    for (let cell = 0; cell < size; cell++) {
      const r = Math.floor(cell / width);
      const c = cell % width;
      const x = at[a * size + cell]!;
      byRow[r]! += x * columnShares[c]!;
      byColumn[c]! += x * rowShares[r]!;
      both += x * rowShares[r]! * columnShares[c]!;
    }
    for (let cell = 0; cell < size; cell++)
      result[a * size + cell] =
        at[a * size + cell]! - byRow[Math.floor(cell / width)]! - byColumn[cell % width]! + both;
  }
  return result;
}

/** The denominator is that of the second-order test: with one eigenvalue both are the same F. */
const mixtureP = (statistic: number, effects: Float64Array, k: number, ddf: number): number =>
  chiSquareMixtureUpper(
    statistic,
    eigenvalues(effects, k).filter((effect) => effect > 0),
    ddf
  );
