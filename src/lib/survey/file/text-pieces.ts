import type { Encoding } from '../plan';
import { byteText, toByteText } from './byte-text';
import type { ByteSource } from './bytes';
import { singleByteTable } from './encoding';

/** Bytes read at a time: larger pieces outlive the young generation of the collector and cost more. */
const PIECE_BYTES = 65_536;

export interface TextPieces {
  /** Next piece of byte text; null at the end. */
  next(): string | null;
  /** bytes read so far, for progress */
  readonly offset: number;
}

/**
 * A file as pieces of byte text (UTF-8, one character per byte), whatever its encoding. Line ends are as
 * found; `normalisedPieces` makes them LF.
 */
export function textPieces(
  source: ByteSource,
  encoding: Encoding,
  skipBytes: number,
  pieceBytes: number = PIECE_BYTES
): TextPieces {
  const toText = transcoder(source, encoding);
  let offset = skipBytes;
  let isOver = false;
  return {
    get offset() {
      return offset;
    },
    next() {
      if (isOver) return null;
      const bytes = source.read(offset, pieceBytes);
      offset += bytes.length;
      isOver = bytes.length === 0;
      const text = toText(bytes, isOver);
      return isOver && text === '' ? null : text;
    }
  };
}

function transcoder(
  source: ByteSource,
  encoding: Encoding
): (bytes: Uint8Array, isLast: boolean) => string {
  if (encoding === 'utf-8') {
    const latin1 = source.latin1?.bind(source) ?? byteText;
    return (bytes) => (bytes.length === 0 ? '' : latin1(bytes));
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    return (bytes, isLast) => toByteText(decoder.decode(bytes, { stream: !isLast }));
  }
  const table = singleByteTable(encoding).map(toByteText);
  return (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i++) text += table[bytes[i] ?? 0] ?? '';
    return text;
  };
}

/** The same pieces with every CRLF and CR as LF; a CR at the end of a piece waits for the next one. */
export function normalisedPieces(pieces: TextPieces): TextPieces {
  let held = '';
  return {
    get offset() {
      return pieces.offset;
    },
    next() {
      const piece = pieces.next();
      if (piece === null) {
        const rest = held;
        held = '';
        return rest === '' ? null : '\n';
      }
      let text = held + piece;
      held = '';
      if (text.endsWith('\r')) {
        held = '\r';
        text = text.slice(0, -1);
      }
      return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    }
  };
}
