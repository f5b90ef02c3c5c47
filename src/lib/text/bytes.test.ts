import { expect, test } from 'vitest';
import { formatBytes } from './bytes';

test('a file size is written in the unit people read it in', () => {
  expect(formatBytes(0, 'en')).toBe('0 B');
  expect(formatBytes(999, 'en')).toBe('999 B');
  expect(formatBytes(1_200, 'en')).toBe('1.2 KB');
  expect(formatBytes(69_751_467, 'en')).toBe('70 MB');
  expect(formatBytes(4_294_967_296, 'en')).toBe('4.3 GB');
});
