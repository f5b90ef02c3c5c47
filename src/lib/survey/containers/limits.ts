/** What a container may grow to when it is unpacked. A workbook beyond it is asked for as CSV. */
export interface Limits {
  entries: number;
  /** uncompressed bytes of one entry, and of all that are read */
  entryBytes: number;
  totalBytes: number;
  /** uncompressed by compressed bytes, once an entry is larger than `ratioFrom` */
  ratio: number;
  ratioFrom: number;
  /** cells that are not blank, and characters they hold together, over all sheets */
  cells: number;
  characters: number;
  /** characters of one cell: Excel itself allows 32,767 */
  cell: number;
  /** elements inside elements */
  depth: number;
}

const MiB = 1_048_576;

export const LIMITS: Limits = {
  entries: 10_000,
  entryBytes: 1024 * MiB,
  totalBytes: 2048 * MiB,
  // A sheet of empty styled cells compresses 60 to 1, a bomb 1,000 to 1.
  ratio: 250,
  ratioFrom: 16 * MiB,
  cells: 40_000_000,
  characters: 160 * MiB,
  cell: 1 * MiB,
  depth: 64
};
