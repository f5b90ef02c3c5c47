import { expect, test } from 'vitest';
import { localPath } from './local-path';

test('a path of this site is kept with its query and fragment', () => {
  expect(localPath('/county/needs?wave=2#rent', '/')).toBe('/county/needs?wave=2#rent');
  expect(localPath('/', '/x')).toBe('/');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
  null,
  undefined
])('a way to another site is replaced: %j', (target) => {
  expect(localPath(target, '/start')).toBe('/start');
});
