/**
 * Byte text: a string whose characters are the bytes of a UTF-8 text, one each. Everything that gives a
 * CSV file its structure is below 0x80, so records can be cut from byte text, and only the distinct
 * cells need decoding. It also keeps strings at one byte a character, whatever the language.
 */

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Windows-1252 from 0x80 to 0x9F. Written out: some releases of Node decode that encoding as ISO 8859-1. */
const C1_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The character of a byte in Windows-1252. */
export const fromWindows1252 = (byte: number): string =>
  byte >= 0x80 && byte <= 0x9f ? (C1_1252[byte - 0x80] ?? '') : String.fromCharCode(byte);

const SLICE = 8192;

/** One character per byte. */
export function byteText(bytes: Uint8Array): string {
  let ascii = true;
  // A plain loop: faster than a decoder that throws on the first byte above 0x7F.
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) > 0x7f) {
      ascii = false;
      break;
    }
  }
  if (ascii) return utf8.decode(bytes);
  let text = '';
  for (let i = 0; i < bytes.length; i += SLICE)
    text += String.fromCharCode(...bytes.subarray(i, i + SLICE));
  return text;
}

/** The bytes of a byte text. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A text as byte text. */
export const toByteText = (text: string): string =>
  isAscii(text) ? text : byteText(encoder.encode(text));

/** No character above 0x7F, so byte text and text are the same. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/**
 * The text that a byte text stands for. Bytes that are not UTF-8 are read as Windows-1252, one by one,
 * so that one stray byte does not spoil its neighbours; `isIntact` is false then.
 */
export function decodeByteText(text: string): { text: string; isIntact: boolean } {
  if (isAscii(text)) return { text, isIntact: true };
  const bytes = bytesOf(text);
  try {
    return { text: utf8.decode(bytes), isIntact: true };
  } catch {
    return { text: decodePieces(bytes), isIntact: false };
  }
}

function decodePieces(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    text +=
      length === 0 ? fromWindows1252(bytes[i] ?? 0) : utf8.decode(bytes.subarray(i, i + length));
    i += length || 1;
  }
  return text;
}

/** Length of the valid UTF-8 sequence at `at`: 1 to 4, or 0 when there is none (RFC 3629). */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** A copy that does not keep alive the block of text it was cut from. */
export const detached = (text: string): string =>
  text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
