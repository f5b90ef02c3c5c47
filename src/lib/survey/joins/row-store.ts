import { byteText } from '../file/byte-text';

const BLOCK = 4_194_304;

/**
 * Rows put by as bytes, in large blocks: a tenth of what they would take as strings. Cells are byte
 * text; the unit separator between them is in no survey's text.
 */
export class RowStore {
  private readonly blocks: Uint8Array[] = [];
  private used = BLOCK;
  /** block and place in it, two numbers a row */
  private readonly places: number[] = [];
  bytes = 0;

  /** @returns the number of the row, from 0 */
  add(cells: readonly string[]): number {
    const text = cells.join('\u001f');
    if (this.used + text.length > BLOCK) {
      this.blocks.push(new Uint8Array(Math.max(BLOCK, text.length)));
      this.used = 0;
    }
    const block = this.blocks[this.blocks.length - 1];
    if (block) for (let i = 0; i < text.length; i++) block[this.used + i] = text.charCodeAt(i);
    this.places.push((this.blocks.length - 1) * BLOCK + this.used, text.length);
    this.used += text.length;
    this.bytes += text.length;
    return this.places.length / 2 - 1;
  }

  get(row: number): string[] {
    const place = this.places[row * 2] ?? 0;
    const length = this.places[row * 2 + 1] ?? 0;
    const from = place % BLOCK;
    const block = this.blocks[(place - from) / BLOCK];
    return block ? byteText(block.subarray(from, from + length)).split('\u001f') : [];
  }
}
