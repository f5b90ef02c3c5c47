import { describe, expect, test } from 'vitest';
import * as d from './distributions';

describe('special cases', () => {
  test('normal quantile and its inverse agree, far tails included', () => {
    expect(d.normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    for (const p of [1e-200, 1e-12, 0.01, 0.3, 0.7, 0.999])
      expect(d.normalCdf(d.normalQuantile(p)) / p).toBeCloseTo(1, 11);
  });
  test('t with infinite degrees of freedom is normal', () => {
    expect(d.tQuantile(0.975, Infinity)).toBe(d.normalQuantile(0.975));
    expect(d.tQuantile(0.975, 1e8)).toBeCloseTo(d.normalQuantile(0.975), 7);
  });
  test('golden values: t .975 with 9 df, beta quantile, F upper tail (R 4.2.2)', () => {
    expect(d.tQuantile(0.975, 9)).toBeCloseTo(2.2621571628, 10);
    expect(d.betaQuantile(0.025, 7.3, 20.1)).toBeCloseTo(0.121821186166, 11);
    expect(d.fUpper(2.3, 1.7, 15.3)).toBeCloseTo(0.139109686993, 11);
  });
  test('large shapes keep their digits: the median of a symmetric beta is one half', () => {
    for (const a of [3, 1e3, 1e5, 4e6])
      expect(Math.abs(d.betaCdf(0.5, a, a) - 0.5)).toBeLessThan(1e-12);
  });
  test('a probability outside 0..1 has no quantile', () => {
    expect(d.tQuantile(1.2, 5)).toBeNaN();
    expect(d.betaQuantile(-0.1, 1, 2)).toBeNaN();
  });
});

describe('weighted sums of chi-squares', () => {
  const { chiSquareMixtureUpper: upper } = d;
  test('one term is F, several equal ones are F with as many degrees of freedom', () => {
    for (const x of [0.1, 0.9, 2, 20, 60])
      for (const df of [5, 14, 197, 1e5]) {
        expect(upper(x, [1], df) / d.fUpper(x, 1, df)).toBeCloseTo(1, 9);
        expect(upper(x, [2, 2, 2], df) / d.fUpper(x / 6, 3, df)).toBeCloseTo(1, 9);
      }
  });
  test('with a fixed point it is a chi-square, far tails included', () => {
    for (const x of [0.01, 1, 5, 20, 90, 400]) {
      expect(upper(x, [1], Infinity) / d.chiSquareUpper(x, 1)).toBeCloseTo(1, 9);
      expect(upper(3 * x, [3, 3, 3, 3], Infinity) / d.chiSquareUpper(x, 4)).toBeCloseTo(1, 9);
    }
  });
  test('two pairs of terms have a closed form', () => {
    // 2 E1 + 6 E2 with E exponential of mean 1: (6 exp(-x/6) - 2 exp(-x/2)) / 4.
    const x = 7;
    const exact = (6 * Math.exp(-x / 6) - 2 * Math.exp(-x / 2)) / 4;
    expect(upper(x, [1, 1, 3, 3], Infinity)).toBeCloseTo(exact, 13);
  });
  test('a term of no weight adds nothing, and below 0 everything lies above', () => {
    expect(upper(4, [2, 1, 1e-15], 9)).toBeCloseTo(upper(4, [2, 1], 9), 11);
    expect(upper(0, [2, 1], 9)).toBe(1);
  });
});
