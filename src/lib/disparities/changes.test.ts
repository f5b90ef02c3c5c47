import { expect, test } from 'vitest';
import { combineWaves } from './changes';
import { estimateOf, tableOf } from '$lib/privacy/table.fixture';
import type { EstimateTable } from '$lib/privacy/table';

const waveOf = (waveId: string, value: number, se: number, df: number): EstimateTable => {
  const table = tableOf([{ at: {}, n: 1000, x: 300 }]);
  table.cells[0]!.estimate = estimateOf({ value, se, df });
  table.sources[0] = { ...table.sources[0]!, waveId, waveName: waveId };
  return table;
};

test('the variance of a change is the sum of both variances', () => {
  const table = combineWaves([waveOf('old', 0.29, 0.03, 30), waveOf('new', 0.38, 0.04, 34)]);
  const [change] = table.contrasts;
  expect(change).toMatchObject({ a: { wave: 'new' }, b: { wave: 'old' } });
  expect(change!.difference.value).toBeCloseTo(0.09, 12);
  expect(change!.difference.se).toBeCloseTo(0.05, 12);
  // t = 1.8 on 64 degrees of freedom, two-sided
  expect(change!.p).toBeCloseTo(0.0766, 3);
  expect(change!.difference.df).toBe(64);
});

test('three waves are compared each with the one before', () => {
  const waves = ['a', 'b', 'c'].map((id, i) => waveOf(id, 0.3 + i / 100, 0.03, 30));
  expect(combineWaves(waves).contrasts.map(({ a, b }) => [a.wave, b.wave])).toEqual([
    ['b', 'a'],
    ['c', 'b']
  ]);
});

test('different measures are never put side by side as waves', () => {
  const other = waveOf('new', 0.3, 0.03, 30);
  other.subject = { ...other.subject, key: 'prevalence:other' };
  expect(() => combineWaves([waveOf('old', 0.3, 0.03, 30), other])).toThrow(RangeError);
});
