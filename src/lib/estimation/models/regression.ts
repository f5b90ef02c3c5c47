import { rowColumns } from '../design/auxiliary';
import { tTwoSided } from '../numeric/distributions';
import { domainCells, shifted } from '../design/domain';
import { tInterval } from '../estimates/estimate';
import { binaryCodes } from '../estimates/estimate-proportion';
import { fitModel } from './fit-model';
import { matrixOf } from '../numeric/matrix';
import { modelColumns } from './model-columns';
import { ModelError } from './model-error';
import { rowCovariance, rowSample } from '../estimates/row-estimates';
import { solver } from '../numeric/solve';
import type { Design } from '../design/design';
import type { Column, Within } from '../design/domain';
import type { UndefinedReason } from '../sums/point';
import type { Fit, Link } from './fit-model';
import type { ModelColumns, ModelTerm } from './model-columns';
import type { RowSample } from '../estimates/row-estimates';

export interface RegressionOptions {
  /** rows the model is about; there is no default, so every caller says it */
  within: Within;
  link: Link;
  /** confidence level, default 0.95 */
  level?: number;
}

/** One coefficient: log odds with the logit link, units of the outcome with the identity link. */
export interface Coefficient {
  /** `(Intercept)`, the name of a number, or `name=level` */
  name: string;
  value: number;
  se: number | null;
  t: number | null;
  /** two-sided */
  p: number | null;
  low: number | null;
  high: number | null;
}

export interface Regression extends RowSample {
  link: Link;
  coefficients: Coefficient[];
  /** null when the design gives no variance */
  covariance: number[][] | null;
  /** degrees of freedom of tests and intervals: those of the rows used, plus 1, minus coefficients */
  dfResidual: number | null;
  level: number;
  reason: UndefinedReason | null;
}

/**
 * Regression by the design: quasi-binomial logit of a 0/1 outcome, or linear (Binder 1983). The score
 * of a row is information^-1 x w (y - expected).
 *
 * @param y 0 or 1 with the logit link; NaN = missing
 * @param terms categories with their reference level first; a row with a missing term is not used but
 *   keeps its place in the design
 * @throws ModelError when the terms repeat each other, a level is empty, everyone answered alike, the
 *   terms separate the answers, or calibration left negative weights
 * @throws DesignError on an outcome that is not 0 or 1, and when a stratum has a single PSU and the
 *   design chose no rule
 *
 * Same numbers as R survey's `svyglm`, see tests/conformance (family glm).
 *
 * @example
 * fitRegression(design, foodInsecure, [{ name: 'age', kind: 'number', values: age }], {
 *   within: 'all', link: 'logit'
 * }).coefficients[1].p
 */
export function fitRegression(
  design: Design,
  y: Column,
  terms: readonly ModelTerm[],
  { within, link, level = 0.95 }: RegressionOptions
): Regression {
  const used = rowsUsed(design, y, terms, within);
  const sample = rowSample(design, used);
  if (sample.nPositive === 0) throw new ModelError('no-rows');
  const weights = design.weights.map((weight, i) => (used[i] === 1 ? weight : 0));
  const negative = weights.filter((weight) => weight < 0).length;
  if (negative > 0) throw new ModelError('weights-negative', { count: String(negative) });
  const outcome = link === 'logit' ? binaryOutcome(y, weights, used) : centred(y, used);
  const model = modelColumns(terms, weights);
  const fit = fitModel(model.columns, outcome.y, weights, link);
  if (!('coefficients' in fit))
    throw new ModelError('separated', { term: model.names[fit.column]! });
  const own = inOwnUnits(model, fit.coefficients);
  const matrix = rowCovariance(
    design,
    {
      values: own,
      scores: () => scores(model, fit, weights),
      at: (replicate) => {
        const inside = replicate.map((weight, i) => (used[i] === 1 ? weight : 0));
        const again = fitModel(model.columns, outcome.y, inside, link, fit.coefficients);
        return 'coefficients' in again ? inOwnUnits(model, again.coefficients) : null;
      }
    },
    used
  );
  own[0]! += outcome.shift;
  const dfResidual = sample.df === null ? null : sample.df + 1 - own.length;
  const hasDf = dfResidual !== null && dfResidual > 0;
  return {
    ...sample,
    link,
    coefficients: model.names.map((name, j) =>
      tested(name, own[j]!, matrix ? matrix[j * own.length + j]! : null, dfResidual, level)
    ),
    covariance: matrix ? matrixOf(matrix, own.length) : null,
    dfResidual,
    level,
    reason: !matrix ? 'every-stratum-lonely' : hasDf ? null : 'no-degrees-of-freedom'
  };
}

function rowsUsed(
  design: Design,
  y: Column,
  terms: readonly ModelTerm[],
  within: Within
): Uint8Array {
  const numbers = terms.flatMap((term) => (term.kind === 'number' ? [term.values] : []));
  const { cell } = domainCells(design, within, [y, ...numbers]);
  const used = Uint8Array.from(cell, (c, i) => (c === 0 && !design.excluded?.[i] ? 1 : 0));
  for (const term of terms)
    if (term.kind === 'category')
      for (let i = 0; i < used.length; i++) if (term.category.codes[i] === 0) used[i] = 0;
  return used;
}

interface Outcome {
  y: Column;
  /** number taken from the outcome, to be given back to the intercept */
  shift: number;
}

function binaryOutcome(y: Column, weights: Float64Array, used: Uint8Array): Outcome {
  const codes = binaryCodes(y.map((value, i) => (used[i] === 1 ? value : NaN)));
  const seen = new Set<number>();
  for (let i = 0; i < codes.length; i++) if (weights[i]! > 0) seen.add(codes[i]!);
  if (seen.size < 2) throw new ModelError('outcome-constant');
  return { y, shift: 0 };
}

function centred(y: Column, used: Uint8Array): Outcome {
  const cell = Uint32Array.from(used, (isUsed) => 1 - isUsed);
  const { values, shift } = shifted(y, { cell, cells: 1 });
  return { y: values, shift };
}

/** Coefficients of the columns as they came, from those of columns around their mean. */
function inOwnUnits({ centre, spread }: ModelColumns, coefficients: Float64Array): Float64Array {
  const own = coefficients.map((b, j) => b / spread[j]!);
  own.forEach((b, j) => (own[0]! -= j === 0 ? 0 : b * centre[j]!));
  return own;
}

/** Score of every row for every coefficient. */
function scores(model: ModelColumns, fit: Fit, weights: Float64Array): Float64Array[] {
  const { columns } = model;
  const { count, terms } = columns;
  const { solve } = solver(fit.information, count);
  // Column f of the inverse information, in the units of the coefficients.
  const pull = Array.from({ length: count }, (_, f) => {
    const unit = new Float64Array(count);
    unit[f] = 1;
    return inOwnUnits(model, solve(unit));
  });
  const result = Array.from({ length: count }, () => new Float64Array(weights.length));
  const at = new Uint32Array(terms.length);
  const value = new Float64Array(terms.length);
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    const found = rowColumns(columns, i, at, value);
    const size = weights[i]! * fit.residuals[i]!;
    for (let f = 0; f < found; f++) {
      const column = pull[at[f]!]!;
      for (let j = 0; j < count; j++) result[j]![i]! += size * value[f]! * column[j]!;
    }
  }
  return result;
}

function tested(
  name: string,
  value: number,
  v: number | null,
  df: number | null,
  level: number
): Coefficient {
  const se = v === null ? null : Math.sqrt(Math.max(0, v));
  const t = se !== null && se > 0 ? value / se : null;
  const bounds = tInterval({ value, se }, df, level);
  return {
    name,
    value,
    se,
    t,
    p: t === null || df === null || df <= 0 ? null : tTwoSided(t, df),
    low: bounds?.low ?? null,
    high: bounds?.high ?? null
  };
}
