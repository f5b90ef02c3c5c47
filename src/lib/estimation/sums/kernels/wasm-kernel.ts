import { checkCodes, typescriptKernel } from './typescript-kernel';
import { wasmBytes } from './wasm-bytes';
import type { CellSquares, CellSums, Kernel, PlacedRows, Rows } from './kernel';

/** Functions of `sum-cells.wat`; parameters are addresses and sizes. */
interface Exports {
  memory: WebAssembly.Memory;
  placeRows: (
    home: number,
    domain: number,
    within: number,
    rows: number,
    wide: number,
    block: number
  ) => void;
  sumCodes: Pass;
  sumSquares: Pass;
  sumCells: Pass;
  takeApart: (
    pairs: number,
    homes: number,
    cells: number,
    wide: number,
    sums: number,
    n: number,
    totals: number
  ) => void;
  largest: (codes: number, rows: number) => number;
}
type Pass = (
  place: number,
  codes: number,
  load: number,
  rows: number,
  wide: number,
  cells: number
) => void;

const page = 65_536;
/** Tables that need more memory are made by the other twin. */
const mostBytes = 2 ** 30;
/** Bytes a row: load 8, home 4, block or cell 4, codes, domain and within 1 each. */
const bytesPerRow = 19;
/** The first bytes are the module's own. */
const start = 64;

/** The WebAssembly twin; null where the platform has none or forbids it. */
export function wasmKernel(): Kernel | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    const bytes = Uint8Array.from(atob(wasmBytes), (letter) => letter.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return new WasmKernel(exports as unknown as Exports);
  } catch {
    return null;
  }
}

/**
 * Rows stay in the module's memory between passes: the design's weights and units as long as the same
 * ones are asked for, and so do the blocks of a table. A pass then copies one byte a row.
 */
class WasmKernel implements Kernel {
  /** rows there is room for, a multiple of 16 */
  #room = 0;
  #home = new WeakRef<object>({});
  #load = new WeakRef<object>({});
  #placed = new WeakRef<object>({});

  constructor(private readonly module: Exports) {}

  sumCodes(placed: PlacedRows, codes: Uint8Array, levels: number): CellSums {
    const { perHome, size } = sizesOf(placed, levels);
    if (!this.#makeRoom(codes.length, pairBytes(placed.rows.homes, perHome)))
      return typescriptKernel.sumCodes(placed, codes, levels);
    this.#pass(this.module.sumCodes, placed, codes, levels, size * 16);
    return this.#pairs(placed.rows.homes, perHome, perHome);
  }

  sumSquares(placed: PlacedRows, codes: Uint8Array, levels: number): CellSquares {
    const { kept, size } = sizesOf(placed, levels);
    if (!this.#makeRoom(codes.length, size * 32))
      return typescriptKernel.sumSquares(placed, codes, levels);
    this.#pass(this.module.sumSquares, placed, codes, levels, size * 32);
    const found = new Float64Array(this.module.memory.buffer, this.#at('cells'), kept * 4);
    const n = new Float64Array(kept);
    const sums = new Float64Array(kept);
    const squares = new Float64Array(kept);
    for (let k = 0; k < kept; k++) {
      sums[k] = found[4 * k]!;
      n[k] = found[4 * k + 1]!;
      squares[k] = found[4 * k + 2]!;
    }
    return { n, sums, squares };
  }

  sumCells(rows: Rows, cell: Uint32Array, cells: number): CellSums {
    const wide = cells + 1;
    if (!this.#makeRoom(cell.length, pairBytes(rows.homes, wide)))
      return typescriptKernel.sumCells(rows, cell, cells);
    this.#bring(rows);
    this.#placed = new WeakRef({});
    new Uint32Array(this.module.memory.buffer, this.#at('block'), cell.length).set(cell);
    this.#clear((rows.homes + 1) * wide * 16);
    const { sumCells } = this.module;
    sumCells(
      this.#at('home'),
      this.#at('block'),
      this.#at('load'),
      cell.length,
      wide,
      this.#at('cells')
    );
    return this.#pairs(rows.homes, cells, wide);
  }

  #pass(pass: Pass, placed: PlacedRows, codes: Uint8Array, levels: number, bytes: number): void {
    this.#place(placed);
    this.#put('codes', codes);
    const rows = codes.length;
    checkCodes(this.module.largest(this.#at('codes'), rows), levels);
    this.#clear(bytes);
    pass(
      this.#at('block'),
      this.#at('codes'),
      this.#at('load'),
      rows,
      levels + 1,
      this.#at('cells')
    );
  }

  /** Blocks of the rows, unless they are those of the last pass. */
  #place(placed: PlacedRows): void {
    this.#bring(placed.rows);
    if (this.#placed.deref() === placed) return;
    const { domain, domains, within } = placed;
    this.#put('domain', domain);
    checkCodes(this.module.largest(this.#at('domain'), domain.length), domains);
    if (within) this.#put('within', within);
    else new Uint8Array(this.module.memory.buffer, this.#at('within'), domain.length).fill(1);
    this.module.placeRows(
      this.#at('home'),
      this.#at('domain'),
      this.#at('within'),
      domain.length,
      domains + 1,
      this.#at('block')
    );
    this.#placed = new WeakRef(placed);
  }

  /** The design's rows, unless they are there. */
  #bring({ home, load }: Rows): void {
    const { buffer } = this.module.memory;
    if (this.#home.deref() !== home) {
      new Uint32Array(buffer, this.#at('home'), home.length).set(home);
      this.#home = new WeakRef(home);
      this.#placed = new WeakRef({});
    }
    if (this.#load.deref() !== load) {
      new Float64Array(buffer, this.#at('load'), load.length).set(load);
      this.#load = new WeakRef(load);
    }
  }

  /** A column of bytes, and zeros in the room behind it. */
  #put(column: 'codes' | 'domain' | 'within', bytes: Uint8Array): void {
    const place = new Uint8Array(
      this.module.memory.buffer,
      this.#at(column),
      roundUp(bytes.length)
    );
    place.set(bytes);
    place.fill(0, bytes.length);
  }

  #clear(bytes: number): void {
    new Uint8Array(this.module.memory.buffer, this.#at('cells'), bytes).fill(0);
  }

  /** Pairs of the module as columns: the first `cells` of the `wide` pairs of each home. */
  #pairs(homes: number, cells: number, wide: number): CellSums {
    const size = homes * cells;
    const pairs = this.#at('cells');
    const sums = pairs + (homes + 1) * wide * 16;
    const totals = sums + size * 8;
    const n = totals + cells * 16;
    const { memory, takeApart } = this.module;
    const both = new Float64Array(memory.buffer, totals, cells * 2).fill(0);
    takeApart(pairs, homes, cells, wide, sums, n, totals);
    return {
      sums: new Float64Array(memory.buffer, sums, size).slice(),
      n: new Uint32Array(memory.buffer, n, size).slice(),
      totals: Float64Array.from({ length: cells }, (_, c) => both[2 * c]!),
      rows: Float64Array.from({ length: cells }, (_, c) => both[2 * c + 1]!)
    };
  }

  #at(column: 'load' | 'home' | 'block' | 'codes' | 'domain' | 'within' | 'cells'): number {
    const place = { load: 0, home: 8, block: 12, codes: 16, domain: 17, within: 18, cells: 19 };
    return start + place[column] * this.#room;
  }

  /** Memory for so many rows and bytes of cells; false where there is not so much. */
  #makeRoom(rows: number, bytes: number): boolean {
    const room = Math.max(this.#room, roundUp(rows));
    const needed = start + room * bytesPerRow + bytes;
    if (needed > mostBytes) return false;
    const { memory } = this.module;
    const lacking = needed - memory.buffer.byteLength;
    try {
      if (lacking > 0) memory.grow(Math.ceil(lacking / page));
    } catch {
      return false;
    }
    if (room > this.#room) {
      this.#room = room;
      this.#home = this.#load = this.#placed = new WeakRef({});
    }
    return true;
  }
}

const roundUp = (rows: number): number => Math.ceil(rows / 16) * 16;

function sizesOf({ rows, domains }: PlacedRows, levels: number) {
  const perHome = (domains + 1) * (levels + 1);
  return { perHome, kept: rows.homes * perHome, size: (rows.homes + 1) * perHome };
}

/** Pairs of every home and of the rows in none, their columns, and the totals. */
const pairBytes = (homes: number, cells: number): number => (homes + 2) * cells * (16 + 8 + 4);
