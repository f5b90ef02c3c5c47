import { detached } from '../file/byte-text';
import { CellMemory, REMEMBERED, remember } from '../file/cell-memory';
import { cellText } from '../file/cell-text';
import { splitChoices, writtenInOf } from '../joined-cells/split';
import type { PlannedVariable, SplitRule, ValueSource } from '../plan';
import { ChoiceEncoder, NO, YES } from './choice';
import { TextsEncoder } from './texts';

type JoinedSource = Extract<ValueSource, { from: 'joined' }>;

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
      remember(this.known, text, choices);
    }
    return choices;
  }

  private add(raw: string): number {
    const number = this.cells.push(detached(raw)) - 1;
    this.numberOf.set(raw, number);
    return number;
  }
}

/** One option of a joined cell. */
export class JoinedEncoder extends ChoiceEncoder {
  /** code, or minus the reason, by the number of the cell; 0 where it has not been met */
  private learnt = new Int16Array(256);
  private generation = 0;

  constructor(
    variable: PlannedVariable,
    private readonly source: JoinedSource,
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

/** What was written in beside the options of a joined cell. */
export class RestEncoder extends TextsEncoder {
  constructor(
    variable: PlannedVariable,
    private readonly source: JoinedSource
  ) {
    super(variable, source.column);
  }

  protected override textOf(raw: string): string {
    const text = super.textOf(raw);
    return this.missingIndex(text) > 0 ? text : writtenInOf(text, this.source.split);
  }

  /** The words are a part of the cell: none is read as it is. */
  protected override isSurelyAnswer(): boolean {
    return false;
  }
}
