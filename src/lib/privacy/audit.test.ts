import { describe, expect, test } from 'vitest';
import { exposedCounts } from './audit';
import { countGrid } from './counts';
import { peopleTable } from './table.fixture';
import type { CountGrid } from './counts';

/** Counts by group and place; the cells at the named places are hidden. */
function gridOf(rows: [group: number, area: number, n: number, x: number][], hidden: string[]) {
  const table = peopleTable(rows.map(([group, area, n, x]) => ({ group, area, n, x })));
  const grid = countGrid(table.dimensions, table.cells);
  table.cells.forEach(({ at }, i) => {
    grid.cells[i]!.isHidden = hidden.includes(`${at.group ?? ''}${at.area ?? ''}`);
  });
  return grid;
}

const ranges = (grid: CountGrid, threshold = 5) =>
  exposedCounts(grid, { depth: 2, threshold, knowledge: 'here' }).map(({ low, high }) => [
    low,
    high
  ]);

const twoByTwo: [number, number, number, number][] = [
  [0, 0, 40, 3],
  [0, 1, 50, 20],
  [1, 0, 60, 30],
  [1, 1, 70, 35]
];

describe('what the published sums leave open', () => {
  test('one hidden cell in a line is known: it cannot change', () => {
    expect(ranges(gridOf(twoByTwo, ['g0a0']))).toEqual([
      [0, 0],
      [0, 0],
      [0, 0]
    ]);
  });
  test('two hidden cells in a line are known by the other lines', () => {
    expect(ranges(gridOf(twoByTwo, ['g0a0', 'g0a1'])).length).toBeGreaterThan(0);
  });
  test('a square of four keeps its secret', () => {
    expect(ranges(gridOf(twoByTwo, ['g0a0', 'g0a1', 'g1a0', 'g1a1']))).toEqual([]);
  });
  test('corners of 3 and 2 can lose 2, the others 20: a range of 22, in each of the four', () => {
    const tight: [number, number, number, number][] = [
      [0, 0, 40, 3],
      [0, 1, 50, 20],
      [1, 0, 60, 30],
      [1, 1, 70, 2]
    ];
    const square = ['g0a0', 'g0a1', 'g1a0', 'g1a1'];
    expect(ranges(gridOf(tight, square), 22)).toEqual([]);
    expect(ranges(gridOf(tight, square), 23)).toEqual([
      [-2, 20],
      [-20, 2],
      [-20, 2],
      [-2, 20]
    ]);
  });
});
