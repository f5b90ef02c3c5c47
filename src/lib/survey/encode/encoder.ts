import type { Category } from '$lib/codebook/codebook';
import { cellText } from '../file/cell-text';
import type { CellRepair, PlannedVariable } from '../plan';
import { UNREADABLE, type ColumnChunk } from '../sink';
import { repairCell } from '../values/cell-repair';
import { roomFor } from './column-room';

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

/** What all encoders share: the reasons column, which exists only when a row is missing for a reason. */
export abstract class BaseEncoder implements Encoder {
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
