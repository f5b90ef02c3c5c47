/**
 * Where the bytes of a file come from. Reading is a synchronous pull, so the reader decides the pace:
 * a server gives `fs.readSync`, a page or a test gives memory.
 */
export interface ByteSource {
  /** length in bytes; null while unknown */
  readonly size: number | null;
  /**
   * Bytes from `offset`, at most `length` of them; fewer only at the end, none after it.
   * The array may be reused by the next call: copy what must stay.
   */
  read(offset: number, length: number): Uint8Array;
  /** One character per byte (ISO 8859-1), when the platform has a faster way than ours. */
  latin1?(bytes: Uint8Array): string;
  /** The line a person counts, by line of text, where they differ: the row of a sheet. */
  lineOf?(line: number): number;
}

/** A file that is already in memory. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, Math.min(bytes.length, offset + length))
  };
}

/** Text as UTF-8 bytes in memory, for examples and tests. */
export const textInMemory = (text: string): ByteSource =>
  bytesInMemory(new TextEncoder().encode(text));
