import { auxiliaryColumns, crossProducts, rowColumns } from './auxiliary';
import { solver } from '../numeric/solve';
import type { AuxiliaryColumns, AuxiliaryTerm } from './auxiliary';
import type { Design } from './design';
import type { TabulationRequest } from './domain';

/**
 * What calibrated weights change in a variance: the part of a variable that the known totals explain
 * has none. Scores are replaced by what is left of them after a regression on the auxiliary columns,
 * with the weights before the step (Deville and Sarndal 1992; R survey's `calibrate`).
 */
export interface Projection {
  /** auxiliary columns of every step, each times the weight of its step over the final weight */
  columns: AuxiliaryColumns;
  /** the steps in their order; each sees what the ones before it left */
  steps: readonly ProjectionStep[];
  /** PSU or, where each row is its own, stratum of each row, and how many there are */
  home: Uint32Array;
  homes: number;
  /** sums of weight x column per home, at `home * count + column` */
  sums: Float64Array;
  /** where each row is its own PSU: products of weight x column around their mean, per stratum */
  products: Float64Array | null;
  /** the same sums per second-stage unit */
  unitSums: Float64Array | null;
}

/** One calibration: a weighted regression on the columns of its terms. */
interface ProjectionStep {
  terms: readonly AuxiliaryTerm[];
  /** weights after the step */
  after: Float64Array;
  /** weights before the step */
  before: Float64Array;
  columns: AuxiliaryColumns;
  /** before x final weight / weight after the step: what a variable is summed with */
  start: Float64Array;
  /** turns sums of start x column x variable into coefficients, in place */
  solve: (sums: Float64Array) => Float64Array;
  /** sums of start x column x each column of the steps before, row by row */
  cross: Float64Array;
}

/**
 * A design whose weights were calibrated to totals of the terms: its estimates use the new weights,
 * its variances the residuals. Rows the design leaves out stay out.
 *
 * @param weights new weights, in the order of the rows; those of `design` are the weights before
 */
export function calibratedDesign(
  design: Design,
  weights: Float64Array,
  terms: readonly AuxiliaryTerm[]
): Design {
  const home = design.psu ?? design.stratum;
  const homes = design.psu ? (design.firstPsu[design.strata.length] ?? 0) : design.strata.length;
  const kept = design.excluded
    ? weights.map((weight, i) => (design.excluded![i] ? 0 : weight))
    : weights;
  const earlier = design.projection?.steps ?? [];
  const { columns, steps } = stepsOf(
    [...earlier, { terms, before: design.weights, after: kept }],
    kept
  );
  const sums = homeSums(columns, kept, home, homes);
  const { unit, second } = design;
  const units = second ? (second.firstUnit[second.firstUnit.length - 1] ?? 0) : 0;
  const projection: Projection = {
    columns,
    steps,
    home,
    homes,
    sums,
    products: design.psu ? null : homeProducts(columns, kept, design, sums),
    unitSums: unit && second ? homeSums(columns, kept, unit, units) : null
  };
  return {
    ...design,
    weights: kept,
    isPositive: design.excluded === null && kept.every((w) => w > 0),
    projection
  };
}

/**
 * The steps as regressions on scores of the final weights. The last step's columns stand as they are;
 * an earlier step explains a part that carries the weight of its own time.
 */
function stepsOf(
  calibrations: readonly Pick<ProjectionStep, 'terms' | 'before' | 'after'>[],
  final: Float64Array
): { columns: AuxiliaryColumns; steps: ProjectionStep[] } {
  const ratioTo = (weights: Float64Array): Float64Array =>
    final.map((w, i) => (weights[i] === 0 ? 0 : w / weights[i]!));
  const scaled: AuxiliaryTerm[] = [];
  const steps: ProjectionStep[] = [];
  for (const { terms, before, after } of calibrations) {
    const columns = auxiliaryColumns(terms);
    const isLast = after === final;
    const start = isLast ? before : product(before, ratioTo(after));
    steps.push({
      terms,
      before,
      after,
      columns,
      start,
      solve: solver(crossProducts(columns, before), columns.count).solve,
      cross: crossOf(columns, auxiliaryColumns(scaled), start)
    });
    const back = isLast ? null : final.map((w, i) => (w === 0 ? 0 : after[i]! / w));
    scaled.push(...terms.map((term) => (back ? { ...term, scale: back } : term)));
  }
  return { columns: auxiliaryColumns(scaled), steps };
}

const product = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, i) => x * b[i]!);

/** Sum over rows of weight x column of the first x column of the second, row by row. */
function crossOf(
  first: AuxiliaryColumns,
  second: AuxiliaryColumns,
  weights: Float64Array
): Float64Array {
  const result = new Float64Array(first.count * second.count);
  const at = new Uint32Array(first.terms.length);
  const value = new Float64Array(first.terms.length);
  const at2 = new Uint32Array(second.terms.length);
  const value2 = new Float64Array(second.terms.length);
  for (let i = 0; second.count > 0 && i < weights.length; i++) {
    const found = rowColumns(first, i, at, value);
    const other = rowColumns(second, i, at2, value2);
    for (let a = 0; a < found; a++)
      for (let b = 0; b < other; b++)
        result[at[a]! * second.count + at2[b]!]! += weights[i]! * value[a]! * value2[b]!;
  }
  return result;
}

/** The same design with weights that count as fixed: after trimming no total is met any more. */
export const fixedWeights = (design: Design, weights: Float64Array): Design => ({
  ...design,
  weights,
  isPositive: design.excluded === null && weights.every((w) => w > 0),
  projection: null
});

function homeSums(
  columns: AuxiliaryColumns,
  weights: Float64Array,
  home: Uint32Array,
  homes: number
): Float64Array {
  const { count, terms } = columns;
  const sums = new Float64Array(homes * count);
  const at = new Uint32Array(terms.length);
  const value = new Float64Array(terms.length);
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    const found = rowColumns(columns, i, at, value);
    const from = home[i]! * count;
    for (let a = 0; a < found; a++) sums[from + at[a]!]! += weights[i]! * value[a]!;
  }
  return sums;
}

function homeProducts(
  columns: AuxiliaryColumns,
  weights: Float64Array,
  { stratum, psus }: Design,
  sums: Float64Array
): Float64Array {
  const { count, terms } = columns;
  const products = new Float64Array(psus.length * count * count);
  const at = new Uint32Array(terms.length);
  const value = new Float64Array(terms.length);
  for (let i = 0; i < weights.length; i++) {
    const square = weights[i]! * weights[i]!;
    if (square === 0) continue;
    const found = rowColumns(columns, i, at, value);
    const from = stratum[i]! * count;
    for (let a = 0; a < found; a++)
      for (let b = 0; b < found; b++)
        products[(from + at[a]!) * count + at[b]!]! += square * value[a]! * value[b]!;
  }
  for (let h = 0; h < psus.length; h++)
    for (let a = 0; a < count; a++)
      for (let b = 0; b < count; b++)
        products[(h * count + a) * count + b]! -=
          (sums[h * count + a]! * sums[h * count + b]!) / Math.max(1, psus[h]!);
  return products;
}

/**
 * Coefficients of every (cell, measure) of a tabulation on the auxiliary columns, at
 * `place * count + column`.
 */
export function coefficients(
  { columns: { count }, steps }: Projection,
  request: TabulationRequest
): Float64Array {
  const places = request.cells * ((request.measures?.length ?? 0) + 1);
  const result = new Float64Array(places * count);
  let first = 0;
  for (const step of steps) {
    const size = step.columns.count;
    const sums = startSums(step, request, places);
    for (let k = 0; k < places; k++) {
      const own = sums.subarray(k * size, (k + 1) * size);
      for (let a = 0; a < size; a++)
        for (let b = 0; b < first; b++)
          own[a]! -= step.cross[a * first + b]! * result[k * count + b]!;
      step.solve(own);
      result.set(own, k * count + first);
    }
    first += size;
  }
  return result;
}

function startSums(
  { columns, start }: ProjectionStep,
  { cell, cells, measures = [] }: TabulationRequest,
  places: number
): Float64Array {
  const { count, terms } = columns;
  const width = measures.length + 1;
  const sums = new Float64Array(places * count);
  const at = new Uint32Array(terms.length);
  const value = new Float64Array(terms.length);
  for (let i = 0; i < start.length; i++) {
    const c = cell[i]!;
    if (c >= cells || start[i] === 0) continue;
    const found = rowColumns(columns, i, at, value);
    for (let m = 0; m < width; m++) {
      const part = m === 0 ? start[i]! : start[i]! * measures[m - 1]![i]!;
      const from = (c * width + m) * count;
      for (let a = 0; a < found; a++) sums[from + at[a]!]! += part * value[a]!;
    }
  }
  return sums;
}

/** Takes the explained part out of sums per home, at `home * places + place`, in place. */
export function takeOutExplained(
  sums: Float64Array,
  auxiliary: Float64Array,
  explained: Float64Array,
  count: number
): void {
  const places = explained.length / count;
  const homes = sums.length / places;
  for (let h = 0; h < homes; h++)
    for (let k = 0; k < places; k++) {
      let part = 0;
      for (let a = 0; a < count; a++) part += auxiliary[h * count + a]! * explained[k * count + a]!;
      sums[h * places + k]! -= part;
    }
}

/** Moments of the auxiliary columns with the places of a tabulation, where each row is its own PSU. */
export interface RowResiduals {
  count: number;
  /** at `place * count + column` */
  coefficients: Float64Array;
  /** per stratum, at `stratum * count + column` */
  sums: Float64Array;
  /** around their mean, at `(stratum * count + a) * count + b` */
  products: Float64Array;
  /** columns with places, around their mean, at `(stratum * places + place) * count + column` */
  cross: Float64Array;
}

/** What `fromRows` needs to turn scores of rows into residuals. */
export function rowResiduals(
  design: Design,
  projection: Projection,
  request: TabulationRequest,
  sums: Float64Array
): RowResiduals {
  const { columns, products } = projection;
  const { count, terms } = columns;
  const { cell, cells, measures = [] } = request;
  const width = measures.length + 1;
  const places = cells * width;
  const { weights, stratum, psus } = design;
  const cross = new Float64Array(psus.length * places * count);
  const at = new Uint32Array(terms.length);
  const value = new Float64Array(terms.length);
  for (let i = 0; i < weights.length; i++) {
    const c = cell[i]!;
    const square = weights[i]! * weights[i]!;
    if (c >= cells || square === 0) continue;
    const found = rowColumns(columns, i, at, value);
    for (let m = 0; m < width; m++) {
      const part = m === 0 ? square : square * measures[m - 1]![i]!;
      const from = (stratum[i]! * places + c * width + m) * count;
      for (let a = 0; a < found; a++) cross[from + at[a]!]! += part * value[a]!;
    }
  }
  for (let h = 0; h < psus.length; h++)
    for (let k = 0; k < places; k++) {
      const mean = sums[h * places + k]! / Math.max(1, psus[h]!);
      if (mean === 0) continue;
      for (let a = 0; a < count; a++)
        cross[(h * places + k) * count + a]! -= mean * projection.sums[h * count + a]!;
    }
  return {
    count,
    coefficients: coefficients(projection, request),
    sums: projection.sums,
    products: products ?? new Float64Array(psus.length * count * count),
    cross
  };
}
