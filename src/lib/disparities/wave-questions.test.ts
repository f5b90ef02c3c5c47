import { describe, expect, test } from 'vitest';
import { estimateOf, tableOf } from '$lib/privacy/table.fixture';
import type { EstimateTable } from '$lib/privacy/table';
import { combineWaves, type JointChanges } from './changes';
import { detectableTable, publishedTable, timesOf, trendTable } from './wave-questions';

const waveOf = (waveId: string, value: number, se: number, df = 30): EstimateTable => {
  const table = tableOf([{ at: {}, n: 1000, x: 300 }]);
  table.cells[0]!.estimate = estimateOf({ value, se, df });
  table.sources[0] = { ...table.sources[0]!, waveId, waveName: waveId };
  return table;
};

const waves = ['a', 'b', 'c'];
const over = (joint: JointChanges[] = []): EstimateTable =>
  combineWaves(
    [waveOf('a', 0.3, 0.03), waveOf('b', 0.32, 0.03), waveOf('c', 0.34, 0.03)],
    [],
    joint
  );
const trend = (table: EstimateTable, joint: JointChanges[] = []) =>
  trendTable(table, joint, { waves, at: {}, times: [2020, 2021, 2022] }).contrasts[0];

describe('the smallest change that could have been seen', () => {
  test('is 2.8 standard errors of each change', () => {
    const [first] = detectableTable(over()).contrasts;
    // 2.8015852181129683 x sqrt(0.03^2 + 0.03^2)
    expect(first!.difference.value).toBeCloseTo(0.118861, 5);
    expect(first).toMatchObject({ a: { wave: 'b' }, b: { wave: 'a' }, p: null });
  });
});

describe('a trend over three waves', () => {
  test('of equal steps and equal errors is the step, with the error of least squares', () => {
    const slope = trend(over())!;
    expect(slope).toMatchObject({ a: { wave: 'c' }, b: { wave: 'a' } });
    expect(slope.difference.value).toBeCloseTo(0.02, 12);
    expect(slope.difference.se).toBeCloseTo(0.03 / Math.SQRT2, 12);
    expect(slope.difference.df).toBe(90);
  });

  test('takes the covariance of a panel, and its degrees of freedom once', () => {
    const base = over();
    const pair = (later: string, earlier: string) => ({
      ...base.contrasts[0]!,
      a: { wave: later },
      b: { wave: earlier },
      // variance of a difference with correlation 0.5: 2 x 0.03^2 x 0.5
      difference: { ...base.contrasts[0]!.difference, se: 0.03 }
    });
    const joint = [{ waves, contrasts: [pair('b', 'a'), pair('c', 'a'), pair('c', 'b')] }];
    const slope = trend(over(joint), joint)!;
    expect(slope.difference.se).toBeCloseTo((0.03 / Math.SQRT2) * Math.SQRT1_2, 12);
    expect(slope.difference.df).toBe(30);
  });

  test('is not told where a panel does not say how its waves move together', () => {
    const joint = [{ waves, contrasts: [] }];
    expect(trend(over(joint), joint)).toBeUndefined();
  });

  test('is not told where a wave has no number', () => {
    const table = over();
    table.cells[1]!.estimate = estimateOf({ value: null, se: null });
    expect(trend(table)).toBeUndefined();
  });
});

test('waves are placed by the middle of their fieldwork, else by their order', () => {
  const { sources } = over();
  const dated = sources.map((source, i) => ({
    ...source,
    fieldedFrom: `${2020 + 2 * i}-06-01`,
    fieldedTo: `${2020 + 2 * i}-07-31`
  }));
  const { unit, times } = timesOf(dated);
  expect(unit).toBe('year');
  expect(times.map((time) => Math.round(10 * time) / 10)).toEqual([2020.5, 2022.5, 2024.5]);
  const undated = sources.map((source) => ({ ...source, fieldedFrom: null, fieldedTo: null }));
  expect(timesOf(undated)).toEqual({ unit: 'wave', times: [1, 2, 3] });
});

test('a published figure stands against the cell of the survey, shown only with it', () => {
  const at = { wave: 'c' };
  const table = publishedTable(over(), at, { value: 0.24, se: 0.04, df: null }, {});
  expect(table.contrasts).toHaveLength(1);
  expect(table.contrasts[0]).toMatchObject({ a: at, b: at });
  expect(table.contrasts[0]!.difference.value).toBeCloseTo(0.1, 12);
  expect(table.contrasts[0]!.difference.se).toBeCloseTo(0.05, 12);
  expect(
    publishedTable(over(), { wave: 'z' }, { value: 0, se: 1, df: null }, {}).contrasts
  ).toEqual([]);
});
