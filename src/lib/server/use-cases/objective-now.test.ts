import { beforeAll, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { countyWith } from './county.fixture';
import { listInstances } from './mapping';
import { objectiveNow } from './objective-now';

let access: Access;
let instanceKey: string;
beforeAll(() => {
  const county = countyWith('2026');
  access = county.access;
  const rent = listInstances(access, county.waves['2026'] ?? '').find(({ inputs }) =>
    Object.values(inputs).some(({ variables }) => variables.includes('skipped_meals'))
  );
  if (!rent) throw new Error('no measure of skipped meals');
  instanceKey = rent.key;
}, 60_000);

const everyone = { groupVariable: null, groupKey: null };
const renters = { groupVariable: 'tenure', groupKey: 'rent' };

test('an objective shows the released number of its group with its range', () => {
  const all = objectiveNow(
    access,
    { instanceKey, ...everyone, baseline: 0.99, target: 0.98 },
    'en'
  );
  const some = objectiveNow(
    access,
    { instanceKey, ...renters, baseline: 0.99, target: 0.98 },
    'en'
  );
  expect(all?.text).toMatch(/^\d+% \(\d+–\d+%\)$/);
  expect(some?.text).toMatch(/^\d+% \(\d+–\d+%\)$/);
  expect(some?.text).not.toBe(all?.text);
  expect([all?.wave, all?.progress]).toEqual(['2026', 'reached']);
});

test('a group too small to show comes as words, and nothing is said about progress', () => {
  const now = objectiveNow(
    access,
    {
      instanceKey,
      groupVariable: 'neighborhood',
      groupKey: 'sandbar_point',
      baseline: 0.99,
      target: 0.1
    },
    'en'
  );
  expect(now?.text).not.toMatch(/\d/);
  expect(now?.progress).toBe('cannot-tell');
});

test('an objective in words, and one whose measure no wave has, show nothing', () => {
  const at = { ...everyone, baseline: 2, target: 5 };
  expect(objectiveNow(access, { instanceKey: null, ...at }, 'en')).toBeNull();
  expect(objectiveNow(access, { instanceKey: 'prevalence:gone', ...at }, 'en')).toBeNull();
});
