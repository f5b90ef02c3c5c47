import type { MissingCode } from '$lib/codebook/codebook';
import { detached } from '../file/byte-text';
import { CellMemory, remember } from '../file/cell-memory';
import { cellText } from '../file/cell-text';
import type { PlannedVariable, ValueSource } from '../plan';
import { NOT_ANSWERED } from '../sink';
import { findMissingWord } from '../values/missing';
import { ChoiceEncoder, NO, YES } from './choice';

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
  remember(known, detached(raw), found);
  return found;
}

/**
 * What a cleaned cell says of its option: chosen, not chosen, minus the place of its reason in `missing`
 * (from 1), or 0 when it leaves it to the set.
 */
export function memberCode(
  text: string,
  { chosen, notChosen, anyText }: MemberSource,
  missing: readonly MissingCode[]
): number {
  if (text === '') return 0;
  if (notChosen.includes(text)) return NO;
  if (chosen.includes(text)) return YES;
  const reason = missing.findIndex((code) => code.token === text) + 1;
  if (reason > 0) return -reason;
  return anyText && findMissingWord(text, false) === null ? YES : 0;
}

/** The cell of an option: of the first of its columns that is filled. */
export function firstFilled(
  row: readonly string[] | undefined,
  columns: readonly number[]
): string {
  for (const column of columns) {
    const cell = row?.[column] ?? '';
    if (cell !== '') return cell;
  }
  return '';
}

/** One option of a multiple-response set that has columns of its own. */
export class MemberEncoder extends ChoiceEncoder {
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

  private learn(raw: string): number {
    const { text } = cellText(raw);
    const code = memberCode(text, this.source, this.variable.missing);
    remember(this.known, raw, code);
    return code;
  }
}
