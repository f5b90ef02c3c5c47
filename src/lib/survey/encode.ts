import type { Category } from '$lib/codebook/codebook';
import { detached } from './byte-text';
import { CellMemory } from './cell-memory';
import { repairCell } from './cell-repair';
import { cellText } from './cell-text';
import { roomFor } from './column-room';
import { parseDate } from './dates';
import { isoInstant } from './iso-date';
import { parseNumber, PLAIN_NUMBERS } from './numbers';
import { plainNumber } from './plain-number';
import type { CellRepair, DateStyle, PlannedVariable } from './plan';
import { Clock, isTimeZone, namesZone } from './time-zone';
import { MISSING_DAY, UNREADABLE, type ColumnChunk } from './sink';

/** Cells seen once are not worth remembering: the memory of a parser is cleared when it grows so big. */
const REMEMBERED = 65_536;

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
  /** rows of this chunk that have a place */
  protected room = 0;
  private readonly tokens: Map<string, number>;
  private readonly longestToken: number;
  private readonly repair: CellRepair | undefined;

  constructor(protected readonly variable: PlannedVariable) {
    this.tokens = new Map(variable.missing.map((code, i) => [code.token, i + 1]));
    this.longestToken = Math.max(0, ...variable.missing.map((code) => code.token.length));
    this.repair = variable.source.from === 'column' ? variable.source.repair : undefined;
  }

  abstract append(rows: readonly string[][], from: number, to: number, at: number): void;
  protected abstract values(count: number): ColumnChunk['values'];

  take(count: number): ColumnChunk {
    const missing = this.reasons && roomFor(this.reasons, count).slice(0, count);
    this.reasons = null;
    return { values: this.values(count), missing };
  }

  categories(): Category[] {
    return [];
  }

  /** What a raw cell says: cleaned, and put right where a person agreed to it. */
  protected textOf(raw: string): string {
    const { text } = cellText(raw);
    return this.repair === undefined ? text : repairCell(text, this.repair);
  }

  /** Longer than any word for no answer, without blanks around it, not to be put right: read as it is. */
  protected isSurelyAnswer(raw: string): boolean {
    const { length } = raw;
    return (
      length > this.longestToken &&
      this.repair === undefined &&
      raw.charCodeAt(0) > 32 &&
      raw.charCodeAt(length - 1) > 32
    );
  }

  /** Place in `variable.missing` plus one; 0 when the text is an answer. Blank is always missing. */
  protected missingIndex(text: string): number {
    if (text.length > this.longestToken) return 0;
    return this.tokens.get(text) ?? (text === '' ? 1 : 0);
  }

  protected note(row: number, reason: number): void {
    if (reason === 1 && this.variable.missing[0]?.token === '') return;
    this.reasons = roomFor(this.reasons ?? NO_REASONS, this.room);
    this.reasons[row] = reason;
  }

  protected misread(row: number, text: string): void {
    if (this.unreadable.count++ === 0) this.unreadable.example = text.slice(0, 40);
    this.note(row, UNREADABLE);
  }
}

const NO_REASONS = new Uint8Array(0);

/** Category codes: one look-up per row, from the raw cell to code or reason. */
export class CategoryEncoder extends Base {
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
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(raw, value);
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

export class NumberEncoder extends Base {
  private numbers = new Float64Array(0);
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
    this.merge = source.from === 'column' ? source.merge : undefined;
    for (const token of [
      ...variable.missing.map((code) => code.token),
      ...Object.keys(this.merge ?? {})
    ])
      if (token !== '' && !Number.isNaN(Number(token))) this.tokenNumbers.add(Number(token));
  }

  private readonly style;
  /** codes that stand for a number, e.g. 88 for none */
  private readonly merge: Record<string, string> | undefined;

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const { column, isPlain, tokenNumbers } = this;
    const hasTokens = tokenNumbers.size > 0;
    this.room = at + to - from;
    this.numbers = roomFor(this.numbers, this.room, NaN);
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[column] ?? '';
      if (raw === '') continue;
      // Nearly every cell is a plain number: no look-up for those.
      let number = isPlain ? plainNumber(raw) : NaN;
      if (number !== number && isPlain) number = +raw;
      if (
        number - number === 0 &&
        !isOtherBase(raw) &&
        !(hasTokens && tokenNumbers.has(number)) &&
        raw.charCodeAt(0) > 32
      )
        this.numbers[row] = number;
      else this.readSlowly(raw, row);
    }
  }

  protected values(count: number): ColumnChunk['values'] {
    const values = this.numbers.slice(0, count);
    this.numbers.fill(NaN);
    return { kind: 'numeric', values };
  }

  private readSlowly(raw: string, row: number): void {
    const text = this.textOf(raw);
    const missing = this.missingIndex(text);
    if (missing > 0) {
      this.note(row, missing);
      return;
    }
    let number = this.known.get(text);
    if (number === undefined) {
      number = parseNumber(this.merge?.[text] ?? text, this.style);
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(detached(text), number);
    }
    if (Number.isNaN(number)) this.misread(row, text);
    else this.numbers[row] = number;
  }
}

/** `0x1F`, `0b11`, `0o17`: numbers to a programmer, not to a respondent. */
function isOtherBase(text: string): boolean {
  const second = text.charCodeAt(1);
  return second > 57 && text.charCodeAt(0) === 48 && second !== 69 && second !== 101;
}

const DAY = 86_400_000;

export class DateEncoder extends Base {
  private instants = new Float64Array(0);
  private days = new Int32Array(0);
  private readonly known = new Map<string, number>();
  private readonly style: DateStyle;
  private readonly clock: Clock | null;

  constructor(
    variable: PlannedVariable,
    private readonly column: number
  ) {
    super(variable);
    const { source } = variable;
    const style = source.from === 'column' ? source.date : undefined;
    this.style = style ?? { order: 'iso' as const, offsetMinutes: null, hasTime: false };
    this.clock = this.style.zone && isTimeZone(this.style.zone) ? new Clock(this.style.zone) : null;
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    this.room = at + to - from;
    if (this.style.hasTime) this.instants = roomFor(this.instants, this.room, NaN);
    else this.days = roomFor(this.days, this.room, MISSING_DAY);
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[this.column] ?? '';
      if (raw === '') continue;
      let instant = isoInstant(raw, this.style.offsetMinutes ?? 0);
      if (Number.isNaN(instant)) instant = this.readSlowly(raw, row);
      if (Number.isNaN(instant)) continue;
      if (this.clock !== null && raw.includes(':') && !namesZone(raw))
        instant = this.clock.instant(instant);
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
    const text = this.textOf(raw);
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
