import type { Category } from '$lib/codebook/codebook';
import { detached } from '../file/byte-text';
import { CellMemory, remember } from '../file/cell-memory';
import type { PlannedVariable } from '../plan';
import type { ColumnChunk } from '../sink';
import { roomFor } from './column-room';
import { BaseEncoder } from './encoder';

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Category codes: one look-up per row, from the raw cell to code or reason. */
export class CategoryEncoder extends BaseEncoder {
  private codes: Codes;
  /** raw cell to code (1, 2, ...) or minus the reason */
  private readonly known = new CellMemory();
  private readonly dictionary: Category[];
  private readonly codeOf = new Map<string, number>();

  constructor(
    variable: PlannedVariable,
    private readonly column: number,
    private readonly merge: Record<string, string> | undefined
  ) {
    super(variable);
    this.dictionary = variable.categories.map((category) => ({ ...category }));
    this.dictionary.forEach((category, i) => this.codeOf.set(category.code, i + 1));
    this.codes = emptyCodes(this.dictionary.length, 0);
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const { column, known } = this;
    this.room = at + to - from;
    this.codes = roomFor(this.codes, this.room);
    let { codes } = this;
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[column] ?? '';
      let code = known.get(raw);
      if (code === undefined) {
        code = this.learn(raw);
        codes = this.codes;
      }
      if (code > 0) codes[row] = code;
      else this.note(row, -code);
    }
  }

  protected values(count: number): ColumnChunk['values'] {
    const codes = this.codes.slice(0, count);
    this.codes = emptyCodes(this.dictionary.length, this.codes.length);
    return { kind: 'categorical', codes };
  }

  override categories(): Category[] {
    return this.dictionary;
  }

  private learn(raw: string): number {
    const text = this.textOf(raw);
    const missing = this.missingIndex(text);
    const value = missing > 0 ? -missing : this.codeFor(this.merge?.[text] ?? text);
    remember(this.known, raw, value);
    return value;
  }

  private codeFor(text: string): number {
    const known = this.codeOf.get(text);
    if (known !== undefined) return known;
    const code = this.dictionary.length + 1;
    this.dictionary.push({
      code: detached(text),
      labels: { und: detached(text) },
      order: code - 1
    });
    this.codeOf.set(detached(text), code);
    this.codes = widened(this.codes, code);
    return code;
  }
}

const emptyCodes = (highest: number, rows: number): Codes =>
  highest < 256
    ? new Uint8Array(rows)
    : highest < 65_536
      ? new Uint16Array(rows)
      : new Uint32Array(rows);

/** The same codes in an array that can hold `highest`. */
function widened(codes: Codes, highest: number): Codes {
  if (highest < 256 || (codes instanceof Uint16Array && highest < 65_536)) return codes;
  if (codes instanceof Uint32Array) return codes;
  const wide = emptyCodes(highest, codes.length);
  wide.set(codes);
  return wide;
}
