import { unlessRounding } from './add-up';
import type { RowResiduals } from '../design/projection';
import type { Tabulation } from './tabulation';

/**
 * The score of an estimate (its linearization), as a linear form of the sums of a tabulation.
 * A row's score is 0 outside `within`.
 */
export interface Score {
  /** places in a block of `cells * width` sums */
  at: number[];
  factor: number[];
  /** cells that hold the rows used */
  within: readonly number[];
  /**
   * the estimate itself from any block of sums of the same shape, which starts at `from`: how a
   * replicate is computed; NaN where it is not defined
   */
  value: (sums: Float64Array, from: number) => number;
}

/** Place of a measure in a block of sums. */
export const place = (tabulation: Tabulation, cell: number, measure = 0): number =>
  cell * tabulation.width + measure;

/** Per stratum: the sum of PSU scores and their products around the stratum's mean. */
export interface StratumScores {
  /** at `stratum * scores + score` */
  sums: Float64Array;
  /** at `(stratum * scores + a) * scores + b` */
  products: Float64Array;
}

/** Scores of every estimate, added up within PSUs and compared within strata. */
export function stratumScores(tabulation: Tabulation, scores: readonly Score[]): StratumScores {
  const { between, frame, cells, width } = tabulation;
  if (between.kind === 'replicate') throw new TypeError('replicates have no sums per PSU');
  return between.kind === 'psu'
    ? fromUnits(between.sums, cells * width, frame.firstPsu, scores)
    : fromRows(tabulation, scores);
}

/**
 * Sums and centred products of scores for units grouped into parents; used for PSUs in strata and
 * for second-stage units in PSUs.
 */
export function fromUnits(
  sums: Float64Array,
  block: number,
  first: Uint32Array,
  scores: readonly Score[]
): StratumScores {
  const count = scores.length;
  const parents = first.length - 1;
  const result = {
    sums: new Float64Array(parents * count),
    products: new Float64Array(parents * count * count)
  };
  const most = largestGap(first);
  const z = new Float64Array(most * count);
  // Typed: lists of whole and of broken numbers in one loop are several times slower.
  const forms = scores.map(({ at, factor }) => ({
    at: Uint32Array.from(at),
    factor: Float64Array.from(factor)
  }));
  for (let h = 0; h < parents; h++) {
    const start = first[h]!;
    const units = first[h + 1]! - start;
    for (let e = 0; e < count; e++) {
      const { at, factor } = forms[e]!;
      let sum = 0;
      for (let i = 0; i < units; i++) {
        const base = (start + i) * block;
        let value = 0;
        for (let k = 0; k < at.length; k++) value += factor[k]! * sums[base + at[k]!]!;
        z[e * most + i] = value;
        sum += value;
      }
      result.sums[h * count + e] = sum;
      const mean = sum / units;
      for (let i = 0; i < units; i++) z[e * most + i]! -= mean;
    }
    for (let a = 0; a < count; a++)
      for (let b = 0; b <= a; b++) {
        let product = 0;
        for (let i = 0; i < units; i++) product += z[a * most + i]! * z[b * most + i]!;
        result.products[(h * count + a) * count + b] = product;
        result.products[(h * count + b) * count + a] = product;
      }
  }
  return result;
}

function largestGap(first: Uint32Array): number {
  let most = 0;
  for (let h = 1; h < first.length; h++) most = Math.max(most, first[h]! - first[h - 1]!);
  return most;
}

/**
 * The same from moments per (stratum, cell). Products split into a part inside cells and a part
 * between cells (rows in no cell are one more cell, of score 0); both are sums of squares, so equal
 * scores give exactly 0.
 */
function fromRows(tabulation: Tabulation, scores: readonly Score[]): StratumScores {
  const { between, frame, cells, width } = tabulation;
  if (between.kind !== 'row') throw new TypeError('fromRows needs moments of rows');
  const count = scores.length;
  const strata = frame.strata.length;
  const result = {
    sums: new Float64Array(strata * count),
    products: new Float64Array(strata * count * count)
  };
  const tally = {
    sum: new Float64Array(strata * count * count),
    size: new Float64Array(strata * count * count)
  };
  const forms = scores.map((score) => dense(score, cells * width));
  const touched = [...new Set(scores.flatMap((s) => s.at.map((p) => Math.floor(p / width))))];
  const means = new Float64Array(touched.length * count);
  for (let h = 0; h < strata; h++) {
    let inside = 0;
    for (const c of touched) inside += between.n[h * cells + c]!;
    const total = frame.psus[h]!;
    const overall = new Float64Array(count);
    for (let e = 0; e < count; e++) {
      for (let t = 0; t < touched.length; t++) {
        const c = touched[t]!;
        const rows = between.n[h * cells + c]!;
        let sum = 0;
        for (let m = 0; m < width; m++)
          sum += forms[e]![c * width + m]! * between.sums[(h * cells + c) * width + m]!;
        means[t * count + e] = rows > 0 ? sum / rows : 0;
        result.sums[h * count + e]! += sum;
      }
      overall[e] = total > 0 ? result.sums[h * count + e]! / total : 0;
    }
    for (let a = 0; a < count; a++)
      for (let b = 0; b <= a; b++) {
        const place = (h * count + a) * count + b;
        add(tally, place, (total - inside) * overall[a]! * overall[b]!);
        for (let t = 0; t < touched.length; t++) {
          const c = touched[t]!;
          const rows = between.n[h * cells + c]!;
          if (rows === 0) continue;
          const ofA = means[t * count + a]! - overall[a]!;
          const ofB = means[t * count + b]! - overall[b]!;
          add(tally, place, rows * ofA * ofB);
          const from = (h * cells + c) * width;
          addInsideCell(
            tally,
            place,
            between.products,
            from,
            width,
            c * width,
            forms[a]!,
            forms[b]!
          );
        }
      }
  }
  if (between.residuals)
    toResiduals(result.sums, tally, frame.psus, between.residuals, scores, cells * width);
  for (let h = 0; h < strata; h++)
    for (let a = 0; a < count; a++)
      for (let b = 0; b <= a; b++) {
        const place = (h * count + a) * count + b;
        const product = unlessRounding(tally.sum[place]!, tally.size[place]!);
        result.products[place] = product;
        result.products[(h * count + b) * count + a] = product;
      }
  return result;
}

/** Sums of terms, and sums of their sizes: what is left where terms cancel is rounding. */
interface Tally {
  sum: Float64Array;
  size: Float64Array;
}

function add({ sum, size }: Tally, place: number, term: number): void {
  sum[place]! += term;
  size[place]! += Math.abs(term);
}

/**
 * Scores minus what the auxiliary columns explain: their coefficients are the same linear form of the
 * coefficients of the places.
 */
function toResiduals(
  sums: Float64Array,
  products: Tally,
  psus: ArrayLike<number>,
  residuals: RowResiduals,
  scores: readonly Score[],
  places: number
): void {
  const { count: columns, coefficients, cross } = residuals;
  const size = scores.length;
  const explained = scores.map((score) => combine(score, coefficients, 0, columns));
  for (let h = 0; h < sums.length / size; h++) {
    const crossed = scores.map((score) => combine(score, cross, h * places, columns));
    const own = residuals.products.subarray(h * columns * columns, (h + 1) * columns * columns);
    const parts = explained.map((form) => dot(form, residuals.sums, h * columns));
    for (let a = 0; a < size; a++) {
      sums[h * size + a]! -= parts[a]!;
      for (let b = 0; b <= a; b++) {
        const place = (h * size + a) * size + b;
        add(products, place, -dot(explained[b]!, crossed[a]!, 0));
        add(products, place, -dot(explained[a]!, crossed[b]!, 0));
        for (let k = 0; k < columns; k++)
          add(products, place, explained[a]![k]! * dot(explained[b]!, own, k * columns));
        // The columns' own products were centred by taking off this much.
        products.size[place]! += Math.abs(parts[a]! * parts[b]!) / Math.max(1, psus[h]!);
      }
    }
  }
}

/** A score's form of rows of `columns` numbers, the first at row `from`. */
function combine(
  { at, factor }: Score,
  rows: Float64Array,
  from: number,
  columns: number
): Float64Array {
  const sum = new Float64Array(columns);
  for (let p = 0; p < at.length; p++)
    for (let k = 0; k < columns; k++) sum[k]! += factor[p]! * rows[(from + at[p]!) * columns + k]!;
  return sum;
}

function dot(a: Float64Array, b: Float64Array, from: number): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[from + k]!;
  return sum;
}

function dense(score: Score, size: number): Float64Array {
  const form = new Float64Array(size);
  score.at.forEach((at, k) => (form[at]! += score.factor[k]!));
  return form;
}

function addInsideCell(
  tally: Tally,
  place: number,
  products: Float64Array,
  row: number,
  width: number,
  from: number,
  a: Float64Array,
  b: Float64Array
): void {
  for (let i = 0; i < width; i++) {
    const factor = a[from + i]!;
    if (factor === 0) continue;
    for (let j = 0; j < width; j++)
      add(tally, place, factor * b[from + j]! * products[(row + i) * width + j]!);
  }
}
