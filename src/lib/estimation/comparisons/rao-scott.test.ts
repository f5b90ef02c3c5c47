import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { crossTabulate } from './contingency';
import { makeDesign, simpleDesign } from '../design/design';
import { randomSurvey, reordered, scaled } from '../random-survey.fixture';
import { testIndependence } from './rao-scott';
import type { Groups } from '../design/domain';
import type { IndependenceTest } from './rao-scott';
import type { RandomSurvey } from '../random-survey.fixture';

const seeds = fc.integer({ min: 1, max: 1e6 });
const groups = (codes: number[], labels: string[]): Groups => ({
  codes: Uint32Array.from(codes),
  labels
});
const ask = ({ design, group, mode }: RandomSurvey) =>
  testIndependence(design, group, mode, { within: 'all', withAlternatives: true });
const numbers = (test: IndependenceTest): (number | null)[] => [
  test.secondOrder.statistic,
  test.secondOrder.ndf,
  test.secondOrder.p,
  test.firstOrder.statistic,
  test.firstOrder.p,
  test.wald.statistic,
  test.adjustedWald.p,
  test.mixture.p,
  test.cramersV
];
const close = (list: (number | null)[]) =>
  list.map((x) => (x === null ? null : (expect.closeTo(x, 7) as number)));

/** 200 people in a 2 by 3 table, 100 and 60, 30, 10 against 50, 30, 20. */
const answers = { rows: [100, 100], cells: [60, 30, 10, 50, 30, 20] };
const codes = answers.cells.flatMap((count, cell) => Array.from({ length: count }, () => cell));
const rows = groups(
  codes.map((cell) => 1 + Math.floor(cell / 3)),
  ['own', 'rent']
);
const columns = groups(
  codes.map((cell) => 1 + (cell % 3)),
  ['low', 'middle', 'high']
);
const simple = simpleDesign(200);

describe('a simple random sample', () => {
  // Pearson by hand: 2 (5^2/55 + 0 + 5^2/15).
  const pearson = 2 * (25 / 55 + 25 / 15);
  const found = testIndependence(simple, rows, columns, { within: 'all', withAlternatives: true });
  test('the statistic is that of Pearson', () => {
    expect(found.firstOrder.statistic).toBeCloseTo(pearson, 12);
    expect(found.cramersV).toBeCloseTo(Math.sqrt(pearson / 200), 12);
  });
  test('the correction is small: design effects near 1', () => {
    expect((found.secondOrder.statistic ?? 0) * 2).toBeCloseTo(pearson, 1);
    expect(found.secondOrder.ndf).toBeCloseTo(2, 1);
  });
});

test.prop([seeds])('the alternatives change nothing of the test itself', (seed) => {
  const survey = randomSurvey(seed);
  const alone = testIndependence(survey.design, survey.group, survey.mode, { within: 'all' });
  const { secondOrder, firstOrder, cramersV } = ask(survey);
  expect(alone).toMatchObject({ secondOrder, firstOrder, cramersV });
  expect([alone.wald.p, alone.adjustedWald.p, alone.mixture.p]).toEqual([null, null, null]);
});

describe('tables that are not full', () => {
  test('an empty row changes nothing', () => {
    const wider = { codes: rows.codes, labels: ['own', 'rent', 'other'] };
    expect(
      numbers(testIndependence(simple, wider, columns, { within: 'all', withAlternatives: true }))
    ).toEqual(
      close(
        numbers(testIndependence(simple, rows, columns, { within: 'all', withAlternatives: true }))
      )
    );
  });
  test('one empty cell is allowed', () => {
    const within = Uint8Array.from(codes, (cell) => (cell === 2 ? 0 : 1));
    const found = testIndependence(simple, rows, columns, { within });
    expect(found.reason).toBeNull();
    expect(found.secondOrder.p).toBeLessThan(1e-4);
  });
  test('a table of one row has no test, for a reason', () => {
    const within = Uint8Array.from(codes, (cell) => (cell < 3 ? 1 : 0));
    expect(testIndependence(simple, rows, columns, { within })).toMatchObject({
      n: 100,
      cramersV: null,
      reason: 'table-too-small',
      secondOrder: { statistic: null, p: null }
    });
  });
  test('clusters that all answer alike show no variance to test against', () => {
    const cluster = Array.from({ length: 6 }, (_, i) => 1 + (i % 3));
    const design = makeDesign({
      rows: 30,
      units: [
        groups(
          Array.from({ length: 30 }, (_, i) => cluster[i % 6]!),
          ['p', 'q', 'r']
        )
      ]
    });
    const alike = (codes: number[]) =>
      groups(
        Array.from({ length: 30 }, (_, i) => codes[Math.floor(i / 3)]!),
        ['a', 'b']
      );
    const found = testIndependence(
      design,
      alike([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]),
      alike([1, 1, 1, 2, 2, 1, 2, 2, 2, 2]),
      { within: 'all' }
    );
    expect(found).toMatchObject({ df: 2, reason: 'no-variance', secondOrder: { p: null } });
  });
  test('people of both answers alone have a table but no interaction to see', () => {
    const diagonal = groups([1, 2, 3, 1, 2, 3], ['a', 'b', 'c']);
    const found = testIndependence(simpleDesign(6), diagonal, diagonal, {
      within: 'all',
      withAlternatives: true
    });
    expect(found).toMatchObject({ cramersV: 1, reason: 'too-many-empty-cells' });
    expect(found.secondOrder.p).toBeNull();
  });
});

describe('whatever the survey', () => {
  test.prop([seeds])('the order of rows changes nothing', (seed) => {
    const survey = randomSurvey(seed);
    const moved = reordered(survey, seededRandom(seed).shuffle([...survey.score.keys()]));
    expect(numbers(ask(moved))).toEqual(close(numbers(ask(survey))));
  });
  test.prop([seeds, fc.double({ min: 0.01, max: 900, noNaN: true })])(
    'scaling all weights changes nothing',
    (seed, k) => {
      const survey = randomSurvey(seed);
      expect(numbers(ask(scaled(survey, k)))).toEqual(close(numbers(ask(survey))));
    }
  );
  test.prop([seeds])('rows and columns may change places', (seed) => {
    const { design, group, mode } = randomSurvey(seed);
    expect(
      numbers(testIndependence(design, mode, group, { within: 'all', withAlternatives: true }))
    ).toEqual(
      close(
        numbers(testIndependence(design, group, mode, { within: 'all', withAlternatives: true }))
      )
    );
  });
  test.prop([seeds])('with one contrast the mixture is the F test', (seed) => {
    const { design, mode, need } = randomSurvey(seed);
    const answer = { codes: Uint32Array.from(need, (x) => x + 1 || 0), labels: ['no', 'yes'] };
    const found = testIndependence(design, mode, answer, { within: 'all', withAlternatives: true });
    expect(found.mixture.p).toBeCloseTo(found.secondOrder.p ?? NaN, 9);
  });
  test.prop([seeds])('shares of all, of rows and of columns each sum to 1', (seed) => {
    const { design, group, mode } = randomSurvey(seed);
    const table = crossTabulate(design, group, mode, { within: 'all' });
    const sum = (list: (number | null)[]) => list.reduce<number>((s, x) => s + (x ?? 0), 0);
    expect(sum(table.shareOfAll.flat())).toBeCloseTo(1, 12);
    for (const line of table.shareOfRow) expect(sum(line)).toBeCloseTo(1, 12);
    expect(sum(table.shareOfColumn.map((line) => line[0]!))).toBeCloseTo(1, 12);
    expect(sum(table.counts.flat())).toBe(table.n);
  });
});

test('a row nobody is in has no shares of its own, not 0 %', () => {
  const wider = { codes: rows.codes, labels: ['own', 'rent', 'other'] };
  const table = crossTabulate(simple, wider, columns, { within: 'all' });
  expect(table.shareOfRow[2]).toEqual([null, null, null]);
  expect(table.shareOfAll[2]).toEqual([0, 0, 0]);
});
