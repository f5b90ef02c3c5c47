import { addUp } from './add-up';
import { kernel } from './kernels/kernel';
import { rowsOf } from './kernels/rows-of';
import { coefficients, takeOutExplained } from '../design/projection';
import type { Design } from '../design/design';
import type { TabulationRequest } from '../design/domain';
import type { Tabulation } from './tabulation';

/** Sums per (PSU, cell), and per (second-stage unit, cell) when the variance has a second stage. */
export function tabulateUnits(
  design: Design,
  psu: Uint32Array,
  { cell, cells, measures = [] }: TabulationRequest
): Tabulation {
  const width = measures.length + 1;
  const { n, nPositive, sums, squares, totals } =
    measures.length === 0
      ? countPsus(design, cell, cells)
      : sumPsus(design, psu, { cell, cells, measures });
  const unitSums = sumUnits(design, { cell, cells, measures });
  const { projection } = design;
  if (projection) {
    const explained = coefficients(projection, { cell, cells, measures });
    const { count } = projection.columns;
    takeOutExplained(sums, projection.sums, explained, count);
    if (unitSums && projection.unitSums)
      takeOutExplained(unitSums, projection.unitSums, explained, count);
  }
  return {
    frame: design,
    cells,
    width,
    n: addUp(n, cells),
    nPositive: addUp(nPositive, cells),
    totals,
    squares,
    between: { kind: 'psu', sums, n, nPositive, unitSums },
    isCalibrated: projection !== null
  };
}

/** Sums per PSU, and over all PSUs. */
interface Sums {
  n: Uint32Array;
  nPositive: Uint32Array;
  sums: Float64Array;
  totals: Float64Array;
  squares: Float64Array;
}

/** Weights alone: the pass that most tables are made of. */
function countPsus(design: Design, cell: Uint32Array, cells: number): Sums {
  const rows = rowsOf(design);
  const { sums, n, totals } = kernel().sumCells(rows, cell, cells);
  const nPositive = rows.zeroRows.length > 0 ? n.slice() : n;
  for (const i of rows.zeroRows)
    if (cell[i]! < cells) nPositive[rows.home[i]! * cells + cell[i]!]!--;
  return { n, nPositive, sums, totals, squares: totals };
}

function sumPsus(
  design: Design,
  psu: Uint32Array,
  { cell, cells, measures = [] }: TabulationRequest
): Sums {
  const width = measures.length + 1;
  const psus = design.firstPsu[design.strata.length] ?? 0;
  const n = new Uint32Array(psus * cells);
  const nPositive = new Uint32Array(psus * cells);
  const sums = new Float64Array(psus * cells * width);
  const squares = new Float64Array(cells * width);
  const { weights, rows } = design;
  for (let i = 0; i < rows; i++) {
    const c = cell[i]!;
    if (c >= cells) continue;
    const w = weights[i]!;
    const at = psu[i]! * cells + c;
    n[at]!++;
    if (w !== 0) nPositive[at]!++;
    sums[at * width]! += w;
    squares[c * width]! += w;
  }
  for (let m = 1; m < width; m++) {
    const column = measures[m - 1]!;
    for (let i = 0; i < rows; i++) {
      const c = cell[i]!;
      if (c >= cells) continue;
      const value = column[i]!;
      const part = weights[i]! * value;
      sums[(psu[i]! * cells + c) * width + m]! += part;
      squares[c * width + m]! += part * value;
    }
  }
  return { n, nPositive, sums, squares, totals: addUp(sums, cells * width) };
}

function sumUnits(
  design: Design,
  { cell, cells, measures = [] }: TabulationRequest
): Float64Array | null {
  const { unit, second, weights, rows } = design;
  if (!unit || !second) return null;
  const width = measures.length + 1;
  const units = second.firstUnit[second.firstUnit.length - 1] ?? 0;
  const sums = new Float64Array(units * cells * width);
  for (let i = 0; i < rows; i++) {
    const c = cell[i]!;
    if (c >= cells) continue;
    const at = (unit[i]! * cells + c) * width;
    const w = weights[i]!;
    sums[at]! += w;
    for (let m = 1; m < width; m++) sums[at + m]! += w * measures[m - 1]![i]!;
  }
  return sums;
}
