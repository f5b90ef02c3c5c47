import { beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import { countBenchSplits, listBenchSplits } from '$lib/server/db/queries/bench-split';
import { benchSplit } from '$lib/server/db/schema';
import { askBench, askUnreleased, type BenchQuestion } from './bench';
import { askSpec } from './bench-spec';
import { countyWith } from './county.fixture';

let access: Access;
let colleague: Access;
let waveId = '';
let versionId = '';
beforeAll(() => {
  const county = countyWith('2026');
  access = county.access;
  waveId = county.waves['2026']!;
  versionId = currentVersion(access, waveId)!.versionId;
  colleague = { ...access, userId: 'colleague' };
});

const needs = (need: string) => ({ y: [`need_${need}`], 'y-yes': ['yes'] });
const about = (question: Partial<BenchQuestion>): BenchQuestion => ({
  waveId,
  design: 'wave',
  family: 'mean',
  fields: needs('food'),
  filter: [],
  ...question
});
/** Those under 60 who have been here for `years` at most. */
const here = (years: number): BenchQuestion['filter'] => [
  { var: 'age', op: '<', value: '60' },
  { var: 'years_here', op: '<=', value: String(years) }
];
const codesOf = (who: Access, question: Partial<BenchQuestion>): string[] => {
  const asked = askBench(who, about(question), 'en');
  return asked.ok ? [] : asked.issues.map(({ code }) => code);
};
const peopleIn = (question: Partial<BenchQuestion>): number => {
  const asked = askUnreleased(access, about(question), 'en');
  return asked.ok ? Number(asked.value.n) : NaN;
};

/** Years between which there are fewer people than may be told of: the attacker's question. */
let [years, more] = [0, 0];
beforeAll(() => {
  const close = [...Array(40).keys()]
    .map((since) => since + 10)
    .find((since) => {
      const between = peopleIn({ filter: here(since + 1) }) - peopleIn({ filter: here(since) });
      return between > 0 && between < 5;
    });
  [years, more] = [close!, close! + 1];
});

describe('the ledger of the bench', () => {
  test('refuses the difference of two answers, whoever was given the first', () => {
    expect(codesOf(access, { filter: here(years) })).toEqual([]);
    expect(codesOf(access, { filter: here(more) })).toEqual(['bench-close-answer']);
    expect(codesOf(colleague, { filter: here(more) })).toEqual(['bench-close-answer']);
    const spec = {
      family: 'ciprop',
      y: { var: 'need_food', kind: 'indicator', true: ['yes'], false: ['no'] },
      filter: here(more).map((clause) => ({ ...clause, value: Number(clause.value) })),
      design: { strata: 'stratum', ids: 'psu', weights: 'base_weight', nest: true }
    };
    expect(askSpec(access, waveId, spec)).toMatchObject({
      ok: false,
      issues: [{ code: 'bench-close-answer' }]
    });
  });

  test('holds the same people against a question about something else', () => {
    expect(codesOf(access, { fields: needs('rent'), filter: here(more) })).toEqual([
      'bench-close-answer'
    ]);
  });

  test('answers the same question again, and enters it once', () => {
    const before = countBenchSplits(access, versionId);
    expect(before).toBeGreaterThan(0);
    expect(codesOf(colleague, { filter: here(years) })).toEqual([]);
    expect(codesOf(access, { family: 'ciprop', filter: here(years) })).toEqual([]);
    expect(countBenchSplits(access, versionId)).toBe(before);
  });

  test('enters nothing of what every screen may show', () => {
    const before = countBenchSplits(access, versionId);
    expect(codesOf(access, {})).toEqual([]);
    expect(
      codesOf(access, { family: 'mean_by', fields: { ...needs('food'), by: ['tenure'] } })
    ).toEqual([]);
    const renters = [{ var: 'tenure', op: '==', value: 'rent' }];
    expect(codesOf(access, { filter: renters })).toEqual([]);
    const kept = listBenchSplits(access, versionId).slice(
      0,
      countBenchSplits(access, versionId) - before
    );
    expect(kept.every(({ sizesOnly }) => sizesOnly)).toBe(true);
  });

  test('goes on answering questions about clearly other people', () => {
    const questions: Partial<BenchQuestion>[] = [
      { filter: [{ var: 'years_here', op: '>=', value: '10' }] },
      {
        family: 'mean_by',
        fields: { ...needs('food'), by: ['age_band'] },
        filter: [{ var: 'children', op: '>', value: '0' }]
      },
      { fields: { y: ['income'] }, filter: [{ var: 'household_size', op: '>', value: '3' }] },
      { family: 'table', fields: { row: ['age_band'], col: ['need_rent'] } },
      { fields: needs('rent'), filter: [{ var: 'household_size', op: '<=', value: '2' }] }
    ];
    expect(questions.map((question) => codesOf(colleague, question))).toEqual(
      questions.map(() => [])
    );
  });

  test('keeps rows by group and nothing else: no question, no answer, nobody', () => {
    const [row] = access.db.select().from(benchSplit).all();
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [
        'codes',
        'countsSha256',
        'createdAt',
        'datasetVersionId',
        'id',
        'place',
        'sizesOnly',
        'workspaceId'
      ].sort()
    );
    const rows = currentVersion(access, waveId)!.imported;
    for (const { codes } of listBenchSplits(access, versionId)) expect(codes).toHaveLength(rows);
  });

  test('is of one version of the data: another workspace or version has its own', () => {
    expect(countBenchSplits({ ...access, workspaceId: 'other' }, versionId)).toBe(0);
    expect(countBenchSplits(access, 'a correction')).toBe(0);
  });
});
