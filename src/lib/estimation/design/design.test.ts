import { describe, expect, test } from 'vitest';
import { makeDesign, simpleDesign } from './design';
import { DesignError } from './design-error';
import { estimateMean, estimateTotal } from '../estimates/estimate-mean';
import { estimateProportion } from '../estimates/estimate-proportion';
import type { DesignInput } from './design';
import type { Keys } from './units';

const keys = (...codes: number[]): Keys => ({
  codes: Uint32Array.from(codes),
  labels: ['a', 'b', 'c', 'd']
});
const column = (...values: number[]): Float64Array => Float64Array.from(values);
const within = 'all';

const refusal = (input: DesignInput): unknown => {
  try {
    makeDesign(input);
  } catch (error) {
    return error instanceof DesignError ? [error.code, error.params] : error;
  }
  return null;
};

describe('a design', () => {
  test('of nothing known has one stratum and each row as its own PSU', () => {
    const design = simpleDesign(4);
    expect(design.psu).toBeNull();
    expect([...design.psus]).toEqual([4]);
    expect(design.dfFull).toBe(3);
  });
  test('PSU codes that restart in every stratum are different PSUs under nest', () => {
    const input = { rows: 4, strata: keys(1, 1, 2, 2), units: [keys(1, 2, 1, 2)] };
    expect([...makeDesign({ ...input, nest: true }).psus]).toEqual([2, 2]);
    expect(refusal(input)).toEqual([
      'psu-in-several-strata',
      { psu: 'a', stratum: 'a', other: 'b' }
    ]);
  });
  test('missing and negative weights are refused with their row and count', () => {
    expect(refusal({ rows: 3, weights: column(1, NaN, NaN) })).toEqual([
      'weight-missing',
      { count: 2, row: 2 }
    ]);
    expect(refusal({ rows: 3, weights: column(1, 2, -1) })).toEqual([
      'weight-negative',
      { count: 1, row: 3 }
    ]);
  });
  test('rows without a weight can be left out before anything is counted', () => {
    const design = makeDesign({ rows: 4, weights: column(1, NaN, 2, 1), dropMissingWeight: true });
    expect(design.excludedRows).toBe(1);
    expect([...design.psus]).toEqual([3]);
    expect(estimateMean(design, column(1, 100, 1, 5), { within }).value).toBe(2);
  });
  test('a row without a stratum or PSU is refused', () => {
    expect(refusal({ rows: 2, strata: keys(1, 0) })).toEqual(['stratum-missing', { row: 2 }]);
    expect(refusal({ rows: 2, units: [keys(0, 1)] })).toEqual([
      'psu-missing',
      { row: 1, stage: 1 }
    ]);
  });
  test('a population below the sample, a fraction for instance, is refused', () => {
    expect(refusal({ rows: 2, populations: [column(0.5, 0.5)] })).toMatchObject([
      'population-below-sample',
      { sampled: 2, population: 0.5 }
    ]);
    expect(refusal({ rows: 2, populations: [column(5, 6)] })).toMatchObject([
      'population-varies',
      { first: 5, second: 6 }
    ]);
    expect(refusal({ rows: 2, populations: [column(5, NaN)] })).toMatchObject([
      'population-missing',
      { row: 2, stage: 1 }
    ]);
  });
});

describe('a stratum with a single PSU', () => {
  const input = { rows: 3, strata: keys(1, 1, 2), weights: column(1, 1, 1) };
  const y = column(1, 2, 4);
  test('is refused by default, by name', () => {
    expect(() => estimateMean(makeDesign(input), y, { within })).toThrow(
      'Stratum (b) has only one PSU at stage 1'
    );
  });
  test('does not disturb a domain that has no row in it', () => {
    const rows = Uint8Array.from([1, 1, 0]);
    expect(estimateMean(makeDesign(input), y, { within: rows }).value).toBe(1.5);
  });
  test('is never lonely when its whole population was taken', () => {
    const whole = makeDesign({ ...input, populations: [column(9, 9, 1)] });
    expect(estimateTotal(whole, y, { within }).se).toBeCloseTo(
      Math.sqrt((1 - 2 / 9) * 2 * 0.5),
      12
    );
  });
  test('leaves no standard error when every stratum is one and the rule is average', () => {
    const all = makeDesign({ rows: 2, strata: keys(1, 2), lonely: 'average' });
    expect(estimateMean(all, column(1, 2), { within })).toMatchObject({
      value: 1.5,
      se: null,
      low: null,
      reason: 'every-stratum-lonely'
    });
  });
});

describe('missing answers', () => {
  test('a respondent missing the answer leaves numerator and denominator', () => {
    const p = estimateProportion(simpleDesign(4), column(1, 0, NaN, 1), { within });
    expect(p.value).toBeCloseTo(2 / 3, 12);
    expect(p.n).toBe(3);
  });
  test('an empty domain has no value, and says why', () => {
    const p = estimateProportion(simpleDesign(2), column(NaN, NaN), { within });
    expect(p).toMatchObject({
      value: null,
      se: null,
      low: null,
      reason: 'no-positive-weight',
      n: 0
    });
  });
  test('one respondent has a value and no degrees of freedom; at 0 or 1 the exact limits remain', () => {
    const p = estimateProportion(simpleDesign(2), column(1, NaN), { within });
    expect(p).toMatchObject({ value: 1, df: 0, high: 1 });
    expect(p.low).toBeCloseTo(0.025, 12);
    expect(estimateMean(simpleDesign(2), column(7, NaN), { within })).toMatchObject({
      value: 7,
      low: null,
      reason: 'no-degrees-of-freedom'
    });
  });
  test('a membership other than 0, 1 or missing is refused', () => {
    expect(() => estimateProportion(simpleDesign(2), column(1, 2), { within })).toThrow(
      DesignError
    );
  });
  test('values near a billion keep the digits of their variance', () => {
    const small = column(0.1, 0.4, 0.2, 0.7, 0.5);
    const big = small.map((x) => x + 1e9);
    const design = simpleDesign(5);
    const se = estimateMean(design, small, { within }).se ?? NaN;
    expect(estimateMean(design, big, { within }).se).toBeCloseTo(se, 6);
  });
});
