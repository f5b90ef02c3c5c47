import { beforeAll, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { listMappings } from '$lib/server/db/queries/indicator-mapping';
import { countyWith } from './county.fixture';
import { deprivationChecks, viewDeprivation } from './deprivation-checks';
import { saveMapping } from './mapping';
import { showFigure } from './show-figure';

const key = 'neighborhood-deprivation:needs';
let access: Access;
let waveId: string;

beforeAll(() => {
  const county = countyWith('2026');
  access = county.access;
  waveId = county.waves['2026']!;
  const proposed = listMappings(access, waveId).find((one) => one.key === key)!;
  const { indicatorId, labels, inputs } = proposed;
  const kept = saveMapping(access, {
    waveId,
    indicatorId,
    key,
    labels,
    inputs,
    state: 'confirmed'
  });
  if (!kept.ok) throw new Error(kept.issues[0]!.code);
}, 120_000);

const viewOf = (show: string) => {
  const shown = showFigure(
    access,
    { show, by: null, place: null, wave: waveId, versus: '', view: 'dots' },
    'en'
  );
  if (!shown.ok) throw new Error(shown.issues[0]!.code);
  return viewDeprivation(access, shown.value, 'en');
};

test('the index of the county is made otherwise, and its items are compared', () => {
  const view = viewOf(key)!;
  expect(view.ranks.map(({ label }) => label)).toEqual([
    'cut-off 25%, all alike',
    'cut-off 50%, all alike',
    'cut-off 25%, rarer ones counting more',
    'cut-off 33%, rarer ones counting more',
    'cut-off 50%, rarer ones counting more'
  ]);
  for (const { correlation, unchanged } of view.ranks) {
    expect(correlation).toMatch(/^−?\d\.\d\d$/);
    expect(unchanged).toMatch(/^\d+%$/);
  }
  expect(view.overlaps[0]).toMatch(
    /^“.+” and “.+”: \d+% \(\d+–\d+%\) of those with the first have the second too\.$/
  );
  expect(viewOf('unmet-need:rent')).toBeNull();
});

test('a pair with few people in any corner carries no number', () => {
  const found = deprivationChecks(access, waveId, key);
  if (!found.ok) throw new Error(found.issues[0]!.code);
  const { redundancy, pairs } = found.value;
  expect(redundancy.cells).toHaveLength(pairs.length);
  for (const cell of redundancy.cells.filter(({ flag }) => flag === 'c'))
    expect(Object.values(cell).filter((one) => typeof one === 'number')).toEqual([]);
});
