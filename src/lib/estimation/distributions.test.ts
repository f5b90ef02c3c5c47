import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as d from './distributions';

type Row = [name: string, at: number, parameters: number[], value: number];
const reference = JSON.parse(
  readFileSync('tests/fixtures/reference/distributions.json', 'utf8')
) as { cdf: Row[]; q: Row[] };

const cdf: Record<string, (x: number, ...p: number[]) => number> = {
  t: (x, df) => d.tCdf(x, df),
  f: (x, a, b) => d.fCdf(x, a, b),
  chisq: (x, df) => d.chiSquareCdf(x, df),
  beta: (x, a, b) => d.betaCdf(x, a, b)
};
const quantile: Record<string, (p: number, ...q: number[]) => number> = {
  t: (p, df) => d.tQuantile(p, df),
  f: (p, a, b) => d.fQuantile(p, a, b),
  chisq: (p, df) => d.chiSquareQuantile(p, df),
  beta: (p, a, b) => d.betaQuantile(p, a, b)
};

describe('distribution functions agree with 30-digit values', () => {
  test.each(reference.cdf)('%s at %d with %j', (name, x, parameters, value) => {
    expect(Math.abs(cdf[name]!(x, ...parameters) - value)).toBeLessThanOrEqual(1e-12);
  });
  // The 30-digit root of the median of t is 1e-17, not 0: hence the absolute 1e-15.
  test.each(reference.q)('%s quantile of %d with %j', (name, p, parameters, value) => {
    const gap = Math.abs(quantile[name]!(p, ...parameters) - value);
    expect(gap).toBeLessThanOrEqual(
      1e-10 * Math.abs(value) + (name === 't' && p === 0.5 ? 1e-15 : 0)
    );
  });
});

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
