import { beforeAll, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { batteryByGroup, type BatteryByGroup } from './battery-groups';
import { countyWith } from './county.fixture';
import { listInstances } from './mapping';
import { showFigure } from './show-figure';

let access: Access;
let wave: string;

beforeAll(() => {
  const county = countyWith('2026');
  access = county.access;
  wave = county.waves['2026']!;
}, 120_000);

const groupsOf = (indicatorId: string): BatteryByGroup[] => {
  const { key } = listInstances(access, wave).find((one) => one.indicatorId === indicatorId)!;
  const query = { show: key, by: null, place: null, wave, versus: '', view: 'dots' as const };
  const shown = showFigure(access, query, 'en');
  if (!shown.ok) throw new Error(shown.issues[0]!.code);
  return batteryByGroup(access, shown.value, 'en');
};

test('barriers are told by each split about people, one column a group, one row a barrier', () => {
  const found = groupsOf('access-barriers');
  expect(found.length).toBeGreaterThan(1);
  for (const { rows, groups } of found)
    for (const { cells } of rows) expect(cells).toHaveLength(groups.length);
  const byTenure = found.find(({ id }) => id === 'tenure')!;
  expect(byTenure.rows[0]!.cells.join(' ')).toMatch(/^\d+% \d+% \[c\]/);
  // A group whose cells are hidden is compared with nobody.
  expect(byTenure.tests.map(({ key }) => key)).toEqual(['own', 'rent']);
  const [{ sentence, numbers }] = byTenure.tests as [BatteryByGroup['tests'][number]];
  expect(sentence).toMatch(/^Own it.*differs from what everyone else named/);
  expect(numbers).toMatch(/^F\(9, \d+\) = \d\.\d+, p = 0\.0\d\d$/);
});

test('other measures have no such page', () => {
  expect(groupsOf('unmet-need-rate')).toEqual([]);
});
