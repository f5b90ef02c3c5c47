import { DesignError } from '../design/design-error';
import { kernel } from './kernels/kernel';
import { rowsOf } from './kernels/rows-of';
import { tabulate } from './tabulate';
import { addUp } from './add-up';
import type { Design } from '../design/design';
import type { PlacedRows } from './kernels/kernel';
import type { DesignRows } from './kernels/rows-of';
import type { PsuSums, RowSums, Tabulation } from './tabulation';

/** A categorical column in one byte a row: 0 = missing or outside. */
export type Codes = Uint8Array;

/**
 * A design crossed with the domains of a table, prepared once and used for every variable in it.
 * Domain code 0 = outside, 1..`domains` inside.
 */
export interface DomainFrame {
  design: Design;
  domains: number;
  rows: DesignRows;
  placed: PlacedRows;
}

/**
 * Prepares the domains of a table.
 *
 * @param within rows that count, as a filter leaves them: the others stay in the design and lie in no
 *   domain; `'all'` (default) = every row
 */
export function frameDomains(
  design: Design,
  domain: Codes,
  domains: number,
  within: 'all' | Uint8Array = 'all'
): DomainFrame {
  checkLength('domain', domain, design);
  if (within !== 'all') checkLength('within', within, design);
  const rows = rowsOf(design);
  return {
    design,
    domains,
    rows,
    placed: { rows, domain, domains, within: within === 'all' ? null : within }
  };
}

function checkLength(column: string, { length }: Uint8Array, { rows }: Design): void {
  if (length !== rows)
    throw new DesignError('column-length', { column, found: length, expected: rows });
}

/** Cell of a domain (1..domains) and a level (1..levels) in a tabulation of categories. */
export const categoryCell = (domain: number, level: number, levels: number): number =>
  domain * (levels + 1) + level;

/**
 * Sums of weights per (PSU, domain, level) in one pass, for variables of up to 255 levels. Cells of
 * domain 0 and level 0 hold the rows left out, so the pass has no branch.
 *
 * @param codes level of each row, 1..`levels`; 0 = missing
 */
export function tabulateCategories(frame: DomainFrame, codes: Codes, levels: number): Tabulation {
  if (levels > 255) throw new DesignError('too-many-levels', { levels });
  const { design, domains } = frame;
  checkLength('codes', codes, design);
  const cells = (domains + 1) * (levels + 1);
  if (design.projection || design.replicates)
    return tabulate(design, { cell: cellsOf(frame, codes, levels), cells });
  const { between, totals, n } = design.psu
    ? psuSums(frame, codes, levels)
    : rowSums(frame, codes, levels, cells);
  return {
    frame: design,
    cells,
    width: 1,
    n,
    nPositive: between.nPositive === between.n ? n : addUp(between.nPositive, cells),
    totals,
    squares: totals,
    between,
    isCalibrated: false
  };
}

/** Domain of a row; 0 where a filter left it out. */
const domainOf = ({ domain, within }: PlacedRows, row: number): number =>
  within === null || within[row] === 1 ? domain[row]! : 0;

/** Cell of each row, as `categoryCell` numbers them; those of excluded rows do not matter. */
function cellsOf({ placed, design }: DomainFrame, codes: Codes, levels: number): Uint32Array {
  const cell = new Uint32Array(design.rows);
  for (let i = 0; i < cell.length; i++)
    cell[i] = categoryCell(domainOf(placed, i), codes[i]!, levels);
  return cell;
}

/** Sums per home, and over all homes. */
interface Sums<Between> {
  between: Between;
  totals: Float64Array;
  n: Float64Array;
}

function psuSums(frame: DomainFrame, codes: Codes, levels: number): Sums<PsuSums> {
  const { sums, n, totals, rows } = kernel().sumCodes(frame.placed, codes, levels);
  const between: PsuSums = {
    kind: 'psu',
    sums,
    n,
    nPositive: positiveOf(frame, codes, levels, n),
    unitSums: unitSums(frame, codes, levels + 1)
  };
  return { between, totals, n: rows };
}

/** Rows of positive weight per cell: the same numbers unless some weights are zero. */
function positiveOf<T extends Uint32Array | Float64Array>(
  { rows, placed, domains }: DomainFrame,
  codes: Codes,
  levels: number,
  n: T
): T {
  if (rows.zeroRows.length === 0) return n;
  const nPositive = n.slice() as T;
  for (const i of rows.zeroRows) {
    const block = rows.home[i]! * (domains + 1) + domainOf(placed, i);
    nPositive[block * (levels + 1) + codes[i]!]!--;
  }
  return nPositive;
}

/**
 * Each row its own PSU: count, sum and square of the distance from the stratum's mean weight. Around
 * that mean one pass is enough, because equal weights give distances of 0. What rounding leaves where
 * the rows of a cell are alike is 0: no weight at all, no spread.
 */
function rowSums(frame: DomainFrame, codes: Codes, levels: number, cells: number): Sums<RowSums> {
  const { meanWeight } = frame.rows;
  const { n, sums, squares } = kernel().sumSquares(frame.placed, codes, levels);
  const nPositive = positiveOf(frame, codes, levels, n);
  const products = new Float64Array(n.length);
  for (let k = 0; k < n.length; k++) {
    const count = n[k]!;
    if (count === 0) continue;
    const gap = sums[k]!;
    const spread = squares[k]! - (gap * gap) / count;
    sums[k] = nPositive[k] === 0 ? 0 : count * meanWeight[Math.floor(k / cells)]! + gap;
    products[k] = spread > count * Number.EPSILON * squares[k]! ? spread : 0;
  }
  return {
    between: { kind: 'row', n, nPositive, sums, products, residuals: null },
    totals: addUp(sums, cells),
    n: addUp(n, cells)
  };
}

function unitSums(frame: DomainFrame, codes: Codes, wide: number): Float64Array | null {
  const { design, domains, placed } = frame;
  const { second, unit, weights, excluded } = design;
  if (!second || !unit) return null;
  const cells = (domains + 1) * wide;
  const units = second.firstUnit[second.firstUnit.length - 1] ?? 0;
  const sums = new Float64Array(units * cells);
  for (let i = 0; i < design.rows; i++) {
    if (excluded?.[i]) continue;
    sums[unit[i]! * cells + domainOf(placed, i) * wide + codes[i]!]! += weights[i]!;
  }
  return sums;
}
