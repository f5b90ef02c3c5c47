import type { Category } from '$lib/codebook/codebook';
import { detached } from './byte-text';
import { cellText } from './cell-text';
import { parseDate } from './dates';
import { isoInstant } from './iso-date';
import { parseNumber, PLAIN_NUMBERS } from './numbers';
import type { PlannedVariable } from './plan';
import { CHUNK_ROWS, MISSING_DAY, UNREADABLE, type ColumnChunk } from './sink';

/** Encodes the cells of one variable, row by row into a chunk. */
export interface Encoder {
  /** rows `from` to `to` of a block become rows `at`, `at + 1`, ... of the chunk */
  append(rows: readonly string[][], from: number, to: number, at: number): void;
  /** the chunk so far, `count` rows of it; the next append begins a new chunk */
  take(count: number): ColumnChunk;
  /** the dictionary of a categorical variable; [] for others */
  categories(): Category[];
  /** cells that could not be read, and one of them */
  readonly unreadable: { count: number; example: string };
}

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** What all encoders share: the reasons column, which exists only when a row is missing for a reason. */
export abstract class Base implements Encoder {
  readonly unreadable = { count: 0, example: '' };
  protected reasons: Uint8Array | null = null;
  private readonly tokens: Map<string, number>;
  private readonly longestToken: number;

  constructor(protected readonly variable: PlannedVariable) {
    this.tokens = new Map(variable.missing.map((code, i) => [code.token, i + 1]));
    this.longestToken = Math.max(0, ...variable.missing.map((code) => code.token.length));
  }

  abstract append(rows: readonly string[][], from: number, to: number, at: number): void;
  protected abstract values(count: number): ColumnChunk['values'];

  take(count: number): ColumnChunk {
    const missing = this.reasons?.slice(0, count) ?? null;
    this.reasons = null;
    return { values: this.values(count), missing };
  }

  categories(): Category[] {
    return [];
  }

  /** Place in `variable.missing` plus one; 0 when the text is an answer. Blank is always missing. */
  protected missingIndex(text: string): number {
    if (text.length > this.longestToken) return 0;
    return this.tokens.get(text) ?? (text === '' ? 1 : 0);
  }

  protected note(row: number, reason: number): void {
    if (reason === 1 && this.variable.missing[0]?.token === '') return;
    this.reasons ??= new Uint8Array(CHUNK_ROWS);
    this.reasons[row] = reason;
  }

  protected misread(row: number, text: string): void {
    if (this.unreadable.count++ === 0) this.unreadable.example = text.slice(0, 40);
    this.note(row, UNREADABLE);
  }
}

/** Category codes: one look-up per row, from the raw cell to code or reason. */
export class CategoryEncoder extends Base {
  private codes: Codes;
  /** raw cell to code (1, 2, ...) or minus the reason */
  private readonly known = new Map<string, number>();
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
    this.codes = emptyCodes(this.dictionary.length);
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const { column, known } = this;
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[column] ?? '';
      const code = known.get(raw) ?? this.learn(raw);
      if (code > 0) this.codes[row] = code;
      else this.note(row, -code);
    }
  }

  protected values(count: number): ColumnChunk['values'] {
    const codes = this.codes.slice(0, count);
    this.codes = emptyCodes(this.dictionary.length);
    return { kind: 'categorical', codes };
  }

  override categories(): Category[] {
    return this.dictionary;
  }

  private learn(raw: string): number {
    const { text } = cellText(raw);
    const missing = this.missingIndex(text);
    const value = missing > 0 ? -missing : this.codeFor(this.merge?.[text] ?? text);
    this.known.set(detached(raw), value);
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

const emptyCodes = (highest: number): Codes =>
  highest < 256
    ? new Uint8Array(CHUNK_ROWS)
    : highest < 65_536
      ? new Uint16Array(CHUNK_ROWS)
      : new Uint32Array(CHUNK_ROWS);

/** The same codes in an array that can hold `highest`. */
function widened(codes: Codes, highest: number): Codes {
  if (highest < 256 || (codes instanceof Uint16Array && highest < 65_536)) return codes;
  if (codes instanceof Uint32Array) return codes;
  const wide = emptyCodes(highest);
  wide.set(codes);
  return wide;
}

/** Cells seen once are not worth remembering: the memory of a parser is cleared when it grows so big. */
const REMEMBERED = 65_536;

export class NumberEncoder extends Base {
  private numbers = new Float64Array(CHUNK_ROWS).fill(NaN);
  private readonly known = new Map<string, number>();
  private readonly tokenNumbers = new Set<number>();
  private readonly isPlain: boolean;

  constructor(
    variable: PlannedVariable,
    private readonly column: number
  ) {
    super(variable);
    const { source } = variable;
    this.style = (source.from === 'column' ? source.number : undefined) ?? PLAIN_NUMBERS;
    this.isPlain = this.style.decimal === '.';
    for (const { token } of variable.missing)
      if (token !== '' && !Number.isNaN(Number(token))) this.tokenNumbers.add(Number(token));
  }

  private readonly style;

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const { column, isPlain, tokenNumbers } = this;
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[column] ?? '';
      if (raw === '') continue;
      // Nearly every cell is a plain number: no look-up for those.
      const number = isPlain ? +raw : NaN;
      if (
        number - number === 0 &&
        raw.charCodeAt(1) !== 120 &&
        !tokenNumbers.has(number) &&
        raw.charCodeAt(0) > 32
      )
        this.numbers[row] = number;
      else this.readSlowly(raw, row);
    }
  }

  protected values(count: number): ColumnChunk['values'] {
    const values = this.numbers.slice(0, count);
    this.numbers = new Float64Array(CHUNK_ROWS).fill(NaN);
    return { kind: 'numeric', values };
  }

  private readSlowly(raw: string, row: number): void {
    const { text } = cellText(raw);
    const missing = this.missingIndex(text);
    if (missing > 0) {
      this.note(row, missing);
      return;
    }
    let number = this.known.get(text);
    if (number === undefined) {
      number = parseNumber(text, this.style);
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(detached(text), number);
    }
    if (Number.isNaN(number)) this.misread(row, text);
    else this.numbers[row] = number;
  }
}

const DAY = 86_400_000;

export class DateEncoder extends Base {
  private instants: Float64Array;
  private days: Int32Array;
  private readonly known = new Map<string, number>();
  private readonly style;

  constructor(
    variable: PlannedVariable,
    private readonly column: number
  ) {
    super(variable);
    const { source } = variable;
    const style = source.from === 'column' ? source.date : undefined;
    this.style = style ?? { order: 'iso' as const, offsetMinutes: null, hasTime: false };
    this.instants = new Float64Array(this.style.hasTime ? CHUNK_ROWS : 0).fill(NaN);
    this.days = new Int32Array(this.style.hasTime ? 0 : CHUNK_ROWS).fill(MISSING_DAY);
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[this.column] ?? '';
      if (raw === '') continue;
      let instant = isoInstant(raw, this.style.offsetMinutes ?? 0);
      if (Number.isNaN(instant)) instant = this.readSlowly(raw, row);
      if (Number.isNaN(instant)) continue;
      if (this.style.hasTime) this.instants[row] = instant;
      else this.days[row] = Math.floor(instant / DAY);
    }
  }

  protected values(count: number): ColumnChunk['values'] {
    if (this.style.hasTime) {
      const instants = this.instants.slice(0, count);
      this.instants.fill(NaN);
      return { kind: 'instants', instants };
    }
    const days = this.days.slice(0, count);
    this.days.fill(MISSING_DAY);
    return { kind: 'days', days };
  }

  private readSlowly(raw: string, row: number): number {
    const { text } = cellText(raw);
    const missing = this.missingIndex(text);
    if (missing > 0) {
      this.note(row, missing);
      return NaN;
    }
    let instant = this.known.get(text);
    if (instant === undefined) {
      instant = parseDate(text, this.style);
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(detached(text), instant);
    }
    if (Number.isNaN(instant)) this.misread(row, text);
    return instant;
  }
}
