import { decodeByteText, fromWindows1252, isAscii } from './byte-text';

/** What had to be done to a cell, as bits. */
export const NUL_REMOVED = 1;
export const INVISIBLE_REMOVED = 2;
export const BYTES_REPAIRED = 4;
export const CHARACTERS_LOST = 8;
export const MOJIBAKE = 16;

export interface CellText {
  text: string;
  flags: number;
}

// Zero-width space, joiners and marks, word joiner, byte order mark, soft hyphen.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const NO_BREAK = /[\u00a0\u202f\u2007]/g;

/**
 * The text of a cell: decoded, without zero bytes and invisible characters, no-break spaces as spaces,
 * trimmed. Spaces inside stay as they are.
 */
export function cellText(byteText: string): CellText {
  if (!byteText.includes('\u0000') && isAscii(byteText)) return { text: trim(byteText), flags: 0 };
  const decoded = decodeByteText(byteText);
  let text = decoded.text;
  let flags = decoded.isIntact ? 0 : BYTES_REPAIRED;
  if (text.includes('\u0000')) {
    text = text.replaceAll('\u0000', '');
    flags |= NUL_REMOVED;
  }
  if (text.includes('\ufffd')) flags |= CHARACTERS_LOST;
  // Text that was decoded twice holds soft hyphens and no-break spaces that are halves of letters.
  if (repairMojibake(text) !== null) return { text: trim(text), flags: flags | MOJIBAKE };
  const visible = text.replace(INVISIBLE, '').replace(NO_BREAK, ' ');
  if (visible !== text && isHidden(text, visible)) flags |= INVISIBLE_REMOVED;
  return { text: trim(visible), flags };
}

/** Plain spaces and control characters at the ends, not more: `trim` would copy every cell. */
const trim = (text: string): string => {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 32 || last <= 32 ? text.trim() : text;
};

/** Joiners are part of some scripts and of emoji: only the others are worth a word. */
const isHidden = (text: string, visible: string): boolean =>
  text.replace(/[\u200c\u200d]/g, '') !== visible.replace(/[\u200c\u200d]/g, '');

const LEAD_AS_1252 =
  /[\u00c2\u00c3\u00c5\u00e2][\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/;

/**
 * The text that was meant when UTF-8 had been read as Windows-1252 and saved again; null when the text
 * does not look so, or would not survive the way back.
 */
export function repairMojibake(text: string): string | null {
  if (!LEAD_AS_1252.test(text)) return null;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = byteIn1252(text.charCodeAt(i));
    if (byte < 0) return null;
    bytes[i] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const bytesByCharacter = new Map(
  Array.from({ length: 256 }, (_, byte) => [fromWindows1252(byte).charCodeAt(0), byte])
);
const byteIn1252 = (code: number): number => bytesByCharacter.get(code) ?? -1;
