import { expect, test } from 'vitest';
import { extent } from './extent';

test('the lowest and the highest of any number of values', () => {
  expect(extent([3, -1, 2])).toEqual({ low: -1, high: 3 });
  expect(extent(Array.from({ length: 500_000 }, (_, i) => i))).toEqual({ low: 0, high: 499_999 });
  expect(extent([])).toEqual({ low: Infinity, high: -Infinity });
});
