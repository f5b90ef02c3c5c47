import { itemDimension } from './release-scores';
import type { Labels } from '$lib/codebook/codebook';
import type { Released, ReleasedCell, ReleasedTable } from '$lib/privacy/table';
import type { RankAcceptability } from './rank-acceptability';

/**
 * Ranks in place of scores, best first: the middle rank of the draws, and those that nine of ten draws
 * lie between. Only what a released table shows has a rank; every hidden item stays as it was.
 */
export function rankTable(
  table: Released<ReleasedTable>,
  acceptability: readonly RankAcceptability[],
  { labels, base }: { labels: Labels; base: Labels },
  dimension = itemDimension
): Released<ReleasedTable> {
  const ranks = new Map(acceptability.map((one) => [one.key, one]));
  const cells = table.cells.map((cell): ReleasedCell => {
    const rank = ranks.get(cell.at[dimension] ?? '');
    return rank && cell.value !== null
      ? { ...cell, value: rank.median, low: rank.low, high: rank.high }
      : cell;
  });
  const place = (key: string): number => {
    const rank = ranks.get(key);
    return rank ? rank.median + rank.high / 1000 + rank.low / 1e6 : Infinity;
  };
  return {
    ...table,
    subject: { ...table.subject, labels, base, unit: 'number', decimals: 0 },
    statistic: 'index',
    dimensions: table.dimensions.map((one) =>
      one.id === dimension
        ? {
            ...one,
            ordered: true,
            members: [...one.members].sort((a, b) => place(a.key) - place(b.key))
          }
        : one
    ),
    cells,
    ranks: []
  };
}
