import type { CellKey, Dimension, Released, ReleasedCell, ReleasedTable } from './table';

/** What a cell without a number carries in place of its numbers. */
export const noNumbers = {
  value: null,
  low: null,
  high: null,
  n: null,
  nEffective: null,
  deff: null,
  df: null
} as const;

/** A cell by its place, and why it has no number; nothing else. */
export const hiddenCell = (
  at: CellKey,
  { flag, reason }: Pick<ReleasedCell, 'flag' | 'reason'>
): ReleasedCell => ({ at, flag, reason, ...noNumbers });

/**
 * A released table of some members of one dimension with the others added as hidden cells, in the order
 * of the members: what was kept out of a table is named there as every hidden cell is.
 */
export function withHiddenMembers(
  table: Released<ReleasedTable>,
  dimension: Dimension,
  hidden: ReadonlyMap<string, Pick<ReleasedCell, 'flag' | 'reason'>>
): Released<ReleasedTable> {
  const { id, members } = dimension;
  const cells = members.flatMap(({ key }) => {
    const why = hidden.get(key);
    return why
      ? hiddenCell({ [id]: key }, why)
      : (table.cells.find(({ at }) => at[id] === key) ?? []);
  });
  const without = cells.filter(({ value }) => value === null).length;
  return {
    ...table,
    dimensions: [dimension],
    cells,
    mostlyHidden: without * 2 > cells.length
  };
}
