import { crossProducts, rowColumns } from '../design/auxiliary';
import { solver } from '../numeric/solve';
import type { AuxiliaryColumns } from '../design/auxiliary';
import type { Column } from '../design/domain';

/** `logit`: log odds of a 0/1 outcome; `identity`: the outcome itself. */
export type Link = 'logit' | 'identity';

export interface Fit {
  coefficients: Float64Array;
  /** sum of working weight x column x column at the solution: the information */
  information: Float64Array;
  /** outcome minus what the model expects, per row; 0 where the weight is 0 */
  residuals: Float64Array;
}

/** A fit that moved on without end, and the column that moved most. */
export interface Runaway {
  column: number;
}

const rounds = 60;
/** Newton's steps shrink by their square: after one this small nothing is left to gain. */
const settled = 1e-9;

/**
 * Weighted quasi-likelihood fit by Newton's method with halved steps (McCullagh and Nelder 1989,
 * chapters 2 and 4). With the identity link it is weighted least squares.
 *
 * @param y finite wherever the weight is above 0; 0 or 1 with the logit link
 * @param start coefficients to start from, default 0
 * @returns the column that kept moving when there is no solution (separation, collinear columns)
 */
export function fitModel(
  columns: AuxiliaryColumns,
  y: Column,
  weights: Float64Array,
  link: Link,
  start?: Float64Array
): Fit | Runaway {
  let state = stateAt(columns, y, weights, link, start ?? new Float64Array(columns.count));
  let last: Float64Array = new Float64Array(columns.count);
  for (let round = 0; round < rounds; round++) {
    const { rank, solve } = solver(state.information, columns.count);
    if (rank < columns.count) return { column: largest(last) };
    last = solve(state.gradient.slice());
    const next = climb(columns, y, weights, link, state, last);
    if (!next) return state;
    state = next;
    if (last.every((step, j) => Math.abs(step) <= settled * (1 + Math.abs(state.coefficients[j]!))))
      return state;
  }
  return { column: largest(last) };
}

interface State extends Fit {
  gradient: Float64Array;
  /** log quasi-likelihood, up to a constant */
  likelihood: number;
}

/** The state after a step, halved until it does not fall; null when even a tiny step does. */
function climb(
  columns: AuxiliaryColumns,
  y: Column,
  weights: Float64Array,
  link: Link,
  from: State,
  step: Float64Array
): State | null {
  for (let share = 1; share > 1e-9; share /= 2) {
    const coefficients = from.coefficients.map((b, j) => b + share * step[j]!);
    const state = stateAt(columns, y, weights, link, coefficients);
    const slack = 1e-12 * (Math.abs(from.likelihood) + Math.abs(state.likelihood));
    if (state.likelihood >= from.likelihood - slack) return state;
  }
  return null;
}

function stateAt(
  columns: AuxiliaryColumns,
  y: Column,
  weights: Float64Array,
  link: Link,
  coefficients: Float64Array
): State {
  const { terms, count } = columns;
  const at = new Uint32Array(terms.length);
  const value = new Float64Array(terms.length);
  const gradient = new Float64Array(count);
  const residuals = new Float64Array(weights.length);
  const working = new Float64Array(weights.length);
  let likelihood = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const found = rowColumns(columns, i, at, value);
    let predicted = 0;
    for (let f = 0; f < found; f++) predicted += coefficients[at[f]!]! * value[f]!;
    const row = link === 'logit' ? logitRow(y[i]!, predicted) : identityRow(y[i]!, predicted);
    residuals[i] = row.residual;
    working[i] = weight * row.slope;
    likelihood += weight * row.likelihood;
    for (let f = 0; f < found; f++) gradient[at[f]!]! += weight * row.residual * value[f]!;
  }
  const information = crossProducts(columns, working);
  return { coefficients, information, residuals, gradient, likelihood };
}

/** Both tails of the logistic curve are computed from the small one: no digits are lost near 0 and 1. */
function logitRow(y: number, predicted: number) {
  const small = Math.exp(-Math.abs(predicted));
  const near = 1 / (1 + small);
  const far = small / (1 + small);
  const isUp = predicted >= 0;
  return {
    residual: y === 1 ? (isUp ? far : near) : -(isUp ? near : far),
    slope: near * far,
    likelihood: (y === 1) === isUp ? -Math.log1p(small) : -Math.abs(predicted) - Math.log1p(small)
  };
}

function identityRow(y: number, predicted: number) {
  const residual = y - predicted;
  return { residual, slope: 1, likelihood: -residual * residual };
}

/** The column a runaway fit is about: the intercept only when nothing else moves as much. */
function largest(step: Float64Array): number {
  let best = 0;
  for (let j = 1; j < step.length; j++) {
    const rival = best === 0 ? Math.abs(step[0]!) / 2 : Math.abs(step[best]!);
    if (Math.abs(step[j]!) > rival) best = j;
  }
  return best;
}
