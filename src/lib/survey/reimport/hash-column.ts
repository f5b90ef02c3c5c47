import type { Variable } from '$lib/codebook/codebook';
import { MISSING_DAY, NOT_ANSWERED, UNREADABLE, type ChunkValues } from '../sink';

/**
 * Turns the cells of a variable into 32-bit numbers that are equal when the cells say the same, whatever
 * numbers their codes have in either version. Two different cells agree by chance once in four thousand
 * million.
 */
export class ColumnHash {
  private readonly ofCode: Uint32Array;
  private readonly ofReason = new Uint32Array(256);

  constructor({ categories, missing }: Pick<Variable, 'categories' | 'missing'>) {
    this.ofCode = Uint32Array.from(categories, ({ code }) => hashText(`=${code}`));
    this.ofReason.fill(BLANK);
    missing.forEach(({ token }, i) => {
      this.ofReason[i + 1] = token === '' ? BLANK : hashText(`missing ${token}`);
    });
    this.ofReason[UNREADABLE] = hashText('missing unreadable');
    this.ofReason[NOT_ANSWERED] = BLANK;
  }

  /** Writes the numbers of one chunk to `out` from `at` on. */
  write(
    values: ChunkValues,
    reasons: ArrayLike<number> | null,
    rows: number,
    out: Uint32Array,
    at: number
  ): void {
    const { ofReason } = this;
    const cell = this.reader(values);
    // One pass a column: a version may have a million rows and hundreds of columns.
    for (let i = 0; i < rows; i++) {
      const hash = cell(i);
      out[at + i] = hash === MISSING ? (ofReason[reasons?.[i] ?? 0] ?? BLANK) : hash;
    }
  }

  private reader(values: ChunkValues): (row: number) => number {
    const { ofCode } = this;
    switch (values.kind) {
      case 'categorical': {
        const { codes } = values;
        return (row) => (codes[row] ? (ofCode[(codes[row] ?? 0) - 1] ?? MISSING) : MISSING);
      }
      case 'numeric': {
        const numbers = values.values;
        return (row) => hashNumber(numbers[row] ?? NaN);
      }
      case 'instants': {
        const { instants } = values;
        return (row) => hashNumber(instants[row] ?? NaN);
      }
      case 'days': {
        const { days } = values;
        return (row) => (days[row] === MISSING_DAY ? MISSING : hashNumber(days[row] ?? NaN));
      }
      case 'text': {
        const { codes, bytes, ends } = values;
        const words = new Uint32Array(ends.length);
        for (let k = 0; k < ends.length; k++)
          words[k] = hashBytes(bytes, k === 0 ? 0 : (ends[k - 1] ?? 0), ends[k] ?? 0);
        return (row) => (codes[row] ? (words[(codes[row] ?? 0) - 1] ?? MISSING) : MISSING);
      }
    }
  }
}

/** No value: told from every hash of one. */
const MISSING = 0;
const BLANK = 1;

const number = new DataView(new ArrayBuffer(8));

function hashNumber(value: number): number {
  if (Number.isNaN(value)) return MISSING;
  number.setFloat64(0, value === 0 ? 0 : value);
  return mixed(mixed(SEED, number.getUint32(0)), number.getUint32(4)) || 2;
}

const SEED = 0x811c9dc5;

/** FNV-1a, then the finish of MurmurHash3 (both public domain), so that short texts differ in all bits. */
function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return mixed(hash, to - from) || 2;
}

const encoder = new TextEncoder();

function hashText(text: string): number {
  const bytes = encoder.encode(text);
  return hashBytes(bytes, 0, bytes.length);
}

/** One hash out of two. */
export function mixed(a: number, b: number): number {
  let hash = Math.imul(a ^ b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16) ^ b, 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}
