import { rowResiduals } from '../design/projection';
import { addUp } from './add-up';
import type { Design } from '../design/design';
import type { TabulationRequest } from '../design/domain';
import type { Tabulation } from './tabulation';

/**
 * Moments per (stratum, cell) when each row is its own PSU. Two passes: products are taken around the
 * mean of the (stratum, cell), so equal weights give exactly equal scores and nothing cancels.
 */
export function tabulateRows(
  design: Design,
  { cell, cells, measures = [] }: TabulationRequest
): Tabulation {
  const width = measures.length + 1;
  const blocks = design.strata.length * cells;
  const n = new Float64Array(blocks);
  const nPositive = new Float64Array(blocks);
  const sums = new Float64Array(blocks * width);
  const squares = new Float64Array(cells * width);
  const { weights, stratum, rows } = design;
  for (let i = 0; i < rows; i++) {
    const c = cell[i]!;
    if (c >= cells) continue;
    const w = weights[i]!;
    const at = stratum[i]! * cells + c;
    n[at]!++;
    if (w !== 0) nPositive[at]!++;
    sums[at * width]! += w;
    squares[c * width]! += w;
    for (let m = 1; m < width; m++) {
      const value = measures[m - 1]![i]!;
      sums[at * width + m]! += w * value;
      squares[c * width + m]! += w * value * value;
    }
  }
  const products = centredProducts(design, { cell, cells, measures }, n, sums);
  const { projection } = design;
  const residuals = projection
    ? rowResiduals(design, projection, { cell, cells, measures }, sums)
    : null;
  return {
    frame: design,
    cells,
    width,
    n: addUp(n, cells),
    nPositive: addUp(nPositive, cells),
    totals: addUp(sums, cells * width),
    squares,
    between: { kind: 'row', n, nPositive, sums, products, residuals },
    isCalibrated: projection !== null
  };
}

function centredProducts(
  design: Design,
  { cell, cells, measures = [] }: TabulationRequest,
  n: Float64Array,
  sums: Float64Array
): Float64Array {
  const width = measures.length + 1;
  const products = new Float64Array(n.length * width * width);
  const gaps = new Float64Array(width);
  const { weights, stratum, rows } = design;
  for (let i = 0; i < rows; i++) {
    const c = cell[i]!;
    if (c >= cells) continue;
    const at = stratum[i]! * cells + c;
    const count = n[at]!;
    const w = weights[i]!;
    gaps[0] = w - sums[at * width]! / count;
    for (let m = 1; m < width; m++)
      gaps[m] = w * measures[m - 1]![i]! - sums[at * width + m]! / count;
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++)
        products[(at * width + a) * width + b]! += gaps[a]! * gaps[b]!;
  }
  return products;
}
