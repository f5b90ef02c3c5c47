import { expect, test } from 'vitest';
import { releaseCounts } from './release-counts';

const shown = (people: number[], k: number, total: number | null = null): (number | null)[] =>
  releaseCounts(
    people.map((count, i) => ({ key: `${i}`, people: count })),
    k,
    total
  ).map((count) => count.people);

test('a count of 1 to k - 1 is hidden; nobody and k are shown', () => {
  expect(shown([0, 1, 4, 5, 60], 5)).toEqual([0, null, null, 5, 60]);
});
test('where the whole is shown, a hidden count is not alone', () => {
  expect(shown([3, 40, 60], 5, 103)).toEqual([null, null, 60]);
});
test('and the hidden ones are together k people at least', () => {
  expect(shown([1, 2, 40, 60], 5, 103)).toEqual([null, null, null, 60]);
});
test('an empty count hides nothing', () => {
  expect(shown([3, 0, 40], 5, 43)).toEqual([null, 0, null]);
});
