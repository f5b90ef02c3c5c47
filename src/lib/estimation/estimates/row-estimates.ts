import { replicateCovariance } from '../design/replicates';
import { tabulate } from '../sums/tabulate';
import { usedUnits } from '../sums/used-units';
import { covariance } from '../sums/variance';
import type { Design } from '../design/design';
import type { Estimate } from './estimate';
import type { Score } from '../sums/score';

/**
 * Estimates that need the rows themselves: regressions, ranks, agreement. Sums per cell are not
 * enough for them, so they say their score of every row, and themselves with other weights.
 */
export interface RowEstimates {
  /** the estimates with the weights of the design */
  values: ArrayLike<number>;
  /** score of each row for each estimate, weight included (`w (y - mean) / W` for a mean); 0 outside */
  scores: () => readonly Float64Array[];
  /** the same estimates with other weights; null where they are not defined */
  at: (weights: Float64Array) => ArrayLike<number> | null;
}

/** Rows, weights and degrees of freedom behind estimates on some rows (1 = used). */
export type RowSample = Pick<Estimate, 'n' | 'nPositive' | 'sumWeights' | 'df' | 'dfFull' | 'psus'>;

/** The sample behind estimates that use the rows `inside`. */
export function rowSample(design: Design, inside: Uint8Array): RowSample {
  const tabulation = tabulate(design, { cell: cellsOf(inside), cells: 1 });
  const { psuCount, df } = usedUnits(tabulation, [0]);
  return {
    n: tabulation.n[0]!,
    nPositive: tabulation.nPositive[0]!,
    sumWeights: tabulation.totals[0]!,
    df,
    dfFull: design.dfFull,
    psus: psuCount
  };
}

/**
 * Covariance of estimates by rows, row by row: by linearization from their scores, or from the
 * replicate weights of the design; with calibrated weights from residuals of the scores.
 *
 * @param inside 1 = the row is used
 * @param within `'design'` = every PSU counts as used, for estimates that use different rows
 * @returns null when every stratum used is lonely under `average`, or no replicate is defined
 * @throws DesignError `lonely-psu` under the rule `fail`
 */
export function rowCovariance(
  design: Design,
  estimates: RowEstimates,
  inside: Uint8Array,
  within: 'used' | 'design' = 'used'
): Float64Array | null {
  if (design.replicates)
    return replicateCovariance(
      design.replicates,
      design.replicates.weights.map((weights) => estimates.at(weights)),
      estimates.values
    );
  const scores = estimates.scores();
  const { weights } = design;
  const measures = scores.map((score) =>
    score.map((u, i) => (weights[i] === 0 ? 0 : u / weights[i]!))
  );
  const tabulation = tabulate(design, { cell: cellsOf(inside), cells: 1, measures });
  const linear = scores.map((_, e): Score => ({
    at: [e + 1],
    factor: [1],
    within: [0],
    value: (sums, from) => sums[from + e + 1]!
  }));
  return covariance(tabulation, linear, within === 'design' ? 'design' : [0]);
}

const cellsOf = (inside: Uint8Array): Uint32Array => Uint32Array.from(inside, (x) => (x ? 0 : 1));
