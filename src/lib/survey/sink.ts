import type { Issue } from '$lib/base/issue';
import type { Category, MissingReason, Variable } from '$lib/codebook/codebook';
import type { PlannedVariable } from './plan';

/** Rows in a chunk of a table that is not very wide; every chunk but the last is full. */
export const CHUNK_ROWS = 65_536;

/** Numbers that all columns of a chunk may come to: 256 MB when each takes eight bytes. */
const CHUNK_CELLS = 33_554_432;

/**
 * Rows in a chunk, by the number of variables: 65,536 up to 512 of them, then half as many whenever
 * there are twice as many, so that memory is bounded for wide tables too.
 */
export function chunkRows(variables: number): number {
  let rows = CHUNK_ROWS;
  while (rows > 256 && rows * variables > CHUNK_CELLS) rows /= 2;
  return rows;
}

/** Missing day in an Int32 column: no calendar reaches it. */
export const MISSING_DAY = -2_147_483_648;

/** In `missing`: a cell that could not be read as the kind of its variable. */
export const UNREADABLE = 255;

/** In `missing`: the question was not put to this respondent, as far as the file shows. */
export const NOT_ANSWERED = 254;

/** Values of one variable in one chunk. */
export type ChunkValues =
  /** 0 missing; k is category k - 1 of the variable's dictionary (planned categories first, then as met) */
  | { kind: 'categorical'; codes: Uint8Array | Uint16Array | Uint32Array }
  /** NaN missing */
  | { kind: 'numeric'; values: Float64Array }
  /** days since 1970-01-01; `MISSING_DAY` missing */
  | { kind: 'days'; days: Int32Array }
  /** milliseconds since 1970 UTC; NaN missing */
  | { kind: 'instants'; instants: Float64Array }
  /**
   * 0 missing; k is text k - 1 of this chunk. Text j is `bytes[ends[j - 1] ?? 0 .. ends[j]]`, UTF-8.
   * Texts are per chunk, so memory stays flat however many there are.
   */
  | {
      kind: 'text';
      codes: Uint8Array | Uint16Array | Uint32Array;
      bytes: Uint8Array;
      ends: Uint32Array;
    };

export interface ColumnChunk {
  values: ChunkValues;
  /**
   * Why a row is missing: 0 it is not; k is `variable.missing[k - 1]`; `UNREADABLE`; `NOT_ANSWERED`.
   * null when every missing row of the chunk is blank (token '').
   */
  missing: Uint8Array | null;
}

export interface EncodedChunk {
  /** 0-based */
  index: number;
  rows: number;
  /** one for each included variable, in plan order */
  columns: ColumnChunk[];
}

/** What is known at the end. `rows = imported + sum of excluded`. */
export interface ImportSummary {
  rows: number;
  imported: number;
  excluded: { reason: string; count: number }[];
  issues: Issue[];
  /** final dictionaries of categorical variables, in plan order of the included variables; [] for other kinds */
  categories: Category[][];
}

/**
 * Receives what an import reads. The arrays of a chunk belong to the sink: they are not written again.
 * A sink that throws stops the import; nothing is caught.
 */
export interface ImportSink {
  start(variables: readonly PlannedVariable[]): void;
  chunk(chunk: EncodedChunk): void;
  finish(summary: ImportSummary): void;
}

/** The reason behind a value of `ColumnChunk.missing` (1..255). */
export function missingReason(variable: Variable, code: number): MissingReason {
  if (code === UNREADABLE) return 'unreadable';
  if (code === NOT_ANSWERED) return 'blank';
  return variable.missing[code - 1]?.reason ?? 'blank';
}

/** Text `index` (0-based) of a text chunk. */
export function textAt(chunk: { bytes: Uint8Array; ends: Uint32Array }, index: number): string {
  const start = index === 0 ? 0 : (chunk.ends[index - 1] ?? 0);
  return new TextDecoder().decode(chunk.bytes.subarray(start, chunk.ends[index]));
}
