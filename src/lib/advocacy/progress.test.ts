import { expect, test } from 'vitest';
import { progressOf } from './progress';

test.each([
  { progress: 'cannot-tell', low: 0.33, high: 0.43, since: 'the range holds the baseline' },
  { progress: 'on-track', low: 0.3, high: 0.36, since: 'all of the range is below the baseline' },
  {
    progress: 'reached',
    low: 0.2,
    high: 0.28,
    since: 'all of the range is at the target or below'
  },
  { progress: 'away', low: 0.39, high: 0.5, since: 'all of the range is above the baseline' },
  { progress: 'cannot-tell', low: 0.3, high: 0.38, since: 'the range ends at the baseline' }
] as const)('$progress, from 38% to 28%: $since', ({ progress, low, high }) => {
  expect(progressOf({ low, high }, 0.38, 0.28)).toBe(progress);
});

test('an objective that goes up reads the range from the other end', () => {
  expect(progressOf({ low: 12, high: 15 }, 10, 20)).toBe('on-track');
  expect(progressOf({ low: 21, high: 24 }, 10, 20)).toBe('reached');
  expect(progressOf({ low: 5, high: 9 }, 10, 20)).toBe('away');
});

test('a hidden number allows nothing to be said', () => {
  expect(progressOf({ low: null, high: null }, 0.38, 0.28)).toBe('cannot-tell');
});
