import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as d from '$lib/estimation/numeric/distributions';

type Row = [name: string, at: number, parameters: number[], value: number];

/** 30-digit values of the distribution functions, far tails included. */
const own = 'tests/fixtures/reference';
const given = process.env['REFERENCE_DIR'] ?? own;
const directory = existsSync(join(given, 'distributions.json')) ? given : own;
const reference = JSON.parse(readFileSync(join(directory, 'distributions.json'), 'utf8')) as {
  cdf: Row[];
  q: Row[];
};

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

describe('probabilities agree to 1e-12', () => {
  test.each(reference.cdf)('%s at %d with %j', (name, x, parameters, value) => {
    expect(Math.abs(cdf[name]!(x, ...parameters) - value)).toBeLessThanOrEqual(1e-12);
  });
});

describe('quantiles agree to a relative 1e-10', () => {
  // The 30-digit root of the median of t is 1e-17, not 0: hence the absolute 1e-15.
  test.each(reference.q)('%s quantile of %d with %j', (name, p, parameters, value) => {
    const gap = Math.abs(quantile[name]!(p, ...parameters) - value);
    expect(gap).toBeLessThanOrEqual(
      1e-10 * Math.abs(value) + (name === 't' && p === 0.5 ? 1e-15 : 0)
    );
  });
});
