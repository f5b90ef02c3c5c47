import { auxiliaryColumns, crossProducts, rowColumns } from './auxiliary';
import { solver } from './weighting/solve';
import type { AuxiliaryColumns, AuxiliaryTerm } from './auxiliary';
import type { Design } from './design';
import type { TabulationRequest } from './tabulation';

/**
 * What calibrated weights change in a variance: the part of a variable that the known totals explain
 * has none. Scores are replaced by what is left of them after a regression on the auxiliary columns,
 * with the weights before the step (Deville and Sarndal 1992; R survey's `calibrate`).
 */
export interface Projection {
  columns: AuxiliaryColumns;
  /** weights before the step */
  start: Float64Array;
  /** turns sums of start weight x column x variable into coefficients, in place */
  solve: (sums: Float64Array) => Float64Array;
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
  const columns = auxiliaryColumns(terms);
  const start = design.weights;
  const { solve } = solver(crossProducts(columns, start), columns.count);
  const home = design.psu ?? design.stratum;
  const homes = design.psu ? (design.firstPsu[design.strata.length] ?? 0) : design.strata.length;
  const kept = design.excluded
    ? weights.map((weight, i) => (design.excluded![i] ? 0 : weight))
    : weights;
  const sums = homeSums(columns, kept, home, homes);
  const { unit, second } = design;
  const units = second ? (second.firstUnit[second.firstUnit.length - 1] ?? 0) : 0;
  const projection: Projection = {
    columns,
    start,
    solve,
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
  { columns, start, solve }: Projection,
  { cell, cells, measures = [] }: TabulationRequest
): Float64Array {
  const { count, terms } = columns;
  const width = measures.length + 1;
  const sums = new Float64Array(cells * width * count);
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
  for (let k = 0; k < cells * width; k++) solve(sums.subarray(k * count, (k + 1) * count));
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
