import type { MarginCodes } from './margin';

/** Rows grouped by every combination of codes that occurs. */
export interface Crossing {
  /** combination of each row */
  cell: Uint32Array;
  cells: number;
  /** code of each combination in each column, at `column * cells + cell` */
  codes: Uint32Array;
}

/** Above this many possible pairs a map is smaller than a table. */
const tableLimit = 1 << 22;

/**
 * Combinations of several coded columns, numbered as they occur. Column by column, so that the
 * numbers stay small however many columns there are.
 */
export function crossCodes(rows: number, columns: readonly MarginCodes[]): Crossing {
  let cell = new Uint32Array(rows);
  let cells = 1;
  let parts: number[][] = [[]];
  for (const codes of columns) {
    let size = 1;
    for (let i = 0; i < rows; i++) if (codes[i]! >= size) size = codes[i]! + 1;
    const next = new Uint32Array(rows);
    const made: number[][] = [];
    const number = (pair: number): number => {
      made.push([...parts[Math.floor(pair / size)]!, pair % size]);
      return made.length - 1;
    };
    if (cells * size <= tableLimit) {
      const known = new Int32Array(cells * size).fill(-1);
      for (let i = 0; i < rows; i++) {
        const pair = cell[i]! * size + codes[i]!;
        let found = known[pair]!;
        if (found < 0) known[pair] = found = number(pair);
        next[i] = found;
      }
    } else {
      const known = new Map<number, number>();
      for (let i = 0; i < rows; i++) {
        const pair = cell[i]! * size + codes[i]!;
        let found = known.get(pair);
        if (found === undefined) known.set(pair, (found = number(pair)));
        next[i] = found;
      }
    }
    cell = next;
    cells = made.length;
    parts = made;
  }
  const codes = new Uint32Array(columns.length * cells);
  for (let c = 0; c < cells; c++)
    for (let k = 0; k < columns.length; k++) codes[k * cells + c] = parts[c]![k]!;
  return { cell, cells, codes };
}
