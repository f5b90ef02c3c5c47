import type { Encoding } from '../plan';
import { fromWindows1252, sequenceLength } from './byte-text';

export interface EncodingGuess {
  encoding: Encoding;
  /** bytes of the byte order mark */
  bom: number;
  /** 1-based line of the first byte that made us guess; null when the file says what it is */
  guessedAtLine: number | null;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The encoding of a file, from its first bytes: byte order mark, else zero bytes in every other place
 * (UTF-16), else UTF-8 when most multi-byte sequences are valid, else Windows-1252 or Mac OS Roman,
 * whichever puts letters beside letters.
 *
 * @param head the file, or as much of its beginning as can be afforded
 */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return told('utf-8', 3);
  if (head[0] === 0xff && head[1] === 0xfe) return told('utf-16le', 2);
  if (head[0] === 0xfe && head[1] === 0xff) return told('utf-16be', 2);
  const wide = guessUtf16(head);
  if (wide) return { encoding: wide, bom: 0, guessedAtLine: 1 };

  let valid = 0;
  let invalid = 0;
  let firstHigh = -1;
  for (let i = 0; i < head.length;) {
    const length = sequenceLength(head, i);
    if (length !== 1 && firstHigh < 0) firstHigh = i;
    if (length > 1) valid++;
    // The sample may end inside a sequence.
    if (length === 0 && i < head.length - 3) invalid++;
    i += length || 1;
  }
  if (invalid === 0 || valid > invalid) return told('utf-8', 0);
  const isMac = score(head, macintosh) > score(head, windows1252);
  return {
    encoding: isMac ? 'macintosh' : 'windows-1252',
    bom: 0,
    guessedAtLine: lineAt(head, firstHigh)
  };
}

const told = (encoding: Encoding, bom: number): EncodingGuess => ({
  encoding,
  bom,
  guessedAtLine: null
});

function guessUtf16(head: Uint8Array): Encoding | null {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** Line (1-based) that holds the byte at `offset`; CRLF, LF and CR each end a line. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) {
    if (bytes[i] === NEWLINE) line++;
    else if (bytes[i] === RETURN && bytes[i + 1] !== NEWLINE) line++;
  }
  return line;
}

/** Upper half of Mac OS Roman, from 0x80. */
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

const macintosh = Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 ? String.fromCharCode(byte) : (MACINTOSH[byte - 0x80] ?? '')
);
const windows1252 = Array.from({ length: 256 }, (_, byte) => fromWindows1252(byte));

/** Characters of a single-byte encoding, by byte. */
export const singleByteTable = (encoding: 'windows-1252' | 'macintosh'): readonly string[] =>
  encoding === 'macintosh' ? macintosh : windows1252;

const isLetter = (character: string): boolean => /\p{L}/u.test(character);
const isLower = (character: string): boolean => /\p{Ll}/u.test(character);

/** High bytes that settle the question; a file in another alphabet may have millions. */
const ENOUGH = 50_000;

/** How well the high bytes fit between their neighbours when read with `characters`. */
function score(bytes: Uint8Array, characters: readonly string[]): number {
  let total = 0;
  let seen = 0;
  for (let i = 0; i < bytes.length && seen < ENOUGH; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    seen++;
    const before = characters[bytes[i - 1] ?? 10] ?? '';
    const after = characters[bytes[i + 1] ?? 10] ?? '';
    total += fit(characters[byte] ?? '', before, after);
  }
  return total;
}

function fit(character: string, before: string, after: string): number {
  const code = character.charCodeAt(0);
  if (code >= 0x80 && code <= 0x9f) return -5;
  const besideLetter = isLetter(before) || isLetter(after);
  if (isLower(character)) return besideLetter ? 2 : -1;
  if (isLetter(character)) return isLower(before) ? -4 : 0;
  if (character === '\u00a0') return /[\p{L}\p{N}\p{P}]/u.test(before) ? 2 : 0;
  if (/[\u2018\u2019\u201c\u201d]/.test(character)) return besideLetter ? 2 : 0;
  if (/[\u2013\u2014\u20ac\u2026\u2022\u00b0]/.test(character)) return 1;
  return isLetter(before) && isLetter(after) ? -3 : 0;
}
