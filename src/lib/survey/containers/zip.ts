import { Inflate } from 'fflate';
import type { ByteSource } from '../file/bytes';
import { ContainerFault } from './fault';
import type { Limits } from './limits';

/** One file of an archive. Its name is only compared: nothing is ever written under it. */
export interface ZipEntry {
  name: string;
  method: number;
  isEncrypted: boolean;
  crc: number;
  compressed: number;
  size: number;
  /** of its local header */
  offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const IN_EXTRA = 0xffff_ffff;

/**
 * The directory of a ZIP archive, by its central directory (APPNOTE 6.3, with ZIP64).
 *
 * @throws ContainerFault when there is none, it is cut off, or it has too many entries
 */
export function readDirectory(source: ByteSource, limits: Limits): ZipEntry[] {
  const size = source.size ?? measure(source);
  const tail = Math.min(size, 65_557);
  const at = size - tail;
  const bytes = source.read(at, tail).slice();
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new ContainerFault('XLSX_DAMAGED');
  let count = view.getUint16(end + 10, true);
  let length = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  if (count === 0xffff || length === IN_EXTRA || offset === IN_EXTRA)
    ({ count, length, offset } = endOf64(source, view, end));
  if (count > limits.entries || length > 64 * 1_048_576)
    throw new ContainerFault('CONTAINER_TOO_LARGE', { entries: count });
  return parseDirectory(readExactly(source, offset, length), count);
}

function endOf64(source: ByteSource, view: DataView, end: number) {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR)
    throw new ContainerFault('XLSX_DAMAGED');
  const record = viewOf(readExactly(source, whole(view, locator + 8), 56));
  if (record.getUint32(0, true) !== END_64) throw new ContainerFault('XLSX_DAMAGED');
  return { count: whole(record, 32), length: whole(record, 40), offset: whole(record, 48) };
}

function parseDirectory(bytes: Uint8Array, count: number): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  const text = new TextDecoder();
  for (let at = 0; entries.length < count;) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new ContainerFault('XLSX_DAMAGED');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameAt = at + 46;
    const next = nameAt + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new ContainerFault('XLSX_DAMAGED');
    const entry: ZipEntry = {
      name: text.decode(bytes.subarray(nameAt, nameAt + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true)
    };
    widen(entry, view, nameAt + nameLength, extraLength);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** ZIP64: sizes and offset too big for 32 bits stand in an extra field, in this order. */
function widen(entry: ZipEntry, view: DataView, start: number, length: number): void {
  for (let at = start; at + 4 <= start + length;) {
    const fieldLength = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let value = at + 4;
      const end = Math.min(value + fieldLength, start + length);
      for (const key of ['size', 'compressed', 'offset'] as const)
        if (entry[key] === IN_EXTRA && value + 8 <= end) {
          entry[key] = whole(view, value);
          value += 8;
        }
    }
    at += 4 + fieldLength;
  }
}

/** Compressed bytes handed over at a time: deflate makes at most 1,032 times as many of them. */
const FEED = 8192;

/** What has been unpacked of an archive so far, over all its entries. */
export interface Unpacking {
  source: ByteSource;
  limits: Limits;
  total: number;
}

/**
 * Unpacks an entry piece by piece; the sizes it declares are not trusted.
 *
 * @param onBytes gets each piece; the array is not used again
 * @throws ContainerFault when it is damaged, locked, packed in another way, or beyond the limits
 */
export function unpackEntry(
  work: Unpacking,
  entry: ZipEntry,
  onBytes: (bytes: Uint8Array) => void
): void {
  if (entry.isEncrypted) throw new ContainerFault('XLSX_LOCKED');
  if (entry.method !== 0 && entry.method !== 8) throw new ContainerFault('XLSX_DAMAGED');
  const { source, limits } = work;
  let size = 0;
  let crc = -1;
  let fed = 0;
  const take = (bytes: Uint8Array): void => {
    size += bytes.length;
    work.total += bytes.length;
    const isBomb = size > limits.ratioFrom && size > fed * limits.ratio;
    if (size > limits.entryBytes || work.total > limits.totalBytes || isBomb)
      throw new ContainerFault('CONTAINER_TOO_LARGE', { entries: 1 });
    crc = crcOf(bytes, crc);
    onBytes(bytes);
  };
  const inflate = entry.method === 8 ? new Inflate() : null;
  if (inflate)
    inflate.ondata = (bytes) => {
      take(bytes);
    };
  const start = dataOffset(source, entry);
  while (fed < entry.compressed) {
    const wanted = Math.min(FEED, entry.compressed - fed);
    const piece = source.read(start + fed, wanted);
    if (piece.length === 0) throw new ContainerFault('XLSX_DAMAGED');
    fed += piece.length;
    if (!inflate) take(piece.slice());
    else feed(inflate, piece.slice(), fed >= entry.compressed);
  }
  if (size !== entry.size || ~crc >>> 0 !== entry.crc) throw new ContainerFault('XLSX_DAMAGED');
}

function feed(inflate: Inflate, piece: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(piece, isLast);
  } catch (error) {
    throw error instanceof ContainerFault ? error : new ContainerFault('XLSX_DAMAGED');
  }
}

function dataOffset(source: ByteSource, { offset }: ZipEntry): number {
  const header = viewOf(readExactly(source, offset, 30));
  if (header.getUint32(0, true) !== LOCAL) throw new ContainerFault('XLSX_DAMAGED');
  return offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function whole(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ContainerFault('XLSX_DAMAGED');
  return Number(value);
}

function readExactly(source: ByteSource, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const piece = source.read(offset + at, length - at);
    if (piece.length === 0) throw new ContainerFault('XLSX_DAMAGED');
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function measure(source: ByteSource): number {
  let size = 0;
  for (;;) {
    const { length } = source.read(size, 1_048_576);
    if (length === 0) return size;
    size += length;
  }
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32, before its last inversion. */
function crcOf(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (let i = 0; i < bytes.length; i++)
    crc = (CRC[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return crc;
}
