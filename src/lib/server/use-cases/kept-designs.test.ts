import { expect, test, vi } from 'vitest';
import { simpleDesign } from '$lib/estimation/design/design';
import { testAccess } from '$lib/server/db/version.fixture';
import { keptDesign } from './kept-designs';

const source = { datasetVersionId: 'v1', design: null, weights: null };
const designOf = (rows: number) => vi.fn(() => ({ ok: true as const, value: simpleDesign(rows) }));

test('a design is made once for its version, plan and weights', () => {
  const access = testAccess();
  const make = designOf(3);
  expect(keptDesign(access, source, make)).toBe(keptDesign(access, { ...source }, make));
  keptDesign(access, { ...source, datasetVersionId: 'v2' }, make);
  keptDesign(access, { ...source, weights: 'other bytes' }, make);
  expect(make).toHaveBeenCalledTimes(3);
});

test('another database, even of the same file, starts afresh', () => {
  const make = designOf(3);
  keptDesign(testAccess(), source, make);
  keptDesign(testAccess(), source, make);
  expect(make).toHaveBeenCalledTimes(2);
});

test('a design larger than the room is not kept', () => {
  const access = testAccess();
  const make = designOf(2 ** 22);
  keptDesign(access, source, make);
  keptDesign(access, source, make);
  expect(make).toHaveBeenCalledTimes(2);
});
