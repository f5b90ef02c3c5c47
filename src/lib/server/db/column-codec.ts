import type { ChunkValues } from '$lib/survey/sink';

/**
 * How the bytes of a chunk are read. Numbers of more than a byte are little-endian, as on every
 * machine Node runs on today.
 *
 * - `u8`, `u16`, `u32`: one code a row (categories; reasons a row is missing)
 * - `rare`: reasons that few rows have: their number, then the rows (Uint32), then the reasons (Uint8)
 * - `i8`, `i16`, `i32`, `f64`: a bitmap of the rows present, padded to 8 bytes, then their values
 *   in the narrowest type that holds each of them exactly
 * - `days`: one Int32 a row
 * - `instants`: as `f64`, milliseconds since 1970
 * - `sealed`: a bitmap of the rows present, then words that only `secrets/seal.ts` can open; here they are ''
 * - `text`: width of a code, number of texts, then codes (padded to 4 bytes), ends, UTF-8 bytes
 */
export type Encoding =
  | 'u8'
  | 'u16'
  | 'u32'
  | 'rare'
  | 'i8'
  | 'i16'
  | 'i32'
  | 'f64'
  | 'days'
  | 'instants'
  | 'text'
  | 'sealed';

export interface Encoded {
  encoding: Encoding;
  data: Uint8Array;
}

/** The stored bytes are not what their encoding says: a damaged or foreign file. */
export class ChunkError extends Error {
  override name = 'ChunkError';
}

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Bytes of a chunk. Nothing is lost: `decodeChunk` gives equal values back. */
export function encodeChunk(values: ChunkValues): Encoded {
  switch (values.kind) {
    case 'categorical':
      return encodeCodes(values.codes);
    case 'numeric':
      return encodeNumbers(values.values);
    case 'days':
      return { encoding: 'days', data: bytesOf(values.days) };
    case 'instants':
      return { encoding: 'instants', data: encodePresent(values.instants, Float64Array) };
    case 'text':
      return encodeText(values);
  }
}

/**
 * Values of a chunk.
 *
 * @throws ChunkError when the length of `data` does not fit `rows`
 */
export function decodeChunk(encoding: Encoding, rows: number, data: Uint8Array): ChunkValues {
  switch (encoding) {
    case 'rare':
      return { kind: 'categorical', codes: decodeRare(rows, data) };
    case 'u8':
    case 'u16':
    case 'u32':
      return { kind: 'categorical', codes: decodeCodes(encoding, rows, data) };
    case 'days':
      return { kind: 'days', days: viewOf(Int32Array, data, 0, rows) };
    case 'instants':
      return { kind: 'instants', instants: decodePresent('f64', rows, data) };
    case 'text':
      return decodeText(rows, data);
    case 'sealed':
      return decodePresence(rows, data);
    default:
      return { kind: 'numeric', values: decodePresent(encoding, rows, data) };
  }
}

/** Codes as bytes, in the width they need. */
export function encodeCodes(codes: Codes): Encoded {
  let largest = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code > largest) largest = code;
  }
  const width = codeWidth(largest);
  const fitting = codes.BYTES_PER_ELEMENT === width ? codes : new codeTypes[width](codes);
  return { encoding: width === 1 ? 'u8' : width === 2 ? 'u16' : 'u32', data: bytesOf(fitting) };
}

/** Reasons as bytes: row by row, or only the rows that have one where they are few. */
export function encodeReasons(reasons: Uint8Array): Encoded {
  let count = 0;
  for (let i = 0; i < reasons.length; i++) if (reasons[i] !== 0) count++;
  if (4 + count * 5 >= reasons.length) return { encoding: 'u8', data: reasons };
  const data = new Uint8Array(4 + count * 5);
  const rows = new Uint32Array(data.buffer, 0, count + 1);
  rows[0] = count;
  let next = 1;
  for (let i = 0; i < reasons.length; i++) {
    if (reasons[i] === 0) continue;
    data[3 + count * 4 + next] = reasons[i] as number;
    rows[next++] = i;
  }
  return { encoding: 'rare', data };
}

function decodeRare(rows: number, data: Uint8Array): Uint8Array {
  const [count = 0] = viewOf(Uint32Array, data, 0, 1);
  const at = viewOf(Uint32Array, data, 4, count);
  const reasons = viewOf(Uint8Array, data, 4 + count * 4, count);
  const all = new Uint8Array(rows);
  for (let i = 0; i < count; i++) all[at[i] as number] = reasons[i] as number;
  return all;
}

/** The reasons of a stored part. @throws ChunkError as `decodeChunk` */
export function decodeReasons(encoding: Encoding, rows: number, data: Uint8Array): Codes {
  const decoded = decodeChunk(encoding, rows, data);
  if (decoded.kind !== 'categorical') throw new ChunkError(`reasons cannot be ${encoding}`);
  return decoded.codes;
}

const codeTypes = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

/** Bytes a code needs when `largest` is the largest. */
export const codeWidth = (largest: number): 1 | 2 | 4 =>
  largest <= 0xff ? 1 : largest <= 0xffff ? 2 : 4;

function decodeCodes(encoding: 'u8' | 'u16' | 'u32', rows: number, data: Uint8Array): Codes {
  if (encoding === 'u8') return viewOf(Uint8Array, data, 0, rows);
  return encoding === 'u16'
    ? viewOf(Uint16Array, data, 0, rows)
    : viewOf(Uint32Array, data, 0, rows);
}

type NumberType =
  Int8ArrayConstructor | Int16ArrayConstructor | Int32ArrayConstructor | Float64ArrayConstructor;

type Numbers = Int8Array | Int16Array | Int32Array | Float64Array;

const numberTypes = { i8: Int8Array, i16: Int16Array, i32: Int32Array, f64: Float64Array };

function encodeNumbers(values: Float64Array): Encoded {
  const encoding = narrowest(values);
  return { encoding, data: encodePresent(values, numberTypes[encoding]) };
}

function narrowest(values: Float64Array): keyof typeof numberTypes {
  let low = 0;
  let high = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    // A negative zero is a double and must come back as one.
    if ((value | 0) !== value || Object.is(value, -0)) return 'f64';
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low >= -0x80 && high <= 0x7f) return 'i8';
  return low >= -0x8000 && high <= 0x7fff ? 'i16' : 'i32';
}

/** Bytes of a bitmap of the rows present, padded. */
export const bitmapBytes = (rows: number): number => Math.ceil(rows / 64) * 8;

function encodePresent(values: Float64Array, Type: NumberType): Uint8Array {
  const head = bitmapBytes(values.length);
  const present = new Type(values.length);
  const bitmap = new Uint8Array(head);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    bitmap[i >> 3] = (bitmap[i >> 3] as number) | (1 << (i & 7));
    present[count++] = value;
  }
  const data = new Uint8Array(head + count * present.BYTES_PER_ELEMENT);
  data.set(bitmap);
  data.set(bytesOf(present).subarray(0, count * present.BYTES_PER_ELEMENT), head);
  return data;
}

/** Which rows of a sealed chunk have a value; each is the empty text. */
function decodePresence(rows: number, data: Uint8Array): ChunkValues {
  const bitmap = viewOf(Uint8Array, data.subarray(0, bitmapBytes(rows)), 0, bitmapBytes(rows));
  const codes = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) codes[i] = ((bitmap[i >> 3] as number) >> (i & 7)) & 1;
  return { kind: 'text', codes, bytes: new Uint8Array(0), ends: Uint32Array.of(0) };
}

function decodePresent(
  encoding: keyof typeof numberTypes,
  rows: number,
  data: Uint8Array
): Float64Array {
  const head = bitmapBytes(rows);
  const bitmap = viewOf(Uint8Array, data, 0, head);
  const width = numberTypes[encoding].BYTES_PER_ELEMENT;
  const present = viewOf<Numbers>(numberTypes[encoding], data, head, (data.length - head) / width);
  const values = new Float64Array(rows);
  let next = 0;
  for (let i = 0; i < rows; i++)
    values[i] = (bitmap[i >> 3] as number) & (1 << (i & 7)) ? (present[next++] ?? NaN) : NaN;
  if (next !== present.length)
    throw new ChunkError(`a chunk of ${rows} rows holds ${present.length} values, not ${next}`);
  return values;
}

type TextChunk = Extract<ChunkValues, { kind: 'text' }>;

function encodeText({ codes, bytes, ends }: TextChunk): Encoded {
  const { data: codeData } = encodeCodes(codes);
  const width = codes.length === 0 ? 1 : codeData.length / codes.length;
  const codesEnd = 8 + Math.ceil(codeData.length / 4) * 4;
  const data = new Uint8Array(codesEnd + ends.byteLength + bytes.length);
  data.set(bytesOf(Uint32Array.of(width, ends.length)));
  data.set(codeData, 8);
  data.set(bytesOf(ends), codesEnd);
  data.set(bytes, codesEnd + ends.byteLength);
  return { encoding: 'text', data };
}

function decodeText(rows: number, data: Uint8Array): TextChunk {
  const [width = 0, count = 0] = viewOf(Uint32Array, data, 0, 2);
  if (width !== 1 && width !== 2 && width !== 4)
    throw new ChunkError(`text codes cannot be ${width} bytes wide`);
  const codesEnd = 8 + Math.ceil((rows * width) / 4) * 4;
  return {
    kind: 'text',
    codes: viewOf<Codes>(codeTypes[width], data, 8, rows),
    ends: viewOf(Uint32Array, data, codesEnd, count),
    bytes: data.subarray(codesEnd + count * 4)
  };
}

const bytesOf = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

interface ViewType<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, offset: number, length: number): T;
}

/** `length` elements from byte `offset`, without a copy where the address allows it. */
function viewOf<T>(Type: ViewType<T>, data: Uint8Array, offset: number, length: number): T {
  const size = length * Type.BYTES_PER_ELEMENT;
  if (!Number.isInteger(length) || offset + size > data.length)
    throw new ChunkError(`a chunk has ${data.length} bytes where ${offset + size} or more belong`);
  const start = data.byteOffset + offset;
  if (start % Type.BYTES_PER_ELEMENT === 0) return new Type(data.buffer, start, length);
  return new Type(data.slice(offset, offset + size).buffer, 0, length);
}
