import { expect, test } from 'vitest';
import { expiry, hashToken, newToken } from './token';

test('a token is 256 bits in URL letters, never twice the same', () => {
  expect(newToken()).toMatch(/^[\w-]{43}$/);
  expect(newToken()).not.toBe(newToken());
});

test('of a token only the SHA-256 is kept', () => {
  // printf abc | sha256sum
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a setup link lives a day, an invitation 14', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  expect(expiry('setup', now).toISOString()).toBe('2026-01-02T00:00:00.000Z');
  expect(expiry('invitation', now).toISOString()).toBe('2026-01-15T00:00:00.000Z');
});
