import { tInterval } from './estimate';
import { rowCovariance, rowSample } from './row-estimates';
import type { SmoothFormula } from '../sums/combined-point';
import type { Design } from '../design/design';
import type { Estimate, EstimateOptions } from './estimate';

/** A formula of weighted means of the same respondents: a product, a gap, a share of a share. */
export interface SmoothFunction extends SmoothFormula {
  /** columns whose weighted means it takes, each of length `rows`; NaN = the row is outside that mean */
  means: readonly Float64Array[];
}

export interface FunctionEstimates {
  /** in the order asked; null with a reason where a mean has no weight or the value is not finite */
  estimates: Estimate[];
  /** covariance on the full design; rows and columns of undefined functions are 0 */
  covariance: number[][];
}

/**
 * Functions of weighted means with their joint covariance, by linearization: the score of a function
 * is the sum of the scores w (y - mean) / W of its means, each times its slope (delta method; Wolter
 * 2007, chapter 6). With replicate weights every function is computed in every replicate instead.
 *
 * @returns estimates with t intervals; `n` and degrees of freedom over the rows that any of its means
 *   uses
 * @throws DesignError `lonely-psu` under the rule `fail`
 */
export function estimateFunctions(
  design: Design,
  functions: readonly SmoothFunction[],
  options: EstimateOptions = {}
): FunctionEstimates {
  const points = functions.map((one) => pointOf(one, design.weights));
  const defined = functions.flatMap((one, f) => {
    const point = points[f];
    return point ? [{ one, f, point }] : [];
  });
  const covariance = functions.map(() => new Array<number>(functions.length).fill(0));
  const flat =
    defined.length === 0
      ? null
      : rowCovariance(
          design,
          {
            values: defined.map(({ point }) => point.value),
            scores: () => defined.map(({ one, point }) => scoreOf(one, point, design.weights)),
            at: (weights) => valuesAt(defined, weights)
          },
          insideOf(
            design.rows,
            defined.flatMap(({ one }) => one.means)
          ),
          'design'
        );
  if (flat)
    defined.forEach(({ f: row }, a) =>
      defined.forEach(({ f: column }, b) => {
        covariance[row]![column] = flat[a * defined.length + b]!;
      })
    );
  const estimates = functions.map((one, f) =>
    wordEstimate(design, one, points[f] ?? null, flat ? covariance[f]![f]! : null, options)
  );
  return { estimates, covariance };
}

interface MeansPoint {
  value: number;
  means: number[];
  weights: number[];
}

/** Value of a function with some weights; null where it is not defined. */
function pointOf({ means, value }: SmoothFunction, weights: Float64Array): MeansPoint | null {
  const sums = means.map((column) => {
    let weight = 0;
    let total = 0;
    for (let i = 0; i < column.length; i++) {
      const y = column[i]!;
      if (Number.isNaN(y)) continue;
      weight += weights[i]!;
      total += weights[i]! * y;
    }
    return { weight, mean: total / weight };
  });
  if (sums.some(({ weight }) => !(weight > 0))) return null;
  const at = sums.map(({ mean }) => mean);
  const result = value(at);
  return Number.isFinite(result)
    ? { value: result, means: at, weights: sums.map(({ weight }) => weight) }
    : null;
}

function valuesAt(
  defined: readonly { one: SmoothFunction }[],
  weights: Float64Array
): number[] | null {
  const values: number[] = [];
  for (const { one } of defined) {
    const point = pointOf(one, weights);
    if (!point) return null;
    values.push(point.value);
  }
  return values;
}

function scoreOf(
  { means, slopes }: SmoothFunction,
  point: MeansPoint,
  weights: Float64Array
): Float64Array {
  const score = new Float64Array(weights.length);
  const slope = slopes(point.means);
  means.forEach((column, a) => {
    const factor = slope[a]! / point.weights[a]!;
    const mean = point.means[a]!;
    for (let i = 0; i < column.length; i++) {
      const y = column[i]!;
      if (!Number.isNaN(y)) score[i]! += weights[i]! * factor * (y - mean);
    }
  });
  return score;
}

function insideOf(rows: number, columns: readonly Float64Array[]): Uint8Array {
  const inside = new Uint8Array(rows);
  for (const column of columns)
    for (let i = 0; i < rows; i++) if (!Number.isNaN(column[i]!)) inside[i] = 1;
  return inside;
}

function wordEstimate(
  design: Design,
  one: SmoothFunction,
  point: MeansPoint | null,
  variance: number | null,
  options: EstimateOptions
): Estimate {
  const sample = rowSample(design, insideOf(design.rows, one.means));
  const base: Estimate = {
    ...sample,
    value: point?.value ?? null,
    se: point && variance !== null ? Math.sqrt(Math.max(0, variance)) : null,
    low: null,
    high: null,
    level: options.level ?? 0.95,
    nEffective: null,
    deff: null,
    deffWithoutReplacement: null,
    method: 't',
    reason: null
  };
  if (!point)
    return { ...base, reason: sample.sumWeights > 0 ? 'zero-denominator' : 'no-positive-weight' };
  if (variance === null) return { ...base, reason: 'every-stratum-lonely' };
  const bounds = tInterval(base, options.df === 'full' ? base.dfFull : base.df, base.level);
  return bounds ? { ...base, ...bounds } : { ...base, reason: 'no-degrees-of-freedom' };
}
