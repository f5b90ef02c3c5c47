import { auxiliaryColumns } from './auxiliary';
import { domainCells } from './domain';
import { binaryCodes } from './estimate-proportion';
import { fitModel } from './fit-model';
import { deltaVariance, exponentiated, undefinedMeasure, withInterval } from './measured';
import { matrixOf } from './matrix';
import { rowCovariance, rowSample } from './row-estimates';
import type { Design } from './design';
import type { Column, Groups, Within } from './domain';
import type { EstimateOptions } from './estimate';
import type { Link } from './fit-model';
import type { Measured } from './measured';
import type { RowSample } from './row-estimates';

export interface SlopeOptions extends EstimateOptions {
  within: Within;
  /** a straight line, or a logistic curve for a variable of 0 and 1 */
  model: 'linear' | 'logit';
}

const linkOf = { linear: 'identity', logit: 'logit' } as const;

/** Inequality from the bottom to the top of ordered groups, fitted on people. */
export interface SlopeInequality extends RowSample {
  /** slope index: fitted value at the top minus at the bottom */
  slope: Measured;
  /** relative index: fitted value at the top over that at the bottom; interval on the log scale */
  ratio: Measured;
}

/**
 * Slope and relative index of inequality: a weighted regression on the share of people in lower
 * groups (those of one group in its middle), read at 0 and at 1.
 *
 * @param y NaN = missing; 0 or 1 for `logit`
 * @param groups labels in their order, from least to most advantaged; rows of code 0 are left out
 * @returns null parts for one group, or where a logistic curve has no finite fit
 * @throws DesignError `not-binary` for another value with `logit`; when a stratum has a single PSU and
 *   no rule was chosen
 *
 * Mackenbach and Kunst (1997). Ranks count as known in the linearization, score w x (y - fitted); with
 * replicate weights they are made anew. Standard errors at the ends by the delta method.
 */
export function estimateSlopeIndex(
  design: Design,
  y: Column,
  groups: Groups,
  { within, model, df: which, level = 0.95 }: SlopeOptions
): SlopeInequality {
  if (model === 'logit') binaryCodes(y);
  const { cell, cells } = domainCells(design, within, [y], groups);
  const inside = Uint8Array.from(cell, (c, i) => (c < cells && !design.excluded?.[i] ? 1 : 0));
  const sample = rowSample(design, inside);
  const masked = (weights: Float64Array): Float64Array =>
    weights.map((w, i) => (inside[i] ? w : 0));
  const fitWith = (weights: Float64Array): LineFit | null =>
    fitLine(cell, cells, y, masked(weights), linkOf[model]);
  const fit = fitWith(design.weights);
  if (!fit) return { ...sample, slope: undefinedMeasure, ratio: undefinedMeasure };
  const flat = rowCovariance(
    design,
    {
      values: [fit.intercept, fit.slope],
      scores: () => lineScores(fit, masked(design.weights)),
      at: (weights) => {
        const found = fitWith(weights);
        return found && [found.intercept, found.slope];
      }
    },
    inside
  );
  const covariance = flat && matrixOf(flat, 2);
  const df = which === 'full' ? design.dfFull : sample.df;
  const measured = (value: number, slopes: readonly number[]): Measured =>
    withInterval(value, deltaVariance(slopes, covariance), { df, level });
  const { mean, change } = links[model];
  const [bottom, top] = [fit.intercept, fit.intercept + fit.slope];
  const [low, high] = [mean(bottom), mean(top)];
  const [byBottom, byTop] = [change(low), change(high)];
  const log =
    low > 0 && high > 0
      ? measured(Math.log(high / low), [byTop / high - byBottom / low, byTop / high])
      : undefinedMeasure;
  return {
    ...sample,
    slope: measured(high - low, [byTop - byBottom, byTop]),
    ratio: exponentiated(log)
  };
}

/** Fitted value of a linear predictor, and its change with the predictor at that value. */
const links = {
  linear: { mean: (x: number): number => x, change: (): number => 1 },
  logit: {
    mean: (x: number): number => 1 / (1 + Math.exp(-x)),
    change: (p: number): number => p * (1 - p)
  }
};

/** Share of weight below the middle of each row's group. */
function middleRanks(cell: Uint32Array, cells: number, weights: Float64Array): Float64Array {
  const sums = new Float64Array(cells);
  for (let i = 0; i < cell.length; i++) if (cell[i]! < cells) sums[cell[i]!]! += weights[i]!;
  const total = sums.reduce((sum, w) => sum + w, 0);
  let below = 0;
  const middle = sums.map((own) => {
    const rank = (below + own / 2) / total;
    below += own;
    return rank;
  });
  return Float64Array.from(cell, (c) => (c < cells ? middle[c]! : 0));
}

interface LineFit {
  intercept: number;
  slope: number;
  x: Float64Array;
  /** y minus fitted, 0 for rows without weight */
  residuals: Float64Array;
  /** sums of working weight, of it times x, and times x squared */
  information: readonly [number, number, number];
}

/** The line on ranks made with these weights, 0 for rows outside; null where there is no finite one. */
function fitLine(
  cell: Uint32Array,
  cells: number,
  y: Column,
  weights: Float64Array,
  link: Link
): LineFit | null {
  if (!weights.some((w) => w !== 0)) return null;
  const x = middleRanks(cell, cells, weights);
  const columns = auxiliaryColumns([
    { kind: 'number', values: new Float64Array(x.length).fill(1) },
    { kind: 'number', values: x }
  ]);
  const fit = fitModel(columns, y, weights, link);
  if ('column' in fit) return null;
  const [intercept = 0, slope = 0] = fit.coefficients;
  const [s0 = 0, s1 = 0, , s2 = 0] = fit.information;
  return { intercept, slope, x, residuals: fit.residuals, information: [s0, s1, s2] };
}

/** Scores of intercept and slope: inverse information times w (1, x) (y - fitted). */
function lineScores(
  { x, residuals, information: [s0, s1, s2] }: LineFit,
  weights: Float64Array
): [Float64Array, Float64Array] {
  const room = s0 * s2 - s1 * s1;
  const gaps = residuals.map((residual, i) => (weights[i]! * residual) / room);
  return [
    gaps.map((gap, i) => gap * (s2 - s1 * x[i]!)),
    gaps.map((gap, i) => gap * (s0 * x[i]! - s1))
  ];
}
