import type { CellKey, ReleasedRank } from './table';

/**
 * Likely ranks from simultaneous intervals, 1 = largest: a cell ranks below those whose interval lies
 * wholly above its own, and above those whose interval lies wholly below.
 *
 * Klein, Wright and Wieczorek (2020), joint confidence region for ranks. The intervals must be
 * simultaneous (Bonferroni: level 1 - .05/cells), or the ranks claim too much.
 */
export function rankRanges(
  bounds: readonly { at: CellKey; low: number; high: number }[]
): ReleasedRank[] {
  return bounds.map(({ at, low, high }) => ({
    at,
    from: 1 + bounds.filter((other) => other.low > high).length,
    to: bounds.length - bounds.filter((other) => other.high < low).length,
    of: bounds.length
  }));
}
