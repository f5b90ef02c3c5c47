import { describe, expect, test } from 'vitest';
import { nchsStandard } from '$lib/estimation/estimates/reliability';
import { judge } from './reliability';
import { estimateOf } from './table.fixture';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { ReliabilityProfile } from './policy';

/** A share of n answers that are worth `effective` of a simple random sample. */
function shareOf(p: number, n: number, effective: number, df: number): Estimate {
  const se = Math.sqrt((p * (1 - p)) / effective);
  const open = estimateOf({ value: p, se, n, nPositive: n, nEffective: effective, df });
  const { low, high } = nchsStandard(open).kornGraubard;
  return { ...open, low, high };
}

const flagOf = (estimate: Estimate, profile: ReliabilityProfile = 'nchs'): string =>
  judge({ at: {}, estimate, n: estimate.n, x: 1, psus: 40 }, { statistic: 'proportion' }, profile)
    .flag;

describe('NCHS presentation standards for proportions: worked vectors (p, n, effective n, df)', () => {
  test.each([
    { given: [0.3, 400, 250, 40], limits: [0.2423, 0.3628], decision: 'show', flags: [] },
    { given: [0.02, 600, 400, 40], limits: [0.0084, 0.0398], decision: 'show', flags: [] },
    { given: [0.1, 60, 29.5, 40], limits: null, decision: 'suppress', flags: [] },
    { given: [0.5, 60, 40, 30], limits: null, decision: 'suppress', flags: [] },
    { given: [0.5, 100, 70, 30], limits: null, decision: 'show', flags: [] },
    { given: [0.05, 150, 100, 30], limits: null, decision: 'suppress', flags: [] },
    { given: [0.95, 150, 100, 30], limits: null, decision: 'show', flags: ['Pc'] },
    // At 0 a range over 5 points is wider than any multiple: as in the reference case edge/nchs.
    { given: [0, 45, 45, 12], limits: [0, 0.0787], decision: 'suppress', flags: [] },
    { given: [0, 200, 200, 12], limits: null, decision: 'show', flags: ['P0'] },
    { given: [0.3, 400, 250, 6], limits: [0.2305, 0.377], decision: 'show', flags: ['Pdf'] }
  ] as const)('$given: $decision', ({ given, limits, decision, flags }) => {
    const estimate = shareOf(...(given as unknown as [number, number, number, number]));
    const standard = nchsStandard(estimate);
    expect([standard.decision, standard.flags]).toEqual([decision, flags]);
    expect(flagOf(estimate) === 'x').toBe(decision === 'suppress');
    if (limits) {
      expect(estimate.low).toBeCloseTo(limits[0], 4);
      expect(estimate.high).toBeCloseTo(limits[1], 4);
    }
  });
});

describe('other profiles', () => {
  test('rates: from 10 answers, a range of at most 1.6 times the rate, 8 degrees of freedom', () => {
    expect(flagOf(shareOf(0.5, 25, 20, 12), 'nchs-rates')).toBe('u');
    expect(flagOf(shareOf(0.5, 25, 20, 12), 'nchs')).toBe('x');
    expect(flagOf(shareOf(0.5, 9, 9, 12), 'nchs-rates')).toBe('x');
    expect(flagOf(shareOf(0.1, 25, 20, 12), 'nchs-rates')).toBe('x');
    expect(flagOf(shareOf(0.3, 400, 250, 7), 'nchs-rates')).toBe('x');
  });
  test('NSCH: 30 answers, wide ranges are marked and shown', () => {
    expect(flagOf(shareOf(0.5, 60, 40, 30), 'nsch')).toBe('u');
    expect(flagOf(shareOf(0.3, 400, 250, 40), 'nsch')).toBe('');
    expect(flagOf(shareOf(0.3, 29, 29, 40), 'nsch')).toBe('x');
  });
  test('NSDUH: se/p over -ln p above .175, on the smaller side of one half', () => {
    // p = .1, effective 30: .0548 / .1 / 2.303 = .238; effective 200: .092
    expect(flagOf(shareOf(0.1, 100, 30, 30), 'nsduh')).toBe('x');
    expect(flagOf(shareOf(0.9, 100, 30, 30), 'nsduh')).toBe('x');
    expect(flagOf(shareOf(0.1, 300, 200, 30), 'nsduh')).toBe('');
  });
  test('means: 30 effective answers and a relative standard error under 30 %', () => {
    const mean = (value: number, se: number, nEffective: number) =>
      judge(
        {
          at: {},
          estimate: estimateOf({ value, se, nEffective, low: value - se, high: value + se }),
          n: 100,
          x: null,
          psus: 40
        },
        { statistic: 'mean' },
        'nchs'
      ).flag;
    expect([mean(10, 2.9, 31), mean(10, 3, 31), mean(10, 1, 29)]).toEqual(['', 'x', 'x']);
  });
});
