import type { Category } from '$lib/codebook/codebook';
import { detached } from './byte-text';
import { CellMemory } from './cell-memory';
import { cellText } from './cell-text';
import { roomFor } from './column-room';
import type { Encoder } from './encode';
import { findMissingWord } from './missing';
import type { PlannedVariable, SplitRule, ValueSource } from './plan';
import { NOT_ANSWERED, type ColumnChunk } from './sink';
import { splitChoices, writtenInOf } from './split';

const NO = 1;
const YES = 2;
const REMEMBERED = 65_536;

/** Codes of a 0/1 variable: 1 not chosen, 2 chosen, 0 missing. */
abstract class Choice implements Encoder {
  readonly unreadable = { count: 0, example: '' };
  protected codes = new Uint8Array(0);
  protected reasons: Uint8Array | null = null;

  constructor(protected readonly variable: PlannedVariable) {}

  abstract append(rows: readonly string[][], from: number, to: number, at: number): void;

  take(count: number): ColumnChunk {
    const codes = this.codes.slice(0, count);
    const missing = this.reasons && roomFor(this.reasons, count).slice(0, count);
    this.codes.fill(0);
    this.reasons = null;
    return { values: { kind: 'categorical', codes }, missing };
  }

  categories(): Category[] {
    return this.variable.categories;
  }

  /** Makes place for the rows of this chunk. */
  protected reach(rows: number): void {
    this.codes = roomFor(this.codes, rows);
  }

  protected note(row: number, reason: number): void {
    if (reason <= 1) return;
    this.reasons = roomFor(this.reasons ?? new Uint8Array(0), this.codes.length);
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
  /** by set, since each has words of its own for no answer: raw cell to whether it is an answer */
  private readonly answers = new Map<string, Map<string, boolean>>();

  answered(
    rows: readonly string[][],
    { set, chosen }: MemberSource,
    noAnswer: ReadonlySet<string>
  ): Uint8Array {
    if (this.rows !== rows) {
      this.rows = rows;
      this.bases.clear();
    }
    const key = set.join();
    let base = this.bases.get(key);
    if (!base) {
      base = new Uint8Array(rows.length);
      const known = this.answers.get(key) ?? new Map<string, boolean>();
      this.answers.set(key, known);
      for (let i = 0; i < rows.length; i++)
        for (const column of set)
          if (isAnswer(rows[i]?.[column] ?? '', known, chosen, noAnswer)) {
            base[i] = 1;
            break;
          }
      this.bases.set(key, base);
    }
    return base;
  }
}

/** Blank, a word for no answer, or -99 (seen, not answered) does not show that a set was answered. */
function isAnswer(
  raw: string,
  known: Map<string, boolean>,
  chosen: readonly string[],
  noAnswer: ReadonlySet<string>
): boolean {
  if (raw === '' || raw === '-99') return false;
  if (raw.length > 60) return true;
  const before = known.get(raw);
  if (before !== undefined) return before;
  const { text } = cellText(raw);
  const found =
    chosen.includes(text) || (!noAnswer.has(text) && findMissingWord(text, false) === null);
  if (known.size >= REMEMBERED) known.clear();
  known.set(detached(raw), found);
  return found;
}

function firstFilled(row: readonly string[] | undefined, columns: readonly number[]): string {
  for (const column of columns) {
    const cell = row?.[column] ?? '';
    if (cell !== '') return cell;
  }
  return '';
}

export class MemberEncoder extends Choice {
  private readonly known = new CellMemory();
  private readonly noAnswer: ReadonlySet<string>;

  constructor(
    variable: PlannedVariable,
    private readonly source: MemberSource,
    private readonly bases: SetBases
  ) {
    super(variable);
    this.noAnswer = new Set(variable.missing.map((code) => code.token));
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    this.reach(at + to - from);
    const { column, blank, also } = this.source;
    const isShared = blank === 'not-chosen-if-answered';
    const base = isShared ? this.bases.answered(rows, this.source, this.noAnswer) : null;
    for (let i = from, row = at; i < to; i++, row++) {
      let raw = rows[i]?.[column] ?? '';
      if (raw === '' && also !== undefined) raw = firstFilled(rows[i], also);
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
    this.known.set(raw, code);
    return code;
  }
}

/** The joined cells of a column, looked up and taken apart once for all its options. */
export class JoinedCells {
  private readonly known = new Map<string, ReadonlySet<string>>();
  private readonly numberOf = new CellMemory();
  /** cells by their number, from 1; 0 is the blank cell */
  private cells: string[] = [''];
  private rows: readonly string[][] | null = null;
  private numbers = new Int32Array(0);
  /** changes when the numbers mean other cells */
  generation = 0;

  /** The number of each row's cell. */
  numbered(rows: readonly string[][], column: number): Int32Array {
    if (this.rows === rows) return this.numbers;
    this.rows = rows;
    if (this.numbers.length < rows.length) this.numbers = new Int32Array(rows.length);
    if (this.numberOf.size >= REMEMBERED) {
      this.numberOf.clear();
      this.cells = [''];
      this.generation++;
    }
    for (let i = 0; i < rows.length; i++) {
      const raw = rows[i]?.[column] ?? '';
      this.numbers[i] = raw === '' ? 0 : (this.numberOf.get(raw) ?? this.add(raw));
    }
    return this.numbers;
  }

  cell(number: number): string {
    return this.cells[number] ?? '';
  }

  choices(text: string, split: SplitRule): ReadonlySet<string> {
    let choices = this.known.get(text);
    if (!choices) {
      choices = new Set(splitChoices(text, split));
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(text, choices);
    }
    return choices;
  }

  private add(raw: string): number {
    const number = this.cells.push(detached(raw)) - 1;
    this.numberOf.set(raw, number);
    return number;
  }
}

export class JoinedEncoder extends Choice {
  /** code, or minus the reason, by the number of the cell; 0 where it has not been met */
  private learnt = new Int16Array(256);
  private generation = 0;

  constructor(
    variable: PlannedVariable,
    private readonly source: Extract<ValueSource, { from: 'joined' }>,
    private readonly cells: JoinedCells
  ) {
    super(variable);
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    this.reach(at + to - from);
    const numbers = this.cells.numbered(rows, this.source.column);
    if (this.generation !== this.cells.generation) {
      this.generation = this.cells.generation;
      this.learnt.fill(0);
    }
    for (let i = from, row = at; i < to; i++, row++) {
      const number = numbers[i] as number;
      if (number === 0) continue;
      const code = this.learnt[number] || this.learn(number);
      if (code > 0) this.codes[row] = code;
      else this.note(row, -code);
    }
  }

  private learn(number: number): number {
    const { text } = cellText(this.cells.cell(number));
    const missing = text === '' ? 1 : this.missingIndex(text);
    const code = missing > 0 ? -missing : this.isChosen(text) ? YES : NO;
    if (number >= this.learnt.length) {
      const more = new Int16Array(Math.max(this.learnt.length * 2, number + 1));
      more.set(this.learnt);
      this.learnt = more;
    }
    this.learnt[number] = code;
    return code;
  }

  private isChosen(text: string): boolean {
    const { split, option, rest } = this.source;
    if (rest === undefined) return this.cells.choices(text, split).has(option);
    return writtenInOf(text, split) !== '';
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
    this.reach(at + to - from);
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
