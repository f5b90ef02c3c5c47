import { typescriptKernel } from './typescript-kernel';
import { wasmKernel } from './wasm-kernel';

/** The rows of a design as the passes read them: arrays that stay as they are. */
export interface Rows {
  /** PSU or stratum of each row, from 0; `homes` for a row outside the design */
  home: Uint32Array;
  homes: number;
  /** what a row adds to its cell: its weight, or its weight less a constant */
  load: Float64Array;
}

/** Rows crossed with the domains of a table; the same object is recognized in the next pass. */
export interface PlacedRows {
  rows: Rows;
  /** domain of each row, 1..`domains`; 0 = in none */
  domain: Uint8Array;
  domains: number;
  /** 1 = the row counts; 0 puts it into domain 0, as a filter does; null = every row counts */
  within: Uint8Array | null;
}

/** Sums of `load` and numbers of rows per cell of every home. */
export interface CellSums {
  sums: Float64Array;
  n: Uint32Array;
  /** the same over all homes */
  totals: Float64Array;
  rows: Float64Array;
}

/** Numbers of rows, sums and sums of squares of `load` per cell. */
export interface CellSquares {
  n: Float64Array;
  sums: Float64Array;
  squares: Float64Array;
}

/**
 * The passes over all rows, where the time of a large file goes. Two twins answer alike to the last
 * bit: one in TypeScript, one in WebAssembly.
 */
export interface Kernel {
  /**
   * Sums per (home, domain, code), at `(home * (domains + 1) + domain) * (levels + 1) + code`.
   *
   * @param codes one byte a row, 0..`levels`
   * @throws RangeError when a code or a domain is larger than its number says
   */
  sumCodes(placed: PlacedRows, codes: Uint8Array, levels: number): CellSums;
  /** The same with squares. */
  sumSquares(placed: PlacedRows, codes: Uint8Array, levels: number): CellSquares;
  /** Sums per (home, cell), at `home * cells + cell`; a cell of `cells` or more is none. */
  sumCells(rows: Rows, cell: Uint32Array, cells: number): CellSums;
}

let chosen: Kernel | null = null;

/** The WebAssembly twin where the platform lets it run, else the other. */
export const kernel = (): Kernel => (chosen ??= wasmKernel() ?? typescriptKernel);
