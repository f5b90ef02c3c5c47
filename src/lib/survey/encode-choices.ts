import type { Category } from '$lib/codebook/codebook';
import { detached } from './byte-text';
import { cellText } from './cell-text';
import type { Encoder } from './encode';
import { findMissingWord } from './missing';
import type { PlannedVariable, SplitRule, ValueSource } from './plan';
import { CHUNK_ROWS, NOT_ANSWERED, type ColumnChunk } from './sink';
import { splitChoices } from './split';

const NO = 1;
const YES = 2;
const REMEMBERED = 65_536;

/** Codes of a 0/1 variable: 1 not chosen, 2 chosen, 0 missing. */
abstract class Choice implements Encoder {
  readonly unreadable = { count: 0, example: '' };
  protected codes = new Uint8Array(CHUNK_ROWS);
  protected reasons: Uint8Array | null = null;

  constructor(protected readonly variable: PlannedVariable) {}

  abstract append(rows: readonly string[][], from: number, to: number, at: number): void;

  take(count: number): ColumnChunk {
    const codes = this.codes.slice(0, count);
    const missing = this.reasons?.slice(0, count) ?? null;
    this.codes = new Uint8Array(CHUNK_ROWS);
    this.reasons = null;
    return { values: { kind: 'categorical', codes }, missing };
  }

  categories(): Category[] {
    return this.variable.categories;
  }

  protected note(row: number, reason: number): void {
    if (reason <= 1) return;
    this.reasons ??= new Uint8Array(CHUNK_ROWS);
    this.reasons[row] = reason;
  }

  protected missingIndex(text: string): number {
    return this.variable.missing.findIndex((code) => code.token === text) + 1;
  }
}

type MemberSource = Extract<ValueSource, { from: 'member' }>;

/** Which rows of a block have any column of a set filled; shared by all members of the set. */
export class SetBases {
  private rows: readonly string[][] | null = null;
  private readonly bases = new Map<string, Uint8Array>();
  private readonly answers = new Map<string, boolean>();

  answered(rows: readonly string[][], { set, chosen }: MemberSource): Uint8Array {
    if (this.rows !== rows) {
      this.rows = rows;
      this.bases.clear();
    }
    const key = set.join();
    let base = this.bases.get(key);
    if (!base) {
      base = new Uint8Array(rows.length);
      for (let i = 0; i < rows.length; i++)
        for (const column of set)
          if (this.isAnswer(rows[i]?.[column] ?? '', chosen)) {
            base[i] = 1;
            break;
          }
      this.bases.set(key, base);
    }
    return base;
  }

  /** Blank, a word for no answer, or -99 (seen, not answered) does not show that a set was answered. */
  private isAnswer(raw: string, chosen: readonly string[]): boolean {
    if (raw === '' || raw === '-99') return false;
    if (raw.length > 60) return true;
    let known = this.answers.get(raw);
    if (known === undefined) {
      const { text } = cellText(raw);
      known = chosen.includes(text) || findMissingWord(text, false) === null;
      if (this.answers.size >= REMEMBERED) this.answers.clear();
      this.answers.set(detached(raw), known);
    }
    return known;
  }
}

export class MemberEncoder extends Choice {
  private readonly known = new Map<string, number>();

  constructor(
    variable: PlannedVariable,
    private readonly source: MemberSource,
    private readonly bases: SetBases
  ) {
    super(variable);
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const { column, blank } = this.source;
    const base = blank === 'not-chosen-if-answered' ? this.bases.answered(rows, this.source) : null;
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[column] ?? '';
      const code = this.known.get(raw) ?? this.learn(raw);
      if (code > 0) this.codes[row] = code;
      else if (code < 0) this.note(row, -code);
      else if (blank === 'not-chosen' || base?.[i] === 1) this.codes[row] = NO;
      else this.note(row, blank === 'missing' ? 1 : NOT_ANSWERED);
    }
  }

  /** Code, minus the reason, or 0 when the cell leaves it to the set. */
  private learn(raw: string): number {
    const { text } = cellText(raw);
    const { chosen, notChosen, anyText } = this.source;
    let code = 0;
    if (text === '') code = 0;
    else if (notChosen.includes(text)) code = NO;
    else if (chosen.includes(text)) code = YES;
    else if (this.missingIndex(text) > 0) code = -this.missingIndex(text);
    else if (anyText && findMissingWord(text, false) === null) code = YES;
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(detached(raw), code);
    return code;
  }
}

/** Joined cells taken apart once for all options of a column. */
export class JoinedCells {
  private readonly known = new Map<string, ReadonlySet<string>>();

  choices(text: string, split: SplitRule): ReadonlySet<string> {
    let choices = this.known.get(text);
    if (!choices) {
      choices = new Set(splitChoices(text, split));
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(text, choices);
    }
    return choices;
  }
}

export class JoinedEncoder extends Choice {
  private readonly known = new Map<string, number>();

  constructor(
    variable: PlannedVariable,
    private readonly source: Extract<ValueSource, { from: 'joined' }>,
    private readonly cells: JoinedCells
  ) {
    super(variable);
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const { column } = this.source;
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[column] ?? '';
      if (raw === '') continue;
      const code = this.known.get(raw) ?? this.learn(raw);
      if (code > 0) this.codes[row] = code;
      else this.note(row, -code);
    }
  }

  private learn(raw: string): number {
    const { text } = cellText(raw);
    const missing = text === '' ? 1 : this.missingIndex(text);
    const { split, option } = this.source;
    const code = missing > 0 ? -missing : this.cells.choices(text, split).has(option) ? YES : NO;
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(detached(raw), code);
    return code;
  }
}

/** A single choice spread over columns: the code of the first one that is filled. */
export class SpreadEncoder extends Choice {
  private readonly codeOfColumn: number[];

  constructor(
    variable: PlannedVariable,
    private readonly source: Extract<ValueSource, { from: 'spread' }>
  ) {
    super(variable);
    this.codeOfColumn = source.labels.map(
      (label) => variable.categories.findIndex((category) => category.code === label) + 1
    );
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const { columns } = this.source;
    for (let i = from, row = at; i < to; i++, row++)
      for (let c = 0; c < columns.length; c++) {
        const raw = rows[i]?.[columns[c] ?? 0] ?? '';
        if (raw === '' || cellText(raw).text === '') continue;
        const code = this.codeOfColumn[c] ?? 0;
        if (code > 0) this.codes[row] = code;
        else this.note(row, this.missingIndex(this.source.labels[c] ?? ''));
        break;
      }
  }
}
