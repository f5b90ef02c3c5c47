import { describe, expect, test } from 'vitest';
import { adjustP } from './comparisons/adjust-p';
import { compareDomains } from './comparisons/compare-domains';
import { makeDesign } from './design/design';
import { estimateByGroup } from './estimates/estimate-by-group';
import { estimateMean, estimateRatio, estimateTotal } from './estimates/estimate-mean';
import { estimateProportion } from './estimates/estimate-proportion';
import { tTwoSided } from './numeric/distributions';
import {
  design,
  housing,
  input,
  is,
  keys,
  number,
  text,
  within
} from '../../../tests/fixtures/golden';
import { compareItems } from './comparisons/joint-test';
import { kish } from './estimates/kish';
import { proportionInterval } from './estimates/proportion-interval';
import { testIndependence } from './comparisons/rao-scott';
import { orThrow } from './weighting/problem';
import { trim } from './weighting/trim';
import type { Keys } from './design/units';

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
    expect(result.groups.map(({ estimate }) => estimate.value)).toEqual([
      expect.closeTo(0.164140783796, 11),
      expect.closeTo(0.51713084241, 10)
    ]);
    expect(result.groups.map(({ estimate }) => estimate.se)).toEqual([
      expect.closeTo(0.0785722463014, 11),
      expect.closeTo(0.170792788855, 11)
    ]);
    expect(result.covariance?.[0]?.[1]).toBeCloseTo(-0.000458835342427, 13);
  });
  test('difference and ratio of renters and owners use that covariance', () => {
    const side = (value: string) => ({ y: housing, within: is('tenure', value) });
    const c = compareDomains(design, side('rent'), side('own'));
    expect(c.difference?.value).toBeCloseTo(0.352990058614, 11);
    expect(c.difference?.se).toBeCloseTo(0.190424382101, 11);
    expect(c.t).toBeCloseTo(1.85370200349, 9);
    expect(tTwoSided(c.t ?? NaN, (c.df ?? NaN) - 1)).toBeCloseTo(0.10090167133, 10);
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
  test.each([
    ['18-34', 0.343054533099, 0.120176026393],
    ['35-64', 0.396073619632, 0.172110337408],
    ['65+', 0.287997476473, 0.113666273715]
  ])('people aged %s', (age, value, se) => {
    const p = estimateProportion(design, housing, { within: is('age', age) });
    expect(p.value).toBeCloseTo(value, 11);
    expect(p.se).toBeCloseTo(se, 11);
  });
  test('housing by age: Rao-Scott F of the second order', () => {
    const test = testIndependence(design, keys('housing'), keys('age'), { within });
    expect(test.secondOrder.statistic).toBeCloseTo(0.222666343656, 10);
    expect(test.secondOrder.ndf).toBeCloseTo(1.68069559804, 9);
    expect(test.secondOrder.ddf).toBeCloseTo(15.1262603824, 8);
    expect(test.secondOrder.p).toBeCloseTo(0.765553647127, 10);
  });
  test('four needs of renters and owners in one test', () => {
    const items = ['housing', 'food', 'health', 'transit'].map(number);
    const own = is('tenure', 'own');
    const codes = is('tenure', 'rent').map((rents, i) => (rents === 1 ? 1 : own[i]! * 2));
    const [rent] = compareItems(design, items, { codes, labels: ['rent', 'own'] });
    const { test, differences } = rent!;
    expect(differences[0]).toBeCloseTo(0.352990058614, 11);
    expect(test).toMatchObject({ df1: 4, df2: 6 });
    expect(test?.f).toBeCloseTo(10.13144835, 8);
    expect(test?.p).toBeCloseTo(0.007749157926, 11);
  });
  test('ten p-values after Benjamini and Hochberg', () => {
    const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
    const adjusted = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714285714, 0.216, 0.216, 0.216];
    adjustP(p, 'BH').forEach((q, i) => expect(q).toBeCloseTo(adjusted[i]!, 11));
  });
  test('weights cut at 250, what was cut spread over the others', () => {
    const { weights } = orThrow(trim(number('w'), { upper: 250, strict: true }));
    expect(weights[0]).toBeCloseTo(141.510714286, 9);
    const p = estimateProportion(makeDesign({ ...input, weights }), housing, { within });
    expect(p.value).toBeCloseTo(0.351106701554, 11);
  });
});
