import { describe, expect, test } from 'vitest';
import { fc, test as property } from '@fast-check/vitest';
import { estimateOf, peopleTable, sourceOf, tableOf } from './table.fixture';
import { findCell, release, sliceTable, thawReleased } from './release';
import { restKey } from './table';
import type { ReleasePolicy } from './policy';
import type { EstimateTable, ReleasedTable } from './table';

const policy = (threshold: ReleasePolicy['threshold'] = 5): ReleasePolicy => ({
  sampleType: 'probability',
  threshold,
  thresholdReason: null,
  profile: 'nchs'
});

const flags = (table: ReleasedTable): string =>
  table.cells.map((cell) => cell.flag || '.').join('');

/** One split of people: a total and its parts, as [answers, yes]. */
const oneWay = (...parts: [number, number][]): EstimateTable =>
  peopleTable(parts.map(([n, x]) => ({ group: parts.findIndex((p) => p[0] === n), n, x })));

describe('primary suppression', () => {
  test('a count of yes under the threshold is hidden, and a further cell with it', () => {
    const table = release(oneWay([200, 80], [210, 3], [220, 90]), policy());
    expect(flags(table)).toBe('.cc.');
  });
  test('a count of no under the threshold is hidden alike', () => {
    const table = release(oneWay([200, 80], [210, 207], [220, 90]), policy());
    expect(flags(table)).toBe('.cc.');
  });
  test('a small group is hidden for its size, and too few yes in the whole hide everything', () => {
    expect(flags(release(oneWay([4, 2], [210, 80], [220, 90]), policy()))).toBe('.cc.');
    expect(flags(release(oneWay([200, 1], [210, 1], [220, 1]), policy()))).toBe('cccc');
  });
  test('nobody or everyone in a part is hidden, since it says the same of every smaller part', () => {
    expect(flags(release(oneWay([200, 0], [210, 80], [220, 90]), policy(11)))).toBe('.cc.');
  });
  test('nobody of everyone is shown from three thresholds on', () => {
    const whole = (n: number) => flags(release(tableOf([{ at: {}, n, x: 0 }]), policy(11)));
    expect([whole(32), whole(300)]).toEqual(['c', '.']);
  });
  test('a cell answered from one PSU only is hidden', () => {
    const table = oneWay([200, 80], [210, 60], [220, 90]);
    table.cells[1]!.psus = 1;
    expect(flags(release(table, policy()))).toBe('.cc.');
  });
  test('classes beside yes and no hide: three of those who judged it were satisfied', () => {
    const table = tableOf([{ at: {}, n: 100, x: 40 }]);
    table.cells[0]!.classes = [40, 60, 3, 97];
    expect(flags(release(table, policy()))).toBe('c');
  });
  test('what the broader measure hides is hidden in the narrower one too', () => {
    // Of everyone: [200, 80], [90, 3], [120, 70]. Of those in need, the second hidden cell of that
    // table (the third part) is not the smallest: on its own another one would be hidden.
    const broad = oneWay([200, 80], [90, 3], [120, 70]);
    const narrow = oneWay([90, 80], [30, 3], [100, 70]);
    narrow.cells.forEach((cell, i) => {
      cell.broader = { n: broad.cells[i]!.n, x: broad.cells[i]!.x! };
    });
    const hiddenIn = (table: EstimateTable) =>
      release(table, policy()).cells.map((cell) => cell.flag === 'c');
    expect(hiddenIn(broad)).toEqual([false, false, true, true]);
    expect(hiddenIn(narrow)).toEqual([false, false, true, true]);
  });
});

describe('what a hidden cell says', () => {
  test('first and second hidden cells differ in nothing but their place', () => {
    const table = release(oneWay([200, 80], [210, 3], [220, 90]), policy());
    const hidden = table.cells
      .filter((cell) => cell.flag === 'c')
      .map(({ at: _, ...rest }) => rest);
    expect(hidden).toHaveLength(2);
    expect(hidden[0]).toEqual(hidden[1]);
    expect(Object.values(hidden[0]!).filter((value) => value !== null)).toEqual(['c']);
  });
  test('too few answers for a sound number is not a privacy mark', () => {
    const cell = release(tableOf([{ at: {}, n: 25, x: 12 }]), policy()).cells[0]!;
    expect(cell).toMatchObject({ flag: 'x', reason: 'too-imprecise', n: null, value: null });
  });
  test('nobody answered: no number and the reason', () => {
    const cell = release(tableOf([{ at: {}, n: 0, x: 0 }]), policy()).cells[0]!;
    expect(cell).toMatchObject({ flag: 'x', reason: 'no-answers' });
  });
  test('30 to 49 answers are shown with care', () => {
    const sharp = tableOf([{ at: {}, n: 45, x: 38 }]);
    expect(release(sharp, policy()).cells[0]).toMatchObject({ flag: 'u', value: 0.844 });
  });
});

describe('contrasts', () => {
  const contrast = (a: string, b: string, p = 0.001) => ({
    a: { group: a },
    b: { group: b },
    difference: estimateOf({ value: -0.05, low: -0.08, high: -0.02 }),
    ratio: null,
    p,
    pAdjusted: p
  });
  const table = (): EstimateTable => ({
    ...oneWay([2000, 800], [2100, 3], [2200, 990], [2300, 1200]),
    contrasts: [contrast('g0', 'g1'), contrast('g2', 'g3'), contrast('g3', restKey('g3'))]
  });
  test('with a hidden side are dropped', () => {
    const kept = release(table(), policy()).contrasts.map((c) => [c.a.group, c.b.group]);
    expect(kept).toEqual([
      ['g2', 'g3'],
      ['g3', 'rest:g3']
    ]);
  });
  test('pass the gate by adjusted p, and never in an open survey', () => {
    expect(release(table(), policy()).contrasts[0]!.tested).toBe(true);
    const open = { ...policy(), sampleType: 'opt-in' } as const;
    expect(release(table(), open).contrasts[0]!.tested).toBe(false);
  });
});

test('a table whose wave has no sample type is refused', () => {
  const table = tableOf([{ at: {}, n: 100, x: 50 }]);
  Object.assign(table.sources[0]!, { sampleType: null });
  expect(() => release(table, policy())).toThrow('sample-type-missing');
  expect(() => release({ ...table, sources: [] }, policy())).toThrow('no-source');
});

test('a frozen release comes back as it was; one with a number in a hidden cell does not', () => {
  const table = release(oneWay([200, 80], [210, 3], [220, 90]), policy());
  const frozen = JSON.parse(JSON.stringify(table)) as ReleasedTable;
  expect(thawReleased(frozen)).toEqual(table);
  const forged = { ...frozen, cells: frozen.cells.map((cell) => ({ ...cell, n: 7 })) };
  expect(() => thawReleased(forged)).toThrow('not-a-release');
  expect(() => thawReleased(null)).toThrow('not-a-release');
});

test('a slice keeps its member, the margins of what varies, and nothing else', () => {
  const rows = [0, 1].flatMap((group) =>
    [0, 1, 2].map((area) => ({ group, area, n: 400, x: 160 + 10 * area }))
  );
  const table = release(peopleTable(rows), policy());
  const slice = sliceTable(table, { by: ['group'], at: { area: 'a1' } });
  expect(slice.cells.map((cell) => cell.at)).toEqual([
    { area: 'a1' },
    { group: 'g0', area: 'a1' },
    { group: 'g1', area: 'a1' }
  ]);
  expect(slice.dimensions.find(({ id }) => id === 'area')!.members).toHaveLength(1);
});

/** Random respondents over a table of groups and areas. */
const crossings = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 6 }))
  .chain(([groups, areas]) =>
    fc
      .array(
        fc.tuple(
          fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 300 })),
          fc.double({ min: 0, max: 1, noNaN: true })
        ),
        {
          minLength: groups * areas,
          maxLength: groups * areas
        }
      )
      .map((counts) =>
        counts.map(([n, share], i) => ({
          group: Math.floor(i / areas),
          area: i % areas,
          n,
          x: Math.round(n * share)
        }))
      )
  );
const policies = fc.constantFrom(5, 11, 20).map((k) => policy(k as ReleasePolicy['threshold']));

property.prop([crossings, policies], { numRuns: 300 })(
  'a margin is hidden or shown alike whether its table is crossed or not',
  (rows, chosen) => {
    const crossed = release(peopleTable(rows), chosen);
    const alone = release(peopleTable(rows.map(({ group: _, ...row }) => row)), chosen);
    for (const cell of alone.cells) expect(findCell(crossed, cell.at)?.flag).toBe(cell.flag);
  }
);

property.prop([crossings, policies], { numRuns: 300 })(
  'no number of a hidden cell is in the text of the table',
  (rows, chosen) => {
    const raw = peopleTable(rows);
    // Each cell carries its own marked numbers, so that any trace can be told.
    raw.cells.forEach((cell, i) => {
      cell.estimate = estimateOf({ ...cell.estimate, nEffective: 700_000 + i, df: 800_000 + i });
    });
    const released = release(raw, chosen);
    const text = JSON.stringify(released);
    released.cells.forEach((cell, i) => {
      if (cell.flag !== 'c' && cell.flag !== 'x') return;
      expect(text).not.toContain(String(700_000 + i));
      expect(text).not.toContain(String(800_000 + i));
      expect([
        cell.value,
        cell.low,
        cell.high,
        cell.n,
        cell.nEffective,
        cell.deff,
        cell.df
      ]).toEqual(Array(7).fill(null));
    });
    expect(sourceOf(released)).toBe('Test survey');
  }
);
