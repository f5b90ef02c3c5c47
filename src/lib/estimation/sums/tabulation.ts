import type { SamplingFrame } from '../design/design';
import type { RowResiduals } from '../design/projection';
import type { ReplicateSet } from '../design/replicates';

/**
 * The only way an estimator sees data: sums per (stratum, PSU, cell) over disjoint cells.
 *
 * A cell is a domain, or a domain crossed with a category; each row lies in one cell or in none.
 * Measure 0 is the weight itself; measure m is the weight times column m. Scores of every estimate
 * here are linear in these sums, so nothing else is needed, and an engine that answers
 * `GROUP BY stratum, psu, cell` can fill the same interface.
 */
export interface Tabulation {
  readonly frame: SamplingFrame;
  readonly cells: number;
  /** measures per cell, the weight included */
  readonly width: number;
  /** unweighted rows per cell */
  readonly n: Float64Array;
  /** rows per cell with a weight above zero */
  readonly nPositive: Float64Array;
  /** sum of weight x column, at `cell * width + measure` */
  readonly totals: Float64Array;
  /** sum of weight x column squared, same places; for the design effect */
  readonly squares: Float64Array;
  readonly between: PsuSums | RowSums | ReplicateSums;
  /** weights were calibrated: rows outside a domain have residuals too, so every PSU counts */
  readonly isCalibrated: boolean;
}

/** Clustered designs: what each PSU adds; residuals of it when the weights were calibrated. */
export interface PsuSums {
  kind: 'psu';
  /** at `(psu * cells + cell) * width + measure` */
  sums: Float64Array;
  /** rows, at `psu * cells + cell` */
  n: Uint32Array;
  nPositive: Uint32Array;
  /** the same sums per second-stage unit, at `(unit * cells + cell) * width + measure` */
  unitSums: Float64Array | null;
}

/** Designs with replicate weights: the sums of every replicate. */
export interface ReplicateSums {
  kind: 'replicate';
  set: ReplicateSet;
  /** at `(replicate * cells + cell) * width + measure` */
  sums: Float64Array;
  /** 1 = a row of the cell has this pattern of replicate weights, at `cell * (patterns + 1) + pattern` */
  hasPattern: Uint8Array;
}

/** Each row its own PSU: moments inside (stratum, cell) say the same in constant space. */
export interface RowSums {
  kind: 'row';
  /** at `stratum * cells + cell` */
  n: Float64Array;
  nPositive: Float64Array;
  /** at `(stratum * cells + cell) * width + measure` */
  sums: Float64Array;
  /** products of measures around their mean, at `((stratum * cells + cell) * width + a) * width + b` */
  products: Float64Array;
  /** turns scores into residuals, when the weights were calibrated */
  residuals: RowResiduals | null;
}
