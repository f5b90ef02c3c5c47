export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/**
 * Places from 1 after one row moved a step; rows come in their present order.
 *
 * At the end of the list a row stays where it is.
 */
export function orderAfterMove(
  rows: readonly { id: string }[],
  id: string,
  direction: Direction
): { id: string; order: number }[] {
  const ids = rows.map((row) => row.id);
  const from = ids.indexOf(id);
  const to = direction === 'up' ? from - 1 : from + 1;
  const other = ids[to];
  if (from >= 0 && other !== undefined) {
    ids[to] = id;
    ids[from] = other;
  }
  return ids.map((each, i) => ({ id: each, order: i + 1 }));
}
