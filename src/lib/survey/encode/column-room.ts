import { CHUNK_ROWS } from '../sink';

type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Rows a column has place for before the first ones come. */
const FIRST_ROWS = 256;

/**
 * The same values in an array with place for so many rows. It doubles as rows come: a small file with
 * thousands of columns then needs no place for thousands of full chunks.
 *
 * @param missing what the rows not yet written hold
 */
export function roomFor<T extends Values>(values: T, rows: number, missing = 0): T {
  if (rows <= values.length) return values;
  const Type = values.constructor as new (length: number) => T;
  const length = Math.max(rows, Math.min(CHUNK_ROWS, Math.max(FIRST_ROWS, values.length * 2)));
  const more = new Type(length);
  more.set(values);
  if (missing !== 0) more.fill(missing, values.length);
  return more;
}
