import { addUp } from '../add-up';
import type { CellSquares, CellSums, Kernel, PlacedRows, Rows } from './kernel';

const blocks = new WeakMap<PlacedRows, Uint32Array>();

/** The passes in plain TypeScript: what `sum-cells.wat` is checked against. */
export const typescriptKernel: Kernel = {
  sumCodes(placed, codes, levels) {
    const wide = checkedWidth(codes, levels);
    const size = (placed.rows.homes + 1) * (placed.domains + 1) * wide;
    const sums = new Float64Array(size);
    const n = new Uint32Array(size);
    addCodes(blockOfRows(placed), codes, placed.rows.load, wide, sums, n);
    const kept = placed.rows.homes * (placed.domains + 1) * wide;
    return withTotals(
      { sums: sums.subarray(0, kept), n: n.subarray(0, kept) },
      kept / placed.rows.homes
    );
  },
  sumSquares(placed, codes, levels) {
    const wide = checkedWidth(codes, levels);
    const triples = new Float64Array((placed.rows.homes + 1) * (placed.domains + 1) * wide * 3);
    addSquares(blockOfRows(placed), codes, placed.rows.load, wide, triples);
    return apart(triples, placed.rows.homes * (placed.domains + 1) * wide);
  },
  sumCells({ home, homes, load }, cell, cells) {
    const sums = new Float64Array(homes * cells);
    const n = new Uint32Array(homes * cells);
    addCells({ home, homes, load }, cell, cells, { sums, n });
    return withTotals({ sums, n }, cells);
  }
};

function checkedWidth(codes: Uint8Array, levels: number): number {
  checkCodes(largest(codes), levels);
  return levels + 1;
}

/** @throws RangeError when the largest code is above the number of levels */
export function checkCodes(most: number, levels: number): void {
  if (most > levels) throw new RangeError(`code ${most} where there are ${levels} levels`);
}

function largest(codes: Uint8Array): number {
  let most = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i]! > most) most = codes[i]!;
  return most;
}

/** home * (domains + 1) + domain of each row; kept as long as the placed rows are. */
function blockOfRows(placed: PlacedRows): Uint32Array {
  const known = blocks.get(placed);
  if (known) return known;
  const { rows, domain, domains, within } = placed;
  checkCodes(largest(domain), domains);
  const wide = domains + 1;
  const block = new Uint32Array(domain.length);
  const { home } = rows;
  for (let i = 0; i < block.length; i++)
    block[i] = home[i]! * wide + (within === null || within[i] === 1 ? domain[i]! : 0);
  blocks.set(placed, block);
  return block;
}

/** Four rows at a time, all loads before the stores: a store makes the engine load lengths again. */
function addCodes(
  block: Uint32Array,
  codes: Uint8Array,
  load: Float64Array,
  wide: number,
  sums: Float64Array,
  n: Uint32Array
): void {
  const rows = block.length;
  const whole = rows - (rows % 4);
  for (let i = 0; i < whole; i += 4) {
    const a = block[i]! * wide + codes[i]!;
    const b = block[i + 1]! * wide + codes[i + 1]!;
    const c = block[i + 2]! * wide + codes[i + 2]!;
    const d = block[i + 3]! * wide + codes[i + 3]!;
    const wa = load[i]!;
    const wb = load[i + 1]!;
    const wc = load[i + 2]!;
    const wd = load[i + 3]!;
    sums[a]! += wa;
    n[a]!++;
    sums[b]! += wb;
    n[b]!++;
    sums[c]! += wc;
    n[c]!++;
    sums[d]! += wd;
    n[d]!++;
  }
  for (let i = whole; i < rows; i++) {
    const at = block[i]! * wide + codes[i]!;
    sums[at]! += load[i]!;
    n[at]!++;
  }
}

function addSquares(
  block: Uint32Array,
  codes: Uint8Array,
  load: Float64Array,
  wide: number,
  triples: Float64Array
): void {
  for (let i = 0; i < block.length; i++) {
    const at = (block[i]! * wide + codes[i]!) * 3;
    const value = load[i]!;
    triples[at]! += 1;
    triples[at + 1]! += value;
    triples[at + 2]! += value * value;
  }
}

function apart(triples: Float64Array, size: number): CellSquares {
  const n = new Float64Array(size);
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    n[k] = triples[3 * k]!;
    sums[k] = triples[3 * k + 1]!;
    squares[k] = triples[3 * k + 2]!;
  }
  return { n, sums, squares };
}

const withTotals = (found: Pick<CellSums, 'sums' | 'n'>, cells: number): CellSums => ({
  ...found,
  totals: addUp(found.sums, cells),
  rows: addUp(found.n, cells)
});

function addCells(
  { home, homes, load }: Rows,
  cell: Uint32Array,
  cells: number,
  to: Pick<CellSums, 'sums' | 'n'>
): void {
  const { sums, n } = to;
  for (let i = 0; i < cell.length; i++) {
    const c = cell[i]!;
    if (c >= cells || home[i] === homes) continue;
    const at = home[i]! * cells + c;
    sums[at]! += load[i]!;
    n[at]!++;
  }
}
