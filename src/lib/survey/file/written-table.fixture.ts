import type { Encoding } from '../plan';
import { singleByteTable } from './encoding';

/** How a table is written, in the words of the programs that write it. */
export interface Writing {
  delimiter: string;
  eol: '\n' | '\r\n' | '\r';
  /** quotes around every cell, or only where they are needed */
  quotes: 'all' | 'minimal';
  encoding: Encoding;
  hasByteOrderMark: boolean;
  /** a line end after the last row */
  endsWithEol: boolean;
}

/** A table as the bytes of a file. */
export function writeTable(table: readonly (readonly string[])[], writing: Writing): Uint8Array {
  const { delimiter, eol, endsWithEol } = writing;
  const lines = table.map((row) => row.map((cell) => writeCell(cell, writing)).join(delimiter));
  const text = lines.join(eol) + (endsWithEol ? eol : '');
  return encode(text, writing);
}

function writeCell(cell: string, { delimiter, quotes }: Writing): string {
  const needsQuotes = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return quotes === 'all' || needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(text: string, { encoding, hasByteOrderMark }: Writing): Uint8Array {
  if (encoding === 'utf-8')
    return new TextEncoder().encode(hasByteOrderMark ? `\ufeff${text}` : text);
  if (encoding === 'windows-1252' || encoding === 'macintosh') {
    const byteOf = new Map(singleByteTable(encoding).map((character, byte) => [character, byte]));
    return Uint8Array.from(text, (character) => byteOf.get(character) ?? 63);
  }
  const marked = hasByteOrderMark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  for (let i = 0; i < marked.length; i++) {
    const code = marked.charCodeAt(i);
    const low = encoding === 'utf-16le' ? 0 : 1;
    bytes[i * 2 + low] = code & 0xff;
    bytes[i * 2 + 1 - low] = code >> 8;
  }
  return bytes;
}

/** Line (1-based) on which each row begins when the table is written. */
export function linesOfTable(table: readonly (readonly string[])[]): number[] {
  let line = 1;
  return table.map((row) => {
    const start = line;
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return start;
  });
}
