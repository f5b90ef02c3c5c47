import { expect, test } from 'vitest';
import { legislativePrecision } from './legislative-date';

test.each([
  ['2026', 'year'],
  ['2026-09', 'month'],
  ['2026-09-09', 'day'],
  ['2026-09-09T14:30', 'minute'],
  ['2026-09-09T14:30:00-05:00', 'minute'],
  ['2026-13', null],
  ['2026-02-30', null],
  ['2026-02-30T10:00', null],
  ['9 Sep 2026', null],
  ['', null]
])('%j has precision %s', (text, precision) => {
  expect(legislativePrecision(text)).toBe(precision);
});
