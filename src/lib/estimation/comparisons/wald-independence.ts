import { congruence } from '../numeric/contrasts';
import { fUpper } from '../numeric/distributions';
import { sharePoint } from '../sums/point';
import { cholesky, quadraticForm } from '../numeric/symmetric';
import { covariance } from '../sums/variance';
import type { Matrix } from '../numeric/contrasts';
import type { Tabulation } from '../sums/tabulation';
import type { WeightedTable } from './weighted-table';

/** A statistic with its p; null parts are not defined. */
export interface FTest {
  statistic: number | null;
  ndf: number | null;
  ddf: number | null;
  p: number | null;
}

/** Covariance of the totals of the cells that are kept. */
export function totalsCovariance(
  tabulation: Tabulation,
  { kept }: WeightedTable,
  within: readonly number[]
): Float64Array | null {
  const points = kept.map((cell) => sharePoint(tabulation, [cell], within, 'total'));
  const scores = points.flatMap((point) => (typeof point === 'string' ? [] : [point.score]));
  return covariance(tabulation, scores, within);
}

/**
 * Wald tests of the interaction of the totals (Koch, Freeman and Freeman 1975), the second with the
 * correction for few clusters.
 *
 * @param ofTotals as `totalsCovariance` gives it
 * @param df degrees of freedom of the design; without them there is no test
 */
export function waldTests(
  table: WeightedTable,
  contrasts: Matrix,
  ofTotals: Float64Array,
  df: number | null
): { wald: FTest; adjustedWald: FTest } {
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
function expectedTakenOut(
  table: WeightedTable,
  { rows: k, columns: size, at }: Matrix
): Float64Array {
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
