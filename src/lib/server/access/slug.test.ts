import { expect, test } from 'vitest';
import { isReservedSlug, slugFor } from './slug';

const free = () => false;

test('a name becomes letters, digits and hyphens', () => {
  expect(slugFor('Río Alto Coalition, 2026!', free)).toBe('rio-alto-coalition-2026');
  expect(slugFor('西', free)).toBe('workspace');
  expect(slugFor(`${'a'.repeat(47)} b`, free)).toBe('a'.repeat(47));
});

test('a taken address gets a number', () => {
  expect(slugFor('County', (slug) => ['county', 'county-2'].includes(slug))).toBe('county-3');
});

test('every page of the program is reserved', () => {
  const files = Object.keys(import.meta.glob('/src/routes/**/+{page,server,layout}*'));
  const firstParts = files
    .map((file) =>
      file
        .split('/')
        .slice(3, -1)
        .find((part) => !/^\(.*\)$/.test(part))
    )
    .filter((part): part is string => part !== undefined && !part.includes('['));
  expect(firstParts).toContain('sign-in');
  expect(firstParts.filter((part) => !isReservedSlug(part))).toEqual([]);
});
