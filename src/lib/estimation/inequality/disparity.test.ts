import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { makeDesign, simpleDesign } from '../design/design';
import { bootstrapDisparity } from './disparity-bootstrap';
import {
  bestAndWorst,
  hasEnoughGroups,
  inOrder,
  measureBetweenVariance,
  measureDisparity,
  profileGroups
} from './disparity';
import {
  absoluteConcentration,
  fittedRatio,
  relativeConcentration,
  relativeSlope,
  ridits,
  slopeIndex
} from './disparity-gradient';
import {
  attributableFraction,
  attributableRisk,
  betweenGroupVariance,
  indexAgainst,
  indexOfDisparity,
  logRateRatio,
  meanLogDeviation,
  overallRate,
  rateDifference,
  theil,
  weightedIndexOfDisparity
} from './disparity-measures';
import { estimateSlopeIndex } from './slope-index';
import type { DisparityMeasure } from './disparity-measures';

const measures: Record<string, DisparityMeasure> = {
  'index of disparity': indexOfDisparity,
  'weighted index of disparity': weightedIndexOfDisparity,
  'index against a reference': indexAgainst(1),
  difference: rateDifference(0, 2),
  'log ratio': logRateRatio(0, 2),
  'between-group variance': betweenGroupVariance,
  'Theil index': theil,
  'mean log deviation': meanLogDeviation,
  'attributable risk': attributableRisk(1, true),
  'attributable fraction': attributableFraction(1, true),
  'slope index': slopeIndex,
  'relative slope': relativeSlope,
  'fitted ratio': fittedRatio,
  'absolute concentration': absoluteConcentration,
  'relative concentration': relativeConcentration
};

const profiles = fc
  .array(
    fc.record({
      rate: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      size: fc.integer({ min: 1, max: 9 })
    }),
    {
      minLength: 3,
      maxLength: 6
    }
  )
  .map((groups) => {
    const total = groups.reduce((sum, { size }) => sum + size, 0);
    return {
      rates: groups.map(({ rate }) => rate),
      shares: groups.map(({ size }) => size / total)
    };
  });

describe.each(Object.entries(measures))('%s', (_, measure) => {
  test.prop([profiles])('its slopes are its derivatives', (groups) => {
    const step = 1e-6;
    const found = measure(groups)!;
    // Near a corner of an absolute value there is no derivative.
    const overall = overallRate(groups);
    const corners = [overall, groups.rates[1]!];
    if (groups.rates.some((rate, j) => corners.some((c) => Math.abs(rate - c) < 1e-4 && j !== 1)))
      return;
    if (Math.abs(groups.rates[1]! - overall) < 1e-4) return;
    const moved = (j: number, by: number) =>
      measure({ ...groups, rates: groups.rates.map((r, k) => (k === j ? r + by : r)) })!.value;
    const { length } = groups.rates;
    groups.shares.forEach((share, j) => {
      const slope = found.slopes[j]! + (found.slopes[length] ?? 0) * share;
      const numeric = (moved(j, step) - moved(j, -step)) / (2 * step);
      expect(slope).toBeCloseTo(numeric, 2 - Math.round(Math.log10(1 + Math.abs(numeric))));
    });
  });
});

test.prop([profiles])('equal rates show no disparity by any measure', ({ shares }) => {
  const groups = { rates: shares.map(() => 0.3), shares };
  for (const [name, measure] of Object.entries(measures))
    expect(measure(groups)!.value, name).toBeCloseTo(name === 'fitted ratio' ? 1 : 0, 9);
});

test.prop([profiles])(
  'ridits are the middles of the groups and their mean is one half',
  ({ shares }) => {
    const mean = ridits(shares).reduce((sum, rank, j) => sum + shares[j]! * rank, 0);
    expect(mean).toBeCloseTo(0.5, 12);
  }
);

describe('rates of 0', () => {
  const groups = { rates: [0, 0.2, 0.4], shares: [0.2, 0.3, 0.5] };
  test('add nothing to the Theil index, its limit, and leave no standard error', () => {
    const rest = measureDisparity({ rates: groups, covariance: null, df: 9, level: 0.95 }, theil);
    expect(rest.value).toBeCloseTo(
      [0.2, 0.4].reduce((s, r, j) => s + [0.3, 0.5][j]! * (r / 0.26) * Math.log(r / 0.26), 0),
      12
    );
    const covariance = groups.rates.map((_, a) =>
      groups.rates.map((__, b) => (a === b ? 0.01 : 0))
    );
    expect(
      measureDisparity({ rates: groups, covariance, df: 9, level: 0.95 }, theil).se
    ).toBeNull();
  });
  test('leave ratios, the index against the best and the mean log deviation undefined', () => {
    expect(logRateRatio(2, 0)(groups)).toBeNull();
    expect(indexAgainst(0)(groups)).toBeNull();
    expect(meanLogDeviation(groups)).toBeNull();
  });
  test('everywhere leave every relative measure undefined', () => {
    const none = { rates: [0, 0], shares: [0.5, 0.5] };
    for (const measure of [
      indexOfDisparity,
      theil,
      meanLogDeviation,
      relativeSlope,
      relativeConcentration
    ])
      expect(measure(none)).toBeNull();
    expect(betweenGroupVariance(none)?.value).toBe(0);
  });
});

test('a reference that is worse than the whole leaves nothing attributable', () => {
  const groups = { rates: [0.5, 0.2], shares: [0.5, 0.5] };
  expect(attributableRisk(0, true)(groups)?.value).toBe(0);
  expect(attributableRisk(0, false)(groups)?.value).toBeCloseTo(0.15, 12);
  expect(attributableFraction(1, true)(groups)?.value).toBeCloseTo((-100 * 0.15) / 0.35, 10);
});

test.prop([profiles])(
  'of independent groups the variance between them has the error of Ahn (2018)',
  (groups) => {
    const { rates, shares } = groups;
    const variances = rates.map((rate) => (rate * (1 - rate)) / 40);
    const covariance = rates.map((_, a) => rates.map((__, b) => (a === b ? variances[a]! : 0)));
    const overall = overallRate(groups);
    const sum = (term: (p: number, v: number, y: number) => number) =>
      rates.reduce((s, y, j) => s + term(shares[j]!, variances[j]!, y), 0);
    const expected =
      4 * sum((p, v, y) => p * p * v * (y - overall) ** 2) +
      2 *
        (sum((p, v) => p * p * v) ** 2 -
          sum((p, v) => p ** 4 * v * v) +
          sum((p, v) => p * p * (1 - p) ** 2 * v * v));
    const found = measureBetweenVariance(
      { rates: groups, covariance, df: 20, level: 0.95 },
      betweenGroupVariance
    );
    expect(found.se).toBeCloseTo(Math.sqrt(expected), 12);
  }
);

describe('a profile of groups', () => {
  const y = Float64Array.from([1, 0, 1, 1, 0, 0, 1, NaN, 1]);
  const codes = Uint8Array.from([1, 1, 1, 2, 2, 2, 3, 2, 0]);
  const groups = { codes, labels: ['x', 'y', 'z'] };
  const within = 'all';

  test('counts people without a group in neither rates nor shares', () => {
    const { overall, rates } = profileGroups(simpleDesign(9), y, groups, { within });
    expect(overall).toMatchObject({ n: 7 });
    expect(rates.shares).toEqual([3 / 7, 3 / 7, 1 / 7]);
    expect(overallRate(rates)).toBeCloseTo(overall.value!, 12);
  });
  test('of a group without weight keeps the group and leaves it out of the measures', () => {
    const weights = Float64Array.from(codes, (g) => (g === 3 ? 0 : 1));
    const design = makeDesign({ rows: 9, weights });
    const profile = profileGroups(design, y, groups, { within });
    expect(profile.groups.map(({ estimate }) => estimate.value)).toEqual([2 / 3, 1 / 3, null]);
    expect(profile.known).toEqual([0, 1]);
    expect(measureDisparity(profile, rateDifference(0, 1)).value).toBeCloseTo(1 / 3, 12);
    expect(measureDisparity(profile, indexOfDisparity).se).toBeGreaterThan(0);
  });
  test('in an order of its own has shares that add up to 1', () => {
    const profile = profileGroups(simpleDesign(9), y, groups, { within });
    const ordered = inOrder(profile, [1, 0]);
    expect(ordered.rates.shares).toEqual([0.5, 0.5]);
    expect(measureDisparity(ordered, slopeIndex).value).toBeCloseTo(2 / 3, 12);
    expect(measureDisparity(inOrder(profile, [1]), slopeIndex).value).toBeNull();
  });
  test('compares when nearly all groups have a rate', () => {
    const weights = (zero: number[]) => Float64Array.from(codes, (g) => (zero.includes(g) ? 0 : 1));
    const profile = (zero: number[]) =>
      profileGroups(makeDesign({ rows: 9, weights: weights(zero) }), y, groups, { within });
    const isEnough = (zero: number[]): boolean => {
      const { known, groups: all } = profile(zero);
      return hasEnoughGroups(known.length, all.length);
    };
    expect(isEnough([])).toBe(true);
    expect(isEnough([3])).toBe(false);
    expect(hasEnoughGroups(17, 20)).toBe(true);
  });
  test('knows the best and the worst, the first of equal ones', () => {
    const rates = { rates: [0.2, 0.5, 0.2, 0.5], shares: [0.25, 0.25, 0.25, 0.25] };
    expect(bestAndWorst(rates, true)).toEqual({ best: 0, worst: 1 });
    expect(bestAndWorst(rates, false)).toEqual({ best: 1, worst: 0 });
    expect(bestAndWorst({ rates: [], shares: [] }, true)).toBeNull();
  });
  test('fitted on people or on groups a line has the same slope', () => {
    const design = makeDesign({ rows: 9, weights: Float64Array.from(codes, (g) => 1 + g) });
    const onPeople = estimateSlopeIndex(design, y, groups, { within, model: 'linear' });
    const profile = profileGroups(design, y, groups, { within });
    const onGroups = measureDisparity(inOrder(profile, [0, 1, 2]), slopeIndex);
    expect(onPeople.slope.value).toBeCloseTo(onGroups.value!, 12);
  });
});

describe('a logistic slope', () => {
  const within = 'all';
  const groups = { codes: Uint8Array.from([1, 1, 1, 2, 2, 2]), labels: ['poor', 'rich'] };
  test('of two groups meets both rates, so the ends lie on the curve through them', () => {
    const y = Float64Array.from([1, 1, 0, 1, 0, 0]);
    const { slope, ratio } = estimateSlopeIndex(simpleDesign(6), y, groups, {
      within,
      model: 'logit'
    });
    const logit = Math.log(2);
    // Ranks 1/4 and 3/4 hold logits ln 2 and -ln 2; the ends lie half as far out again.
    const end = (x: number) => 1 / (1 + Math.exp(-x));
    expect(slope.value).toBeCloseTo(end(-2 * logit) - end(2 * logit), 10);
    expect(ratio.value).toBeCloseTo(end(-2 * logit) / end(2 * logit), 10);
    expect(ratio.low).toBeGreaterThan(0);
  });
  test('without a finite fit, or for one group, is not defined', () => {
    const apart = Float64Array.from([1, 1, 1, 0, 0, 0]);
    const ask = (y: Float64Array, codes: Uint8Array) =>
      estimateSlopeIndex(simpleDesign(6), y, { ...groups, codes }, { within, model: 'logit' });
    expect(ask(apart, groups.codes).slope.value).toBeNull();
    expect(ask(apart, new Uint8Array(6).fill(1)).slope.value).toBeNull();
  });
});

describe('the bootstrap', () => {
  const groups = { rates: [0.3, 0.5, 0.35], shares: [0.4, 0.3, 0.3] };
  const covariance = [
    [0.0016, 0.0004, 0],
    [0.0004, 0.0025, 0],
    [0, 0, 0.0009]
  ];
  const draw = (seed: number, measure: DisparityMeasure) =>
    bootstrapDisparity(groups, covariance, measure, { seed, draws: 4000 });
  test('gives the same numbers for the same seed', () => {
    expect(draw(5, theil)).toEqual(draw(5, theil));
    expect(draw(5, theil)).not.toEqual(draw(6, theil));
  });
  test('of a fixed difference is its standard error', () => {
    expect(draw(1, rateDifference(1, 0))?.se).toBeCloseTo(Math.sqrt(0.0016 + 0.0025 - 0.0008), 2);
  });
  test('computes the overall rate anew in every draw', () => {
    const apart = { rates: [0.1, 0.5, 0.8], shares: groups.shares };
    const delta = measureDisparity({ rates: apart, covariance, df: null, level: 0.95 }, theil);
    const drawn = bootstrapDisparity(apart, covariance, theil, { seed: 3, draws: 4000 });
    expect(drawn!.se / delta.se!).toBeGreaterThan(0.93);
    expect(drawn!.se / delta.se!).toBeLessThan(1.1);
  });
  test('leaves draws out where the measure is not defined', () => {
    const rare = { rates: [0.01, 0.5], shares: [0.5, 0.5] };
    const wide = [
      [0.0004, 0],
      [0, 0.001]
    ];
    const found = bootstrapDisparity(rare, wide, meanLogDeviation, { seed: 2, draws: 1000 });
    expect(found?.used).toBeLessThan(900);
    expect(found?.used).toBeGreaterThan(500);
  });
});
