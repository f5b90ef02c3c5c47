import { DesignError } from './design-error';
import { tabulate } from './tabulate';
import { addUp } from './tabulate-units';
import type { Design } from './design';
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
  /** (PSU or stratum) x (domains + 1) + domain of each row; the last block takes excluded rows */
  block: Uint32Array;
  blocks: number;
  /** weight, or its distance from the stratum's mean weight when each row is its own PSU */
  load: Float64Array;
  meanWeight: Float64Array;
  /** rows of weight zero */
  zeroRows: Uint32Array;
}

/** Prepares the domains of a table; about 3 ns a row. */
export function frameDomains(design: Design, domain: Codes, domains: number): DomainFrame {
  const { rows, weights, excluded } = design;
  if (domain.length !== rows)
    throw new DesignError('column-length', {
      column: 'domain',
      found: domain.length,
      expected: rows
    });
  const home = design.psu ?? design.stratum;
  const homes = design.psu ? (design.firstPsu[design.strata.length] ?? 0) : design.strata.length;
  const block = new Uint32Array(rows);
  const trash = homes * (domains + 1);
  const zero: number[] = [];
  for (let i = 0; i < rows; i++) {
    const isOut = excluded !== null && excluded[i] === 1;
    block[i] = isOut ? trash : home[i]! * (domains + 1) + domain[i]!;
    if (!isOut && weights[i] === 0) zero.push(i);
  }
  const meanWeight = design.psu ? new Float64Array(0) : meanWeights(design);
  const load = design.psu
    ? weights
    : weights.map((weight, i) => weight - meanWeight[design.stratum[i]!]!);
  return {
    design,
    domains,
    block,
    blocks: trash + 1,
    load,
    meanWeight,
    zeroRows: Uint32Array.from(zero)
  };
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
  const { design, domains, blocks } = frame;
  if (codes.length !== design.rows)
    throw new DesignError('column-length', {
      column: 'codes',
      found: codes.length,
      expected: design.rows
    });
  const cells = (domains + 1) * (levels + 1);
  if (design.projection || design.replicates)
    return tabulate(design, { cell: cellsOf(frame, codes, levels), cells });
  const wide = levels + 1;
  const kept = blocks - 1;
  const between = design.psu
    ? psuSums(frame, codes, wide, kept)
    : rowSums(frame, codes, wide, kept, cells);
  const totals = addUp(between.sums, cells);
  const n = addUp(between.n, cells);
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

/** Cell of each row, as `categoryCell` numbers them; those of excluded rows do not matter. */
function cellsOf({ block, domains }: DomainFrame, codes: Codes, levels: number): Uint32Array {
  const cell = new Uint32Array(block.length);
  for (let i = 0; i < block.length; i++)
    cell[i] = categoryCell(block[i]! % (domains + 1), codes[i]!, levels);
  return cell;
}

function psuSums(frame: DomainFrame, codes: Codes, wide: number, kept: number): PsuSums {
  const size = frame.blocks * wide;
  const sums = new Float64Array(size);
  const n = new Uint32Array(size);
  addRows(frame, codes, wide, sums, n);
  // The last block holds excluded rows.
  const counted = n.subarray(0, kept * wide);
  const nPositive = frame.zeroRows.length > 0 ? counted.slice() : counted;
  for (const i of frame.zeroRows) nPositive[frame.block[i]! * wide + codes[i]!]!--;
  return {
    kind: 'psu',
    sums: sums.subarray(0, kept * wide),
    n: counted,
    nPositive,
    unitSums: unitSums(frame, codes, wide)
  };
}

/** Four rows at a time, all loads before the stores: a store makes the engine load lengths again. */
function addRows(
  { block, load }: DomainFrame,
  codes: Codes,
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

/**
 * Each row its own PSU: count, sum and square of the distance from the stratum's mean weight. Around
 * that mean one pass is enough, because equal weights give distances of 0.
 */
function rowSums(
  frame: DomainFrame,
  codes: Codes,
  wide: number,
  kept: number,
  cells: number
): RowSums {
  const { block, load, meanWeight, zeroRows } = frame;
  const size = kept * wide;
  const triples = new Float64Array(frame.blocks * wide * 3);
  for (let i = 0; i < block.length; i++) {
    const at = (block[i]! * wide + codes[i]!) * 3;
    const gap = load[i]!;
    triples[at]! += 1;
    triples[at + 1]! += gap;
    triples[at + 2]! += gap * gap;
  }
  const n = new Float64Array(size);
  const sums = new Float64Array(size);
  const products = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const count = triples[3 * k]!;
    const gap = triples[3 * k + 1]!;
    n[k] = count;
    if (count === 0) continue;
    sums[k] = count * meanWeight[Math.floor(k / cells)]! + gap;
    products[k] = Math.max(0, triples[3 * k + 2]! - (gap * gap) / count);
  }
  const nPositive = zeroRows.length > 0 ? n.slice() : n;
  for (const i of zeroRows) nPositive[block[i]! * wide + codes[i]!]!--;
  return { kind: 'row', n, nPositive, sums, products, residuals: null };
}

function meanWeights({ strata, stratum, weights, excluded }: Design): Float64Array {
  const sum = new Float64Array(strata.length);
  const count = new Float64Array(strata.length);
  for (let i = 0; i < weights.length; i++) {
    if (excluded?.[i]) continue;
    sum[stratum[i]!]! += weights[i]!;
    count[stratum[i]!]!++;
  }
  return sum.map((total, h) => (count[h]! > 0 ? total / count[h]! : 0));
}

function unitSums(frame: DomainFrame, codes: Codes, wide: number): Float64Array | null {
  const { design, domains, block } = frame;
  const { second, unit, psu, weights, excluded } = design;
  if (!second || !unit || !psu) return null;
  const cells = (domains + 1) * wide;
  const units = second.firstUnit[second.firstUnit.length - 1] ?? 0;
  const sums = new Float64Array(units * cells);
  for (let i = 0; i < design.rows; i++) {
    if (excluded?.[i]) continue;
    const domain = block[i]! - psu[i]! * (domains + 1);
    sums[unit[i]! * cells + domain * wide + codes[i]!]! += weights[i]!;
  }
  return sums;
}
