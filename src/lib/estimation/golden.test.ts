import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareDomains } from './compare-domains';
import { makeDesign } from './design';
import { estimateByGroup } from './estimate-by-group';
import { estimateMean, estimateRatio, estimateTotal } from './estimate-mean';
import { estimateProportion } from './estimate-proportion';
import { kish } from './kish';
import { proportionInterval } from './proportion-interval';
import type { DesignInput } from './design';
import type { Keys } from './units';

/** 36 made-up households; numbers from R 4.2.2, survey 4.1-1: `svydesign(~psu, ~stratum, weights = ~w)`. */
const [head = '', ...lines] = readFileSync('src/lib/estimation/golden.fixture.csv', 'utf8')
  .trim()
  .split('\n');
const names = head.split(',');
const text = (name: string): string[] =>
  lines.map((line) => line.split(',')[names.indexOf(name)] ?? '');
const number = (name: string): Float64Array => Float64Array.from(text(name), Number);
const keys = (name: string): Keys => {
  const labels = [...new Set(text(name))].sort();
  return { codes: Uint32Array.from(text(name), (v) => labels.indexOf(v) + 1), labels };
};
const is = (name: string, value: string): Uint8Array =>
  Uint8Array.from(text(name), (v) => (v === value ? 1 : 0));

const input: DesignInput = {
  rows: lines.length,
  strata: keys('stratum'),
  units: [keys('psu')],
  weights: number('w')
};
const design = makeDesign(input);
const housing = number('housing');
const within = 'all';

describe('golden household fixture', () => {
  test('weights: sum, Kish design effect, effective sample size', () => {
    const [k] = kish(design, { within });
    expect(k?.sumWeights).toBeCloseTo(5705.5, 9);
    expect(k?.deff).toBeCloseTo(1.24260753213, 10);
    expect(k?.nEffective).toBeCloseTo(28.9713357349, 9);
  });
  test('proportion, its standard error, degrees of freedom and design effect', () => {
    const p = estimateProportion(design, housing, { within });
    expect(p.value).toBeCloseTo(0.343633336254, 11);
    expect(p.se).toBeCloseTo(0.100992813034, 11);
    expect(p.df).toBe(9);
    expect(p.deff).toBeCloseTo(1.58273125424, 10);
    expect(p.nEffective).toBeCloseTo(22.11367211, 7);
  });
  test.each([
    ['mean', 0.115171720859, 0.57209495165],
    ['logit', 0.159754517453, 0.590435738918],
    ['beta', 0.139643552855, 0.601457862437],
    ['wilson', 0.165053037173, 0.580983635375],
    ['asin', 0.141628053804, 0.581131199995]
  ] as const)('%s interval', (method, low, high) => {
    const p = estimateProportion(design, housing, { within });
    const bounds = proportionInterval(p, method, p.df, 0.95);
    expect(bounds?.low).toBeCloseTo(low, 10);
    expect(bounds?.high).toBeCloseTo(high, 10);
  });
  test('sampling fractions lower the standard error', () => {
    const finite = makeDesign({ ...input, populations: [number('N_psu')] });
    expect(estimateProportion(finite, housing, { within }).se).toBeCloseTo(0.0968013027706, 11);
  });
  test('without clusters and strata the standard error is the naive one', () => {
    const naive = makeDesign({ rows: input.rows, weights: number('w') });
    expect(estimateProportion(naive, housing, { within }).se).toBeCloseTo(0.0868545115424, 11);
  });
  test('total, mean and ratio', () => {
    expect(estimateTotal(design, housing, { within })).toMatchObject({
      value: expect.closeTo(1960.6, 9) as number,
      se: expect.closeTo(579.614935395, 8) as number
    });
    const mean = estimateMean(design, number('score'), { within });
    expect([mean.value, mean.se]).toEqual([
      expect.closeTo(5.91902550171, 10),
      expect.closeTo(0.472113900141, 10)
    ]);
    const ratio = estimateRatio(design, number('score'), number('hhsize'), { within });
    expect([ratio.value, ratio.se]).toEqual([
      expect.closeTo(1.82698029711, 10),
      expect.closeTo(0.196094566007, 10)
    ]);
  });
  test('tenure groups keep the covariance of shared clusters', () => {
    const groups = keys('tenure');
    const result = estimateByGroup(design, housing, groups, { within, statistic: 'proportion' });
    expect(result.groups.map(({ estimate }) => estimate.se)).toEqual([
      expect.closeTo(0.0785722463014, 11),
      expect.closeTo(0.170792788855, 11)
    ]);
    expect(result.covariance[0]?.[1]).toBeCloseTo(-0.000458835342427, 13);
  });
  test('difference and ratio of renters and owners use that covariance', () => {
    const side = (value: string) => ({ y: housing, within: is('tenure', value) });
    const c = compareDomains(design, side('rent'), side('own'));
    expect(c.difference?.value).toBeCloseTo(0.352990058614, 11);
    expect(c.difference?.se).toBeCloseTo(0.190424382101, 11);
    expect(c.t).toBeCloseTo(1.85370200349, 9);
    expect(c.logRatio?.value).toBeCloseTo(1.14757142523, 10);
    expect(c.logRatio?.se).toBeCloseTo(0.590789039703, 10);
  });
  test.each([
    ['certainty', 0.111851024119],
    ['adjust', 0.11186159344],
    ['average', 0.13698896815]
  ] as const)('a stratum reduced to one PSU under the rule %s', (lonely, se) => {
    const kept = text('psu').flatMap((psu, i) => (/^W[2-4]/.test(psu) ? [] : [i]));
    const pick = (k: Keys): Keys => ({
      codes: Uint32Array.from(kept, (i) => k.codes[i] ?? 0),
      labels: k.labels
    });
    const reduced = makeDesign({
      rows: kept.length,
      strata: pick(keys('stratum')),
      units: [pick(keys('psu'))],
      weights: Float64Array.from(kept, (i) => number('w')[i] ?? NaN),
      lonely
    });
    const y = Float64Array.from(kept, (i) => housing[i] ?? NaN);
    expect(estimateProportion(reduced, y, { within }).se).toBeCloseTo(se, 11);
  });
});
