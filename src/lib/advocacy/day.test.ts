import { expect, test } from 'vitest';
import { addDays, daysBetween, daysLate, isDay } from './day';

test('a day exists in the calendar', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('2026-02-29')).toBe(false);
  expect(isDay('2026-2-9')).toBe(false);
});

test('days between two days ignore clock changes', () => {
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysBetween('2026-11-21', '2026-11-18')).toBe(-3);
  expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
});

test('what is done, or has no due day, is never late; what is due today is not late yet', () => {
  expect(daysLate('2026-11-18', '2026-11-21', false)).toBe(3);
  expect(daysLate('2026-11-18', '2026-11-21', true)).toBe(0);
  expect(daysLate(null, '2026-11-21', false)).toBe(0);
  expect(daysLate('2026-11-21', '2026-11-21', false)).toBe(0);
});
