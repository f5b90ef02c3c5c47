import { isAscii } from '../file/byte-text';
import { CellMemory } from '../file/cell-memory';
import type { PlannedVariable } from '../plan';
import type { ColumnChunk } from '../sink';
import { roomFor } from './column-room';
import { BaseEncoder } from './encoder';

const encoder = new TextEncoder();

/** Texts as UTF-8 in one run of bytes, each distinct text of a chunk once. */
export class TextsEncoder extends BaseEncoder {
  private codes = new Uint32Array(0);
  private bytes = new Uint8Array(1024);
  private length = 0;
  private ends = new Uint32Array(64);
  private texts = 0;
  private rows = 0;
  private readonly known = new CellMemory();
  private isVaried = false;

  constructor(
    variable: PlannedVariable,
    private readonly column: number
  ) {
    super(variable);
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const { column, known } = this;
    this.room = at + to - from;
    this.codes = roomFor(this.codes, this.room);
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[column] ?? '';
      if (raw === '') continue;
      this.rows++;
      // Where hardly any text comes twice, looking for it costs more than it saves.
      if (!this.isVaried) {
        const code = known.get(raw);
        if (code !== undefined) {
          this.codes[row] = code;
          continue;
        }
        if (this.rows > 2048 && known.size > this.rows / 2) {
          this.isVaried = true;
          known.clear();
        }
      }
      if (!(this.isSurelyAnswer(raw) && this.addAscii(raw))) {
        const text = this.textOf(raw);
        const missing = this.missingIndex(text);
        if (missing > 0) {
          this.note(row, missing);
          continue;
        }
        this.add(text);
      }
      this.codes[row] = this.texts;
      if (!this.isVaried) known.set(raw, this.texts);
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
    // Every chunk begins anew, so that it is the same whoever reads it.
    this.isVaried = false;
    this.known.clear();
    return { kind: 'text', codes, bytes, ends };
  }

  private add(text: string): void {
    if (isAscii(text) && this.addAscii(text)) return;
    const bytes = this.place(text.length * 3);
    this.end(this.length + encoder.encodeInto(text, bytes.subarray(this.length)).written);
  }

  /** Adds a text of plain characters; false, and nothing added, when it has others. */
  private addAscii(text: string): boolean {
    const { length } = text;
    const bytes = this.place(length);
    let at = this.length;
    // Looking and copying in one pass: twice over, a million ids took a third longer.
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0 || code > 0x7f) return false;
      bytes[at++] = code;
    }
    this.end(at);
    return true;
  }

  /** The bytes, with place for so many more. */
  private place(more: number): Uint8Array {
    if (this.length + more > this.bytes.length) {
      const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
      wider.set(this.bytes.subarray(0, this.length));
      this.bytes = wider;
    }
    return this.bytes;
  }

  /** The text just written ends before byte `at`. */
  private end(at: number): void {
    if (this.texts === this.ends.length) {
      const more = new Uint32Array(this.ends.length * 2);
      more.set(this.ends);
      this.ends = more;
    }
    this.length = at;
    this.ends[this.texts++] = at;
  }
}
