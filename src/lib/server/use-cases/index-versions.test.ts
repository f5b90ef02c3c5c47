import { beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { findIndexVersion, listIndexVersions } from '$lib/server/db/queries/composite-index';
import { countyWith } from './county.fixture';
import { indexChoices } from './index-choices';
import { indexResult, wavesForIndex } from './index-result';
import { indicatorTable } from './indicator-table';
import { modelledAreas, viewModelled } from './index-areas';
import { viewIndex, viewWeights } from './index-view';
import {
  addIndexVersion,
  createIndex,
  givePoints,
  settleWeights,
  weightsOfVersion
} from './index-versions';

let access: Access;
let waveId: string;
let versionId: string;
let indexId: string;

const measure = (key: string, low = 0, high = 0.6) => ({
  key,
  low,
  high,
  direction: 'lower-is-better' as const
});
const three = ['unmet-need:rent', 'unmet-need:dental', 'unmet-need:mental'].map((key) =>
  measure(key)
);

beforeAll(() => {
  const county = countyWith('2026');
  access = { ...county.access, userId: 'user-1' };
  waveId = county.waves['2026']!;
  const made = createIndex(access, {
    name: 'Three needs',
    indicators: three,
    aggregation: 'arithmetic',
    note: ''
  });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  ({ versionId, indexId } = made.value);
});

const result = (version = versionId) => {
  const found = indexResult(access, version, waveId);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
};

describe('an index over neighborhoods', () => {
  test('is offered every share of people that a survey with areas measures', () => {
    const keys = indexChoices(access).map(({ key }) => key);
    expect(keys).toContain('unmet-need:rent');
    expect(keys.some((key) => key.startsWith('access-barriers'))).toBe(false);
  });

  test('has a number only where all its measures may be shown; the rest say why', () => {
    const { table, without, inputs } = result();
    const shown = table.cells.filter(({ value }) => value !== null);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.length + without.length).toBe(12);
    expect(table.cells).toHaveLength(12);
    expect(without.map(({ area }) => area)).toEqual(
      expect.arrayContaining(['fallow_ridge', 'sandbar_point'])
    );
    for (const { area } of without) {
      const cells = inputs.map((input) =>
        input.cells.find(({ at }) => at.neighborhood === area && Object.keys(at).length === 1)
      );
      expect(cells.some((cell) => cell?.value == null)).toBe(true);
      expect(shown.some(({ at }) => at.neighborhood === area)).toBe(false);
    }
  });

  test('equals the mean of the goalpost scores of the shown shares', () => {
    const { table, inputs } = result();
    for (const cell of table.cells.filter(({ value }) => value !== null)) {
      const shares = inputs.map(
        (input) =>
          input.cells.find(
            ({ at }) => at.neighborhood === cell.at.neighborhood && Object.keys(at).length === 1
          )!.value!
      );
      const mean = shares.reduce((sum, share) => sum + Math.min(1, share / 0.6), 0) / 3;
      // shares are shown to a tenth of a percent, the index to three digits
      expect(cell.value! / 100).toBeCloseTo(mean, 2);
      expect(cell.low!).toBeLessThan(cell.value!);
      expect(cell.high!).toBeGreaterThan(cell.value!);
    }
  });

  test('ranks, draws and effective weights speak of the shown areas only', () => {
    const { table, ranks, robustness, effective, without } = result();
    const shown = table.cells.flatMap(({ at, value }) => (value === null ? [] : [at.neighborhood]));
    const hidden = without.map(({ area }) => area);
    expect(ranks.map(({ area }) => area)).toEqual(shown);
    expect(robustness!.areas.map(({ key }) => key)).toEqual(shown);
    expect(JSON.stringify([table.ranks, ranks, robustness])).not.toMatch(
      new RegExp(hidden.join('|'))
    );
    expect(effective.reduce<number>((sum, weight) => sum + (weight ?? 0), 0)).toBeCloseTo(1, 9);
    expect(robustness!.meanShift).toBeGreaterThan(0);
  });

  test('is told in words in both languages', () => {
    const version = findIndexVersion(access, versionId)!;
    for (const language of ['en', 'es'] as const) {
      const view = viewIndex(access, version, waveId, language);
      if (!view.ok) throw new Error('no view');
      expect(view.value.areas.length + view.value.without.length).toBe(12);
      expect(JSON.stringify(view.value)).not.toMatch(/undefined|NaN/);
      expect(view.value.figure?.notes.join(' ')).toMatch(
        language === 'en' ? /not people/ : /no de personas/
      );
    }
  });
});

describe('modelled areas', () => {
  test('an area hidden for privacy gets no modelled number, in any measure', () => {
    let hidden = 0;
    for (const { key } of indexChoices(access)) {
      const found = modelledAreas(access, waveId, key);
      const shown = indicatorTable(access, {
        waves: [waveId],
        instanceKey: key,
        group: null,
        withArea: true
      });
      if (!found.ok || !shown.ok || !found.value.modelled.ok) continue;
      const modelled = new Set(found.value.modelled.areas.map(({ area }) => area));
      for (const { at, flag } of shown.value.table.cells)
        if (flag === 'c' && at.neighborhood !== undefined) {
          hidden++;
          expect(modelled.has(at.neighborhood)).toBe(false);
        }
    }
    expect(hidden).toBeGreaterThan(0);
  });
  test('are marked as modelled, and say so where boundaries are not known', () => {
    const version = findIndexVersion(access, versionId)!;
    const view = viewModelled(access, version, waveId, null, 'en')!;
    expect(view.rows.every(({ modelled }) => modelled.endsWith('[e]'))).toBe(true);
    expect(view.boundaries).toMatch(/^Too few areas with outlines/);
  });
});

describe('versions', () => {
  test('refuse what cannot be an index', () => {
    const codes = (indicators: ReturnType<typeof measure>[], name = 'Other') => {
      const made = createIndex(access, { name, indicators, aggregation: 'arithmetic', note: '' });
      return made.ok ? [] : made.issues.map(({ code }) => code);
    };
    expect(codes([three[0]!])).toEqual(['index-too-few']);
    expect(codes(three, 'Three needs')).toEqual(['index-name-taken']);
    expect(codes(three, ' ')).toEqual(['index-name-missing']);
    expect(codes([three[0]!, measure('unmet-need:dental', 0.5, 0.2)])).toEqual(['goalposts-order']);
    expect(codes([three[0]!, measure('unmet-need:dental', 0, 2)])).toEqual([
      'goalposts-unreadable'
    ]);
    expect(codes([three[0]!, measure('nothing')])).toEqual(['index-measure-unknown']);
    expect(codes([three[0]!, three[0]!])).toEqual(['index-measure-twice']);
  });

  test('points must add up to 100; the weights are the mean over organizations', () => {
    const points = (...given: number[]) => three.map(({ key }, i) => ({ key, points: given[i]! }));
    const short = givePoints(access, versionId, points(50, 20, 20));
    expect(short.ok ? null : short.issues[0]).toMatchObject({
      code: 'points-sum',
      params: { total: 90 }
    });
    expect(givePoints(access, versionId, points(120, -20, 0)).ok).toBe(false);
    expect(givePoints(access, versionId, points(60, 20, 20)).ok).toBe(true);
    expect(givePoints(access, versionId, points(60, 30, 10)).ok).toBe(true);
    expect(
      givePoints({ ...access, organizationId: 'another' }, versionId, points(20, 50, 30)).ok
    ).toBe(true);
    const weights = weightsOfVersion(access, versionId);
    [0.4, 0.4, 0.2].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 12));
    expect(viewWeights(access, findIndexVersion(access, versionId)!, 'en').organizations).toBe(2);
  });

  test('settled weights stay; the database itself refuses a change', () => {
    expect(settleWeights(access, versionId).ok).toBe(true);
    const points = three.map(({ key }, i) => ({ key, points: i === 0 ? 100 : 0 }));
    const late = givePoints(access, versionId, points);
    expect(late.ok ? null : late.issues[0]?.code).toBe('weights-settled');
    expect(settleWeights(access, versionId).ok).toBe(false);
    const run = (sql: string) => () => access.db.$client.exec(sql);
    expect(run(`UPDATE index_version SET weights = '[1,0,0]'`)).toThrow(/immutable/);
    expect(run(`UPDATE index_version SET indicators = '[]'`)).toThrow(/immutable/);
    expect(run(`DELETE FROM index_version`)).toThrow(/immutable/);
    expect(run(`INSERT OR REPLACE INTO index_version SELECT * FROM index_version`)).toThrow(
      /exists|immutable/
    );
    expect(run(`INSERT OR REPLACE INTO index_allocation SELECT * FROM index_allocation`)).toThrow(
      /settled/
    );
    expect(run(`UPDATE index_allocation SET points = '{}'`)).toThrow(/settled/);
    expect(run(`DELETE FROM index_allocation`)).toThrow(/settled/);
  });

  test('a new version changes no earlier result', () => {
    const before = result();
    const added = addIndexVersion(access, indexId, {
      indicators: three.slice(0, 2).map(({ key }) => measure(key, 0.1, 0.4)),
      aggregation: 'geometric',
      note: 'Tighter goalposts'
    });
    if (!added.ok) throw new Error('refused');
    expect(listIndexVersions(access, indexId).map(({ number }) => number)).toEqual([2, 1]);
    expect(result()).toEqual(before);
    expect(result(added.value.versionId).table.cells[0]!.value).not.toBe(
      before.table.cells[0]!.value
    );
    expect(wavesForIndex(access, added.value.versionId).map(({ id }) => id)).toEqual([waveId]);
  });
});
