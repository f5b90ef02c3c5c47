import { detached } from '../file/byte-text';
import { remember } from '../file/cell-memory';
import type { PlannedVariable } from '../plan';
import type { ColumnChunk } from '../sink';
import { parseNumber, PLAIN_NUMBERS } from '../values/numbers';
import { plainNumber } from '../values/plain-number';
import { roomFor } from './column-room';
import { BaseEncoder } from './encoder';

/** Numbers as doubles, NaN where there is none. */
export class NumberEncoder extends BaseEncoder {
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
      remember(this.known, detached(text), number);
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
