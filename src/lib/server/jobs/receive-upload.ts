import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';

/** More bytes arrived than may. */
export class UploadTooLarge extends Error {
  override name = 'UploadTooLarge';
}

/**
 * Writes a body to a file as it arrives, in constant memory. When it breaks off or grows too large,
 * nothing is left of it.
 *
 * @returns length in bytes and SHA-256 of what arrived
 * @throws UploadTooLarge, or the error the stream ended with
 */
export async function receiveUpload(
  body: ReadableStream<Uint8Array>,
  path: string,
  limit: number
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      hash.update(piece);
      if (bytes > limit) done(new UploadTooLarge());
      else done(null, piece);
    }
  });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      Readable.fromWeb(body as NodeStream<Uint8Array>),
      meter,
      createWriteStream(path, { mode: 0o600 })
    );
    const { size } = await stat(path);
    if (size !== bytes) throw new Error(`wrote ${size} of ${bytes} bytes`);
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Writes a part of a file at its place as it arrives, in constant memory. When it breaks off, what came is
 * kept: writing the same bytes at the same place again changes nothing.
 *
 * @param room  bytes that may still come
 * @returns bytes written; fewer than were sent when the sender broke off
 * @throws UploadTooLarge; what had room is kept
 */
export async function receivePart(
  body: ReadableStream<Uint8Array>,
  { path, offset, room }: { path: string; offset: number; room: number }
): Promise<number> {
  let bytes = 0;
  let isTooLarge = false;
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      const taken = piece.subarray(0, room - bytes);
      bytes += taken.length;
      isTooLarge ||= taken.length < piece.length;
      done(null, taken);
    }
  });
  const file = createWriteStream(path, { flags: 'r+', start: offset, mode: 0o600 });
  try {
    await pipeline(Readable.fromWeb(body as NodeStream<Uint8Array>), meter, file);
  } catch (error) {
    if (!wasBrokenOff(error)) throw error;
    return file.bytesWritten;
  }
  if (isTooLarge) throw new UploadTooLarge();
  return bytes;
}

/** The sender went away; not a fault of this machine. */
const wasBrokenOff = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    ('code' in error &&
      ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes(String(error.code))) ||
    /aborted|closed/i.test(error.message));
