import type { Design } from '../design/design';
import type { ReplicateSet } from '../design/replicates';
import type { TabulationRequest } from '../design/domain';
import type { Tabulation } from './tabulation';

/** Sums per cell with the weights of the sample and with those of every replicate. */
export function tabulateReplicates(
  design: Design,
  set: ReplicateSet,
  { cell, cells, measures = [] }: TabulationRequest
): Tabulation {
  const width = measures.length + 1;
  const block = cells * width;
  const { weights, rows } = design;
  const n = new Float64Array(cells);
  const nPositive = new Float64Array(cells);
  const totals = new Float64Array(block);
  const squares = new Float64Array(block);
  const wide = set.patterns.length / set.weights.length + 1;
  const hasPattern = new Uint8Array(cells * wide);
  for (let i = 0; i < rows; i++) {
    const c = cell[i]!;
    if (c >= cells) continue;
    const w = weights[i]!;
    n[c]!++;
    if (w !== 0) nPositive[c]!++;
    hasPattern[c * wide + set.patternOf[i]!] = 1;
    squares[c * width]! += w;
    for (let m = 1; m < width; m++) squares[c * width + m]! += w * measures[m - 1]![i]! ** 2;
  }
  addWeighted(totals, 0, weights, { cell, cells, measures });
  const sums = new Float64Array(set.weights.length * block);
  if (measures.length === 0) addFours(sums, set.weights, cell, cells);
  else
    set.weights.forEach((replicate, r) =>
      addWeighted(sums, r * block, replicate, { cell, cells, measures })
    );
  return {
    frame: design,
    cells,
    width,
    n,
    nPositive,
    totals,
    squares,
    between: { kind: 'replicate', set, sums, hasPattern },
    isCalibrated: false
  };
}

/** Adds weight x measure per cell to the block of sums that starts at `from`. */
function addWeighted(
  sums: Float64Array,
  from: number,
  weights: Float64Array,
  { cell, cells, measures = [] }: TabulationRequest
): void {
  const width = measures.length + 1;
  for (let m = 0; m < width; m++) {
    const column = m === 0 ? null : measures[m - 1]!;
    for (let i = 0; i < weights.length; i++) {
      const c = cell[i]!;
      if (c < cells) sums[from + c * width + m]! += weights[i]! * (column ? column[i]! : 1);
    }
  }
}

/**
 * Adds the weights of every replicate per cell, four replicates a pass: their sums lie side by side, so
 * a row's cell is looked up once (80 replicates of a million rows: tests/perf/queries.ts).
 */
function addFours(
  sums: Float64Array,
  replicates: readonly Float64Array[],
  cell: Uint32Array,
  cells: number
): void {
  const none = new Float64Array(cell.length);
  for (let r = 0; r < replicates.length; r += 4) {
    const four = new Float64Array((cells + 1) * 4);
    const [a, b = none, c = none, d = none] = replicates.slice(r, r + 4);
    addFour(four, cell, cells, [a!, b, c, d]);
    for (let k = 0; k < 4 && r + k < replicates.length; k++)
      for (let at = 0; at < cells; at++) sums[(r + k) * cells + at] = four[at * 4 + k]!;
  }
}

function addFour(
  four: Float64Array,
  cell: Uint32Array,
  cells: number,
  [a, b, c, d]: [Float64Array, Float64Array, Float64Array, Float64Array]
): void {
  for (let i = 0; i < cell.length; i++) {
    const at = (cell[i]! < cells ? cell[i]! : cells) * 4;
    const wa = a[i]!;
    const wb = b[i]!;
    const wc = c[i]!;
    const wd = d[i]!;
    four[at]! += wa;
    four[at + 1]! += wb;
    four[at + 2]! += wc;
    four[at + 3]! += wd;
  }
}
