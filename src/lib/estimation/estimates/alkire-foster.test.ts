import { expect, test } from 'vitest';
import { estimateDeprivation } from './alkire-foster';
import { makeDesign, simpleDesign } from '../design/design';
import { DesignError } from '../design/design-error';
import { estimateMean } from './estimate-mean';

const column = (...values: number[]) => Float64Array.from(values);
const within = 'all';

test('three thirds reach a cutoff of 1, whatever rounding makes of their sum', () => {
  const one = column(1, 1, 0);
  const { headcount } = estimateDeprivation(simpleDesign(3), [one, one, one], {
    within,
    cutoff: 1
  });
  expect(headcount.value).toBeCloseTo(2 / 3, 15);
});

test('a person with an indicator missing is left out of everything', () => {
  const found = estimateDeprivation(simpleDesign(4), [column(1, 0, 1, 0), column(1, NaN, 0, 0)], {
    within,
    cutoff: 0.5
  });
  expect(found.headcount).toMatchObject({ n: 3, value: 2 / 3 });
  expect(found.uncensored[0]).toMatchObject({ n: 3, value: 2 / 3 });
});

test('only deprivations of people who reach the cutoff are in the censored headcounts', () => {
  const a = column(1, 1, 0, 0);
  const b = column(1, 0, 1, 0);
  const found = estimateDeprivation(simpleDesign(4), [a, b], { within, cutoff: 1 });
  expect(found.uncensored.map(({ value }) => value)).toEqual([0.5, 0.5]);
  expect(found.censored.map(({ value }) => value)).toEqual([0.25, 0.25]);
});

test('importance counts on any scale', () => {
  const indicators = [column(1, 0, 1, 0), column(0, 1, 1, 0)];
  const parts = (importance: number[]) =>
    estimateDeprivation(simpleDesign(4), indicators, { within, cutoff: 0.6, importance });
  expect(parts([2, 1]).headcount.value).toBe(0.5);
  expect(parts([200, 100]).adjusted.value).toBeCloseTo(parts([2, 1]).adjusted.value!, 15);
});

test('where nobody is deprived intensity and contributions are not defined, M0 is 0', () => {
  const none = column(0, 0, 0);
  const found = estimateDeprivation(simpleDesign(3), [none, none], { within, cutoff: 0.5 });
  expect(found.adjusted.value).toBe(0);
  expect(found.intensity).toMatchObject({ value: null, reason: 'zero-denominator' });
  expect(found.contributions.every(({ value }) => value === null)).toBe(true);
});

test('a group without weight has no numbers; rows of no group count in the whole only', () => {
  const design = makeDesign({ rows: 5, weights: column(1, 1, 2, 0, 4) });
  const found = estimateDeprivation(design, [column(1, 0, 1, 1, 1)], {
    within,
    cutoff: 1,
    groups: { codes: Uint8Array.from([1, 1, 2, 3, 0]), labels: ['x', 'y', 'z'] }
  });
  expect(found.headcount.value).toBeCloseTo(7 / 8, 15);
  expect(found.groups.map(({ headcount }) => headcount.value)).toEqual([0.5, 1, null]);
  expect(found.groups.map(({ share }) => share.value)).toEqual([0.5, 0.5, 0]);
  expect(found.groups.map(({ contribution }) => contribution.value)).toEqual([1 / 3, 2 / 3, null]);
});

test('a value that is neither 0 nor 1 is refused, outside the domain it does not matter', () => {
  const ask = (rows: Uint8Array) =>
    estimateDeprivation(simpleDesign(3), [column(1, 8, 0)], { within: rows, cutoff: 1 });
  expect(() => ask(Uint8Array.of(1, 1, 1))).toThrow(DesignError);
  expect(ask(Uint8Array.of(1, 0, 1)).headcount.value).toBe(0.5);
});

test('with replicate weights M0 has the spread of its replicates', () => {
  const weights = column(1, 2, 1, 2, 1, 2);
  const columns = [0, 1, 2].map((dropped) =>
    weights.map((w, i) => (i % 3 === dropped ? 0 : w * 1.5))
  );
  const design = makeDesign({
    rows: 6,
    weights,
    replicates: { kind: 'JK1', columns, combined: true }
  });
  const a = column(1, 0, 1, 1, 0, 0);
  const b = column(1, 1, 0, 1, 0, 0);
  const count = a.map((x, i) => ((x + b[i]!) / 2 >= 0.5 ? (x + b[i]!) / 2 : 0));
  const { adjusted } = estimateDeprivation(design, [a, b], { within, cutoff: 0.5 });
  expect(adjusted.se).toBeCloseTo(estimateMean(design, count, { within }).se!, 14);
});

test('an intensity everyone shares has a standard error of exactly 0', () => {
  const weights = Float64Array.from({ length: 40 }, (_, i) => 1 + ((i * 7919) % 101) / 13);
  const design = makeDesign({ rows: 40, weights });
  const every = (...of: number[]) => Float64Array.from(weights, (_, i) => of[i % of.length]!);
  // Everyone poor lacks two of three; who is poor still varies.
  const { headcount, intensity } = estimateDeprivation(
    design,
    [every(1, 0, 1, 0), every(0, 0, 1, 1), every(1, 0, 0, 0)],
    { within, cutoff: 0.6 }
  );
  expect(headcount.se).toBeGreaterThan(0.05);
  expect(intensity).toMatchObject({ se: 0 });
  expect(intensity.value).toBeCloseTo(2 / 3, 14);
});
