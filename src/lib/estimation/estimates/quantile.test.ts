import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { makeDesign, simpleDesign } from '../design/design';
import { fixedWeights } from '../design/projection';
import { estimateQuantile, quantiles } from './quantile';
import { quantileBy, quantileRules, sortValues } from './quantile-rules';
import { randomSurvey, reordered, scaled } from '../random-survey.fixture';
import type { QuantileRule } from './quantile-rules';

const seeds = fc.integer({ min: 1, max: 1e6 });
const rules = fc.constantFrom(...quantileRules);
const steps: QuantileRule[] = ['math', 'school', 'hf1', 'hf2', 'hf3'];

const of = (values: number[], weights = values.map(() => 1)) =>
  sortValues(
    Float64Array.from(values),
    Float64Array.from(weights),
    Uint8Array.from(values, () => 1)
  );

describe('rules on five values of equal weight (worked by hand)', () => {
  const five = of([10, 20, 30, 40, 50]);
  test.each([
    ['math', 0.5, 30],
    ['math', 0.4, 20],
    ['school', 0.4, 25],
    ['school', 0.5, 30],
    ['hf3', 0.4, 20],
    ['hf3', 0.6, 40],
    ['hf4', 0.5, 25],
    ['hf5', 0.5, 30],
    ['hf6', 0.25, 15],
    ['hf7', 0.25, 20],
    ['hf8', 0.25, 10 + 10 * (((16 / 3) * 0.25 - 2 / 3) / 1)],
    ['hf9', 0.25, 10 + 10 * (5.25 * 0.25 - 0.625)]
  ] as const)('%s of %d is %d', (rule, p, value) => {
    expect(quantileBy(five, p, rule)).toBeCloseTo(value, 12);
  });
  test.each(quantileRules)('%s gives the smallest value at 0 and the largest at 1', (rule) => {
    expect([quantileBy(five, 0, rule), quantileBy(five, 1, rule)]).toEqual([10, 50]);
  });
  test.each(quantileRules)('%s of a single value is that value', (rule) => {
    expect(quantileBy(of([7]), 0.3, rule)).toBe(7);
  });
});

describe('weights', () => {
  test('a weight of 2 is two rows, by the rules that look at sums alone', () => {
    for (const rule of steps)
      for (const p of [0.1, 0.25, 0.5, 0.75, 0.9])
        expect(quantileBy(of([1, 2, 3], [2, 1, 3]), p, rule)).toBe(
          quantileBy(of([1, 1, 2, 3, 3, 3]), p, rule)
        );
  });
  test('a share met exactly is met whatever the rounding of the weights', () => {
    const weights = Array.from({ length: 1000 }, () => 0.1);
    const values = weights.map((_, i) => i);
    expect(quantileBy(of(values, weights), 0.66, 'school')).toBe(659.5);
    expect(quantileBy(of(values, weights), 0.66, 'math')).toBe(659);
  });
  test('rows of weight 0 are never read', () => {
    for (const rule of quantileRules)
      expect(quantileBy(of([-99, 1, 2, 99], [0, 1, 1, 0]), 1, rule)).toBe(2);
  });
});

test.prop([
  seeds,
  rules,
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
])('a larger share never gives a smaller quantile', (seed, rule, [p, q]) => {
  const { design, score } = randomSurvey(seed);
  const asked = quantiles(design, score, 'all');
  const low = asked.at(Math.min(p, q), { rule }).value ?? NaN;
  expect(low).toBeLessThanOrEqual((asked.at(Math.max(p, q), { rule }).value ?? NaN) + 1e-12);
});

test.prop([seeds, rules])(
  'scaling all weights changes no quantile and no interval',
  (seed, rule) => {
    const survey = randomSurvey(seed);
    const numbers = ({ design, score }: typeof survey) => {
      const { value, low, high, se } = estimateQuantile(design, score, 0.3, {
        within: 'all',
        rule
      });
      return [value, low, high, se].map((x) =>
        x === null ? null : (expect.closeTo(x, 9) as number)
      );
    };
    const { value, low, high, se } = estimateQuantile(
      scaled(survey, 3.7).design,
      survey.score,
      0.3,
      {
        within: 'all',
        rule
      }
    );
    expect([value, low, high, se]).toEqual(numbers(survey));
  }
);

test.prop([seeds, fc.constantFrom(...steps)])('the order of rows changes nothing', (seed, rule) => {
  const survey = randomSurvey(seed);
  const moved = reordered(survey, seededRandom(seed).shuffle([...survey.score.keys()]));
  const ask = ({ design, score }: typeof survey) => {
    const { value, low, high } = estimateQuantile(design, score, 0.5, { within: 'all', rule });
    return [value, low, high];
  };
  expect(ask(moved)).toEqual(ask(survey));
});

describe('intervals', () => {
  const score = Float64Array.from({ length: 100 }, (_, i) => i + 1);
  test('Woodruff by hand: median of 1 to 100 with the mean interval', () => {
    // F(50.5) = .5, se = sqrt(.25 / 99), t(99, .975) = 1.984217: .5 -+ .0997 gives the 41st and 60th.
    const median = estimateQuantile(simpleDesign(100), score, 0.5, {
      within: 'all',
      interval: 'mean'
    });
    expect([median.value, median.low, median.high]).toEqual([50.5, 41, 60]);
  });
  test('an end outside 0..1 is unknown, and so is the standard error', () => {
    const first = estimateQuantile(simpleDesign(100), score, 0.01, {
      within: 'all',
      interval: 'mean'
    });
    expect(first).toMatchObject({ low: null, se: null, reason: 'method-not-defined' });
  });
  test('one cluster has no degrees of freedom: a value, no interval', () => {
    const design = makeDesign({
      rows: 100,
      units: [{ codes: new Uint32Array(100).fill(1), labels: ['only'] }],
      lonely: 'certainty'
    });
    expect(estimateQuantile(design, score, 0.5, { within: 'all' })).toMatchObject({
      value: 50.5,
      low: null,
      reason: 'no-degrees-of-freedom'
    });
  });
  test('nobody of positive weight has no median', () => {
    const nobody = new Float64Array(100).fill(NaN);
    expect(estimateQuantile(simpleDesign(100), nobody, 0.5, { within: 'all' })).toMatchObject({
      value: null,
      reason: 'no-positive-weight'
    });
  });
  test('negative weights, which calibration can leave, are refused', () => {
    const design = fixedWeights(simpleDesign(3), Float64Array.of(1, -1, 2));
    expect(() =>
      estimateQuantile(design, Float64Array.of(1, 2, 3), 0.5, { within: 'all' })
    ).toThrow('negative weight');
  });
});
