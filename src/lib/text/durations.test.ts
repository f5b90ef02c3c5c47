import { expect, test } from 'vitest';
import { formatClock, formatSpan } from './durations';

test('a clock shows two digits of seconds', () => {
  expect([180, 95, 5].map(formatClock)).toEqual(['3:00', '1:35', '0:05']);
});

test('a span in words leaves out what is zero, but never says nothing', () => {
  expect(formatSpan(180, 'en')).toBe('3 minutes');
  expect(formatSpan(61, 'en')).toBe('1 minute 1 second');
  expect(formatSpan(0, 'en')).toBe('0 seconds');
  expect(formatSpan(171, 'es')).toBe('2 minutos 51 segundos');
});
