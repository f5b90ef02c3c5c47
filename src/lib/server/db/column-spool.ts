import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedVariable } from '$lib/survey/plan';
import type { ColumnChunk, EncodedChunk, ImportSink, ImportSummary } from '$lib/survey/sink';
import { sealChunk } from '$lib/server/secrets/seal';
import { decodeChunk, encodeChunk, encodeCodes, encodeReasons } from './column-codec';
import { digestOf, type ChunkDigest, type StoredChunk } from './columns';

interface Entry extends ChunkDigest {
  /** the open file it lies in */
  file: number;
  offset: number;
  length: number;
}

/** What a spool holds, as plain data for another thread of this process. */
export interface Spooled {
  entries: Entry[];
  summary: ImportSummary;
}

/**
 * Takes what an import reads and keeps it in a nameless file until the import is whole. The database
 * is locked only for the copy at the end (a fraction of a second at a million rows), not for as long
 * as a large file takes to read, so other people's writes go on; and a process that is killed leaves
 * no trace, because the file has no name.
 */
export class ColumnSpool implements ImportSink {
  readonly #path: string | null;
  /** the open file; another thread may be given it */
  readonly file: number;
  #entries: Entry[] = [];
  #end = 0;
  #summary: ImportSummary | null = null;
  #behind: ColumnSpool | null = null;
  /** names of the variables that are encrypted, by their place */
  #sealed = new Map<number, string>();

  /**
   * @param place a folder, made when absent (on the same disk as the database, because answers pass
   *   through it), or the open file of another thread's spool, which stays that thread's to close
   * @param seal key for the variables that are kept private
   */
  constructor(
    place: string | number,
    private readonly seal?: Uint8Array
  ) {
    if (typeof place === 'number') {
      this.#path = null;
      this.file = place;
      return;
    }
    mkdirSync(place, { recursive: true, mode: 0o700 });
    this.#path = join(place, `spool-${process.pid}-${Date.now()}-${serial++}`);
    this.file = openSync(this.#path, 'wx+', 0o600);
    // Where a file may lose its name while it is open, it does; elsewhere `close` removes it.
    rmSync(this.#path, { force: true });
  }

  /** Begins anew; what was there is forgotten. @throws Error when there is no key for what is private */
  start(variables: readonly PlannedVariable[] = []): void {
    this.#sealed = new Map(
      variables.flatMap(({ name, protect }, i) => (protect?.how === 'private' ? [[i, name]] : []))
    );
    if (this.#sealed.size > 0 && !this.seal) throw new Error('private columns need a key');
    this.#entries = [];
    this.#end = 0;
    this.#summary = null;
  }

  chunk({ index, rows, columns }: EncodedChunk): void {
    columns.forEach(({ values, missing }: ColumnChunk, variable) => {
      const sealed = this.#sealed.get(variable);
      const encoded =
        sealed !== undefined && this.seal && values.kind === 'text'
          ? sealChunk(this.seal, sealed, values)
          : encodeChunk(values);
      if (sealed !== undefined && encoded.encoding !== 'sealed')
        throw new Error('a private column is stored as words');
      this.#keep({ variable, chunk: index, part: 'values', rows, ...encoded });
      if (missing)
        this.#keep({ variable, chunk: index, part: 'missing', rows, ...encodeReasons(missing) });
    });
  }

  finish(summary: ImportSummary): void {
    this.#summary = summary;
  }

  /** What the reader told at the end. @throws Error when it has not come to the end */
  get summary(): ImportSummary {
    if (!this.#summary) throw new Error('the import has not been read to its end');
    return this.#summary;
  }

  get digests(): readonly ChunkDigest[] {
    return this.#entries;
  }

  /** For another thread, which must not outlive this spool's file. */
  get spooled(): Spooled {
    return { entries: this.#entries, summary: this.summary };
  }

  /**
   * Puts the chunks of the rest of the file behind these. The spool they lie in is closed with this one.
   *
   * @param spooled what the thread that read them says lies in `rest`
   * @param summary of both together
   * @param recodings new code by old code for each variable; null where the codes stand
   */
  append(
    rest: ColumnSpool,
    { entries }: Spooled,
    summary: ImportSummary,
    recodings: readonly (readonly number[] | null)[]
  ): void {
    const from = 1 + Math.max(-1, ...this.#entries.map(({ chunk }) => chunk));
    for (const entry of entries) {
      const moved = { ...entry, chunk: entry.chunk + from };
      const recoding = entry.part === 'values' ? recodings[entry.variable] : null;
      if (!recoding) {
        this.#entries.push(moved);
        continue;
      }
      const { variable, chunk, part, rows, encoding } = moved;
      const data = read(entry, new Uint8Array(entry.length));
      const values = decodeChunk(encoding, rows, data);
      if (values.kind !== 'categorical') continue;
      const codes = Uint32Array.from(values.codes, (code) => recoding[code] ?? 0);
      this.#keep({ variable, chunk, part, rows, ...encodeCodes(codes) });
    }
    this.#summary = summary;
    this.#behind = rest;
  }

  /** The chunks of one part of a variable, first rows first, one in memory at a time. */
  *chunksOf(variable: number, part: StoredChunk['part']): Generator<StoredChunk> {
    const own = this.#entries.filter((one) => one.variable === variable && one.part === part);
    for (const entry of own.sort((a, b) => a.chunk - b.chunk)) {
      const { chunk, encoding, rows, length } = entry;
      yield { variable, chunk, part, encoding, rows, data: read(entry, new Uint8Array(length)) };
    }
  }

  /** Hands over every chunk, each variable's together, so that a column lies together on disk. */
  copyTo(write: (chunk: StoredChunk) => void): void {
    const ordered = [...this.#entries].sort(
      (a, b) => a.variable - b.variable || a.chunk - b.chunk || (a.part < b.part ? -1 : 1)
    );
    let buffer = new Uint8Array(0);
    for (const entry of ordered) {
      const { variable, chunk, part, encoding, rows, length } = entry;
      if (buffer.length < length) buffer = new Uint8Array(length);
      write({ variable, chunk, part, encoding, rows, data: read(entry, buffer) });
    }
  }

  /** Gives the disk space back. */
  close(): void {
    this.#behind?.close();
    if (this.#path === null) return;
    closeSync(this.file);
    rmSync(this.#path, { force: true });
  }

  #keep(chunk: StoredChunk): void {
    const { length } = chunk.data;
    for (let at = 0; at < length;)
      at += writeSync(this.file, chunk.data, at, length - at, this.#end + at);
    this.#entries.push({ ...digestOf(chunk), file: this.file, offset: this.#end, length });
    this.#end += length;
  }
}

let serial = 0;

function read({ file, offset, length }: Entry, buffer: Uint8Array): Uint8Array {
  for (let at = 0; at < length;) {
    const got = readSync(file, buffer, at, length - at, offset + at);
    if (got === 0) throw new Error('the spool ends before its chunk');
    at += got;
  }
  return buffer.subarray(0, length);
}
