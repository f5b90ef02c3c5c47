import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '$lib/survey/file/bytes';

const PIECE = 1 << 20;

/** A file on this machine as a byte source that hashes what passes through it. */
export interface FileSource extends ByteSource {
  readonly size: number;
  latin1(bytes: Uint8Array): string;
  /** SHA-256 of the whole file; reads whatever has not passed through yet */
  sha256(): string;
  close(): void;
}

/**
 * Opens a file for reading.
 *
 * @param onRead told the furthest byte read so far, at every read that goes further
 * @throws the error of the file system when the file cannot be opened
 */
export function openFile(path: string, onRead?: (bytes: number) => void): FileSource {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const hash: Hash = createHash('sha256');
  let hashed = 0;
  let digest: string | null = null;
  let buffer = Buffer.alloc(0);

  const read = (offset: number, length: number): Uint8Array => {
    if (buffer.length < length) buffer = Buffer.alloc(length);
    const got = readSync(file, buffer, 0, length, offset);
    const bytes = buffer.subarray(0, got);
    const fresh = offset + got - hashed;
    // The head is read several times and then the whole in order: only what is new counts.
    if (digest === null && fresh > 0 && offset <= hashed) {
      hash.update(bytes.subarray(got - fresh));
      hashed += fresh;
      onRead?.(hashed);
    }
    return bytes;
  };

  return {
    size,
    read,
    latin1: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
    sha256() {
      while (digest === null && hashed < size) if (read(hashed, PIECE).length === 0) break;
      return (digest ??= hash.digest('hex'));
    },
    close: () => {
      closeSync(file);
    }
  };
}
