import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { ChunkValues } from '$lib/survey/sink';
import { bitmapBytes, decodeChunk, encodeChunk, type Encoded } from '$lib/server/db/column-codec';

/** The key does not fit what is stored, or the bytes were changed. */
export class SealError extends Error {
  override name = 'SealError';
}

type TextChunk = Extract<ChunkValues, { kind: 'text' }>;

const IV = 12;
const TAG = 16;

/**
 * A chunk of words, encrypted: which rows have a value stays readable (missing rows are counted without
 * the key), then nonce, tag and AES-256-GCM of the chunk, bound to the name of its variable. The nonce
 * comes from key and content (a synthetic IV), so equal imports give equal bytes and no nonce is used
 * for two contents.
 */
export function sealChunk(key: Uint8Array, variable: string, values: TextChunk): Encoded {
  const rows = values.codes.length;
  const plain = encodeChunk(values).data;
  const iv = createHmac('sha256', key).update(`nonce ${variable}\0`).update(plain).digest();
  const cipher = createCipheriv('aes-256-gcm', key, iv.subarray(0, IV));
  cipher.setAAD(Buffer.from(variable));
  const secret = Buffer.concat([cipher.update(plain), cipher.final()]);
  const present = new Uint8Array(bitmapBytes(rows));
  for (let i = 0; i < rows; i++)
    if (values.codes[i] !== 0) present[i >> 3] = (present[i >> 3] ?? 0) | (1 << (i & 7));
  return {
    encoding: 'sealed',
    data: Buffer.concat([present, iv.subarray(0, IV), cipher.getAuthTag(), secret])
  };
}

/** The words of a sealed chunk. @throws SealError when the key does not fit or a byte was changed */
export function openChunk(
  key: Uint8Array,
  variable: string,
  rows: number,
  data: Uint8Array
): TextChunk {
  const start = bitmapBytes(rows);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(start, start + IV));
  decipher.setAAD(Buffer.from(variable));
  decipher.setAuthTag(data.subarray(start + IV, start + IV + TAG));
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(data.subarray(start + IV + TAG)), decipher.final()]);
  } catch {
    throw new SealError('the key of this workspace does not open what is stored');
  }
  // Decoding wants its own aligned bytes.
  const values = decodeChunk('text', rows, new Uint8Array(plain));
  if (values.kind !== 'text') throw new SealError('what is stored is no chunk of words');
  return values;
}
