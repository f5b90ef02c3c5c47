import { expect, test } from 'vitest';
import { rankRanges } from './rank-ranges';

const ranksOf = (...bounds: [number, number][]): [number, number][] =>
  rankRanges(bounds.map(([low, high]) => ({ at: {}, low, high }))).map((r) => [r.from, r.to]);

test('apart intervals have one rank each, the largest first', () => {
  expect(ranksOf([0.1, 0.2], [0.5, 0.6], [0.3, 0.4])).toEqual([
    [3, 3],
    [1, 1],
    [2, 2]
  ]);
});
test('overlapping intervals share their ranks', () => {
  expect(ranksOf([0.3, 0.5], [0.4, 0.6], [0.1, 0.2])).toEqual([
    [1, 2],
    [1, 2],
    [3, 3]
  ]);
});
test('touching intervals are not apart', () => {
  expect(ranksOf([0.1, 0.3], [0.3, 0.5])).toEqual([
    [1, 2],
    [1, 2]
  ]);
});
