import { mixed } from './hash-column';

/** What tells the rows of a version apart: 64 bits a row, out of one column or several. */
export class RowKeys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;

  constructor(readonly rows: number) {
    this.high = new Uint32Array(rows).fill(0x2545f491);
    this.low = new Uint32Array(rows).fill(0x9e3779b9);
  }

  /** Adds a column; the order in which columns are added counts. */
  add(hashes: Uint32Array): void {
    const { high, low, rows } = this;
    for (let i = 0; i < rows; i++) {
      const hash = hashes[i] ?? 0;
      high[i] = mixed(high[i] ?? 0, hash);
      low[i] = mixed(hash, low[i] ?? 0);
    }
  }
}

/** Rows by their keys. */
class KeyTable {
  private readonly slots: Int32Array;
  /** the next row with the same key; -1: none */
  private readonly next: Int32Array;
  private readonly mask: number;
  /** rows whose key another row has too */
  repeated = 0;

  constructor(private readonly keys: RowKeys) {
    let size = 16;
    while (size < 2 * keys.rows) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    this.next = new Int32Array(keys.rows).fill(-1);
    // Backwards, so that the first of equal rows is found first.
    for (let row = keys.rows - 1; row >= 0; row--) {
      const slot = this.slotOf(keys, row);
      const first = this.slots[slot] ?? -1;
      if (first >= 0) this.repeated++;
      this.next[row] = first;
      this.slots[slot] = row;
    }
  }

  /** Takes the first row that has the key of a row of the other version; -1 when none is left. */
  take(other: RowKeys, row: number): number {
    const slot = this.slotOf(other, row);
    const found = this.slots[slot] ?? -1;
    // An emptied place is kept apart from one that was never filled, or later keys would not be found.
    if (found >= 0) this.slots[slot] = this.next[found] ?? -1;
    if (found >= 0 && this.slots[slot] === -1) this.slots[slot] = -2 - found;
    return found;
  }

  private slotOf({ high, low }: RowKeys, row: number): number {
    const [h, l] = [high[row] ?? 0, low[row] ?? 0];
    let slot = l & this.mask;
    for (;;) {
      const at = this.slots[slot] ?? -1;
      if (at === -1) return slot;
      const held = at >= 0 ? at : -2 - at;
      if (this.keys.high[held] === h && this.keys.low[held] === l) return slot;
      slot = (slot + 1) & this.mask;
    }
  }
}

/** Does every row have a key of its own? */
export const areUnique = (keys: RowKeys): boolean => new KeyTable(keys).repeated === 0;

/** For each row of this version, the row of the earlier one with the same key; -1: none. */
export function pairRows(
  now: RowKeys,
  before: RowKeys
): { pairs: Int32Array; added: number; removed: number } {
  const table = new KeyTable(before);
  const pairs = new Int32Array(now.rows);
  let added = 0;
  for (let row = 0; row < now.rows; row++) {
    const found = table.take(now, row);
    pairs[row] = found < 0 ? -1 : found;
    if (found < 0) added++;
  }
  return { pairs, added, removed: before.rows - (now.rows - added) };
}
