import { expect, test } from 'vitest';
import { correlation, kendall, midRanks, spearman } from './rank-correlation';

test('the largest value ranks first, and equal values share the mean rank', () => {
  expect(midRanks([0.3, 0.5, 0.3, 0.1])).toEqual([2.5, 1, 2.5, 4]);
  expect(midRanks([3, 1, 2], 'lowest')).toEqual([3, 1, 2]);
});

test('the same order is 1, the opposite order -1', () => {
  for (const of of [spearman, kendall]) {
    expect(of([1, 2, 3, 4], [10, 20, 30, 40])).toBeCloseTo(1, 12);
    expect(of([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1, 12);
  }
});

test('one swapped neighbor among four: Kendall 4/6, Spearman 1 - 6 * 2 / (4 * 15)', () => {
  expect(kendall([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 12);
  expect(spearman([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(0.8, 12);
});

test('a tie counts in neither order: 2 of 3 pairs, over the root of 2 times 3', () => {
  expect(kendall([1, 2, 2], [1, 2, 3])).toBeCloseTo(2 / Math.sqrt(6), 12);
});

test('too few values or a list of equals has no correlation', () => {
  expect(kendall([1, 2], [1, 2])).toBeNull();
  expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(correlation([2, 2], [1, 3])).toBeNull();
});
