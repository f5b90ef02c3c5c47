import { isAscii } from './byte-text';
import { cellText } from './cell-text';
import { Base } from './encode';
import type { PlannedVariable } from './plan';
import { CHUNK_ROWS, type ColumnChunk } from './sink';

const encoder = new TextEncoder();

/** Texts as UTF-8 in one run of bytes, each distinct text of a chunk once. */
export class TextsEncoder extends Base {
  private codes = new Uint32Array(CHUNK_ROWS);
  private bytes = new Uint8Array(65_536);
  private length = 0;
  private ends = new Uint32Array(1024);
  private texts = 0;
  private rows = 0;
  private readonly known = new Map<string, number>();
  private isVaried = false;

  constructor(
    variable: PlannedVariable,
    private readonly column: number
  ) {
    super(variable);
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[this.column] ?? '';
      if (raw === '') continue;
      this.rows++;
      // Where hardly any text comes twice, looking for it costs more than it saves.
      if (!this.isVaried) {
        const known = this.known.get(raw);
        if (known !== undefined) {
          this.codes[row] = known;
          continue;
        }
        if (this.rows > 2048 && this.known.size > this.rows / 2) {
          this.isVaried = true;
          this.known.clear();
        }
      }
      const { text } = cellText(raw);
      const missing = this.missingIndex(text);
      if (missing > 0) this.note(row, missing);
      else {
        this.codes[row] = this.add(text);
        if (!this.isVaried) this.known.set(raw, this.texts);
      }
    }
  }

  protected values(count: number): ColumnChunk['values'] {
    const codes =
      this.texts < 256
        ? Uint8Array.from(this.codes.subarray(0, count))
        : this.texts < 65_536
          ? Uint16Array.from(this.codes.subarray(0, count))
          : this.codes.slice(0, count);
    const bytes = this.bytes.slice(0, this.length);
    const ends = this.ends.slice(0, this.texts);
    this.codes.fill(0);
    this.length = this.texts = this.rows = 0;
    this.known.clear();
    return { kind: 'text', codes, bytes, ends };
  }

  private add(text: string): number {
    const room = text.length * 3;
    if (this.length + room > this.bytes.length) {
      const more = new Uint8Array(Math.max(this.bytes.length * 2, this.length + room));
      more.set(this.bytes.subarray(0, this.length));
      this.bytes = more;
    }
    if (isAscii(text))
      for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
    else this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
    if (this.texts === this.ends.length) {
      const more = new Uint32Array(this.ends.length * 2);
      more.set(this.ends);
      this.ends = more;
    }
    this.ends[this.texts++] = this.length;
    return this.texts;
  }
}
