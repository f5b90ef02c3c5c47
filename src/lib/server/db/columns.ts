import { createHash } from 'node:crypto';
import { canonical, type Json } from '$lib/base/canonical';
import type { Id } from '$lib/base/id';
import type { Codebook } from '$lib/codebook/codebook';
import type { Encoding } from './column-codec';
import type { Connection } from './engine';

/** The values of a variable in one chunk of rows, or the reasons they are missing. */
export interface StoredChunk {
  /** number of the variable in its version, from 0 */
  variable: number;
  /** from 0; 65,536 rows each, fewer in very wide tables; the last one holds the rest */
  chunk: number;
  part: 'values' | 'missing';
  encoding: Encoding;
  rows: number;
  data: Uint8Array;
}

/** A chunk by the hash of its bytes, as `contentSha256` takes it. */
export interface ChunkDigest extends Omit<StoredChunk, 'data'> {
  sha256: string;
}

/** Raw prepared statement: the import path writes thousands of these. */
export function chunkWriter(connection: Connection, versionId: Id): (chunk: StoredChunk) => void {
  const insert = connection.prepare(
    'INSERT INTO column_chunk (dataset_version_id, variable, chunk, part, encoding, rows, data) VALUES (?, ?, ?, ?, ?, ?, ?)'
  );
  return ({ variable, chunk, part, encoding, rows, data }) => {
    insert.run(versionId, variable, chunk, part, encoding, rows, data);
  };
}

/** The chunks of one part of a variable, first rows first. */
export function readChunks(
  connection: Connection,
  versionId: Id,
  variable: number,
  part: StoredChunk['part']
): StoredChunk[] {
  return connection
    .prepare<[Id, number, string], StoredChunk>(
      'SELECT variable, chunk, part, encoding, rows, data FROM column_chunk WHERE dataset_version_id = ? AND variable = ? AND part = ? ORDER BY chunk'
    )
    .all(versionId, variable, part);
}

/** Hashes of every stored chunk of a version, computed from its bytes. */
export function* digestChunks(connection: Connection, versionId: Id): Generator<ChunkDigest> {
  const chunks = connection
    .prepare<[Id], StoredChunk>(
      'SELECT variable, chunk, part, encoding, rows, data FROM column_chunk WHERE dataset_version_id = ? ORDER BY variable, chunk, part'
    )
    .iterate(versionId);
  for (const chunk of chunks) yield digestOf(chunk);
}

export function digestOf({ data, ...chunk }: StoredChunk): ChunkDigest {
  return { ...chunk, sha256: createHash('sha256').update(data).digest('hex') };
}

/**
 * One hash for all that a dataset version says: its codebook, its number of rows and every chunk.
 * `verify` computes it again from what is stored.
 *
 * @param digests in any order
 */
export function contentSha256(
  codebook: Codebook,
  rows: number,
  digests: readonly ChunkDigest[]
): string {
  const chunks = [...digests]
    .sort((a, b) => a.variable - b.variable || a.chunk - b.chunk || (a.part < b.part ? -1 : 1))
    .map((d) => [d.variable, d.chunk, d.part, d.encoding, d.rows, d.sha256]);
  return createHash('sha256')
    .update(canonical({ codebook: codebook as unknown as Json, rows, chunks }))
    .digest('hex');
}
