import type { Category } from '$lib/codebook/codebook';
import type { PlannedVariable } from '../plan';
import type { ColumnChunk } from '../sink';
import { roomFor } from './column-room';
import type { Encoder } from './encoder';

export const NO = 1;
export const YES = 2;

/** Codes of a 0/1 variable: 1 not chosen, 2 chosen, 0 missing. */
export abstract class ChoiceEncoder implements Encoder {
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
