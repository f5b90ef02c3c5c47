import { labelIn, type Codebook, type Variable } from '$lib/codebook/codebook';
import { ColumnHash } from '$lib/survey/reimport/hash-column';
import { missingReason, textAt, type ChunkValues } from '$lib/survey/sink';
import type { Access } from '$lib/server/access/access';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { decodeChunk, decodeReasons } from '$lib/server/db/column-codec';
import type { ColumnSpool } from '$lib/server/db/column-spool';
import { readChunks, type StoredChunk } from '$lib/server/db/columns';
import { findVersion } from '$lib/server/db/queries/dataset-version';

/** The columns of one side of a comparison: a stored version, or a file that was just read. */
export interface Side {
  rows: number;
  codebook: Codebook;
  chunks(variable: number, part: StoredChunk['part']): Iterable<StoredChunk>;
}

/** A stored version as a side; null when the workspace has none of this id. */
export function storedSide(access: Access, versionId: string): Side | null {
  const version = findVersion(access, versionId);
  if (!version) return null;
  const { db } = access;
  return {
    rows: version.imported,
    codebook: readCodebook(db, versionId),
    chunks: (variable, part) => readChunks(db.$client, versionId, variable, part)
  };
}

/** A file that was read into a spool as a side. */
export const spooledSide = (
  spool: ColumnSpool,
  { rows, codebook }: Pick<Side, 'rows' | 'codebook'>
): Side => ({ rows, codebook, chunks: (variable, part) => spool.chunksOf(variable, part) });

/** The number of a variable in its side. */
const numberOf = ({ codebook }: Side, name: string): number =>
  codebook.variables.findIndex((one) => one.name === name);

/** The cells of a variable as numbers to compare, one a row; null when they are encrypted. */
export function hashesOf(side: Side, name: string): Uint32Array | null {
  const number = numberOf(side, name);
  const variable = side.codebook.variables[number];
  if (!variable) return null;
  const hash = new ColumnHash(variable);
  const out = new Uint32Array(side.rows);
  const reasons = reasonsOf(side, number);
  let at = 0;
  for (const chunk of side.chunks(number, 'values')) {
    if (chunk.encoding === 'sealed') return null;
    const values = decodeChunk(chunk.encoding, chunk.rows, chunk.data);
    hash.write(values, reasons.get(chunk.chunk) ?? null, chunk.rows, out, at);
    at += chunk.rows;
  }
  return out;
}

const reasonsOf = (side: Side, number: number): Map<number, ArrayLike<number>> =>
  new Map(
    [...side.chunks(number, 'missing')].map(({ chunk, encoding, rows, data }) => [
      chunk,
      decodeReasons(encoding, rows, data)
    ])
  );

/** Some cells of a variable in words, by row; '' where there is no answer. */
export function wordsAt(side: Side, name: string, rows: readonly number[]): Map<number, string> {
  const number = numberOf(side, name);
  const variable = side.codebook.variables[number];
  const found = new Map<number, string>();
  if (!variable) return found;
  const wanted = [...rows].sort((a, b) => a - b);
  const reasons = reasonsOf(side, number);
  let at = 0;
  let i = 0;
  for (const { chunk, encoding, rows: count, data } of side.chunks(number, 'values')) {
    const isHere = (wanted[i] ?? Infinity) < at + count;
    const values = isHere ? decodeChunk(encoding, count, data) : null;
    for (; values && (wanted[i] ?? Infinity) < at + count; i++) {
      const row = (wanted[i] ?? 0) - at;
      found.set(row + at, wordOf(variable, values, row, reasons.get(chunk)?.[row] ?? 0));
    }
    at += count;
  }
  return found;
}

function wordOf(variable: Variable, values: ChunkValues, row: number, reason: number): string {
  const missing = (): string => {
    const token = variable.missing[reason - 1]?.token ?? '';
    return token === '' || missingReason(variable, reason) === 'blank' ? '' : token;
  };
  switch (values.kind) {
    case 'categorical': {
      const category = variable.categories[(values.codes[row] ?? 0) - 1];
      return category ? labelIn(category.labels, 'en') || category.code : missing();
    }
    case 'numeric':
      return Number.isNaN(values.values[row]) ? missing() : String(values.values[row]);
    case 'text': {
      const code = values.codes[row] ?? 0;
      return code === 0 ? missing() : textAt(values, code - 1);
    }
    default:
      return '';
  }
}
