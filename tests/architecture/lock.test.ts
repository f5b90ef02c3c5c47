import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lockProblems } from '../../scripts/check-lock.mjs';

test('the lock of this project installs anywhere', () => {
  expect(lockProblems(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
});

test('a download address, a missing checksum and a missing optional package are found', () => {
  const broken = {
    packages: {
      '': {},
      'node_modules/a': { resolved: 'https://example.org/a.tgz', integrity: 'x' },
      'node_modules/b': { optionalDependencies: { 'b-linux': '1.0.0' } }
    }
  };
  expect(lockProblems(broken)).toEqual([
    'node_modules/a: has a download address',
    'node_modules/b: has no checksum',
    'node_modules/b: its optional package b-linux has no entry'
  ]);
});
