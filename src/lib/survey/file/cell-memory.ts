import { detached } from './byte-text';

const FEWEST_PLACES = 16;
const MOST_PLACES = 4096;
/** With more different cells than these, the ends of a cell alone do not tell them apart. */
const FEW = 16;

/**
 * What raw cells mean, for columns in which the same cells come again and again. Beside a `Map` stands a
 * table of the cells met first, by their length and a character or a few: comparing a cell with the one
 * that stands in its place takes half the time of hashing it (`npm run bench`).
 */
export class CellMemory {
  private readonly known = new Map<string, number>();
  private cells: string[] = emptyCells(FEWEST_PLACES);
  private values = new Int32Array(FEWEST_PLACES);
  private mask = FEWEST_PLACES - 1;
  private isMany = false;

  /** different cells kept */
  get size(): number {
    return this.known.size;
  }

  /** The number kept for a cell; undefined when there is none. */
  get(cell: string): number | undefined {
    // Small enough to be compiled into the loops that call it.
    const { length } = cell;
    if (this.isMany || length === 0) return this.find(cell);
    const place = (length * 31 + cell.charCodeAt(length - 1)) & this.mask;
    return this.cells[place] === cell ? this.values[place] : this.known.get(cell);
  }

  /** @param value a whole number of 32 bits */
  set(cell: string, value: number): void {
    const kept = detached(cell);
    this.known.set(kept, value);
    const places = this.values.length;
    if (this.known.size * 16 > places && places < MOST_PLACES) this.grow(places * 4);
    else this.place(kept, value);
  }

  clear(): void {
    this.known.clear();
    this.cells = emptyCells(FEWEST_PLACES);
    this.values = new Int32Array(FEWEST_PLACES);
    this.mask = FEWEST_PLACES - 1;
    this.isMany = false;
  }

  private find(cell: string): number | undefined {
    const place = this.placeOf(cell);
    return this.cells[place] === cell ? this.values[place] : this.known.get(cell);
  }

  private grow(places: number): void {
    this.cells = emptyCells(places);
    this.values = new Int32Array(places);
    this.mask = places - 1;
    this.isMany = this.known.size > FEW;
    for (const [cell, value] of this.known) this.place(cell, value);
  }

  /** Who comes first stays: what comes most often nearly always does. */
  private place(cell: string, value: number): void {
    const place = this.placeOf(cell);
    if (this.cells[place] !== NO_CELL && this.cells[place] !== cell) return;
    this.cells[place] = cell;
    this.values[place] = value;
  }

  private placeOf(cell: string): number {
    const { length } = cell;
    if (length === 0) return 0;
    let hash = length * 31 + cell.charCodeAt(length - 1);
    if (this.isMany) {
      hash = (hash * 31 + cell.charCodeAt(0)) | 0;
      hash = (hash * 31 + cell.charCodeAt(length >> 1)) | 0;
      hash = (hash * 31 + cell.charCodeAt(length >> 2)) | 0;
      hash = (hash * 31 + cell.charCodeAt((length * 3) >> 2)) | 0;
      hash ^= hash >>> 12;
    }
    return hash & this.mask;
  }
}

/** Byte text holds no character above 0xFF, so this stands for no cell. */
const NO_CELL = '\uffff';

const emptyCells = (places: number): string[] => new Array<string>(places).fill(NO_CELL);

/** Different cells that a column's memory holds: a column of ids would fill it with cells met once. */
export const REMEMBERED = 65_536;

/** Remembers what a cell means; a memory that has grown too big begins anew. */
export function remember<Meaning>(
  known: { readonly size: number; clear(): void; set(cell: string, meaning: Meaning): unknown },
  cell: string,
  meaning: Meaning
): void {
  if (known.size >= REMEMBERED) known.clear();
  known.set(cell, meaning);
}
