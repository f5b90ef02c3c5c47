import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { makeDesign, simpleDesign } from '../design/design';
import { estimateMean } from '../estimates/estimate-mean';
import { estimateProportion } from '../estimates/estimate-proportion';
import { fixedWeights } from '../design/projection';
import { randomSurvey, reordered, scaled } from '../random-survey.fixture';
import { fitRegression } from './regression';
import type { ModelTerm } from './model-columns';
import type { RandomSurvey } from '../random-survey.fixture';

const seeds = fc.integer({ min: 1, max: 1e6 });
const close = (x: number | null, digits = 7) =>
  x === null ? null : (expect.closeTo(x, digits) as number);
const byGroup = ({ group }: RandomSurvey): ModelTerm => ({
  name: 'group',
  kind: 'category',
  category: group
});
const number = (name: string, values: Float64Array): ModelTerm => ({
  name,
  kind: 'number',
  values
});
const linear = { within: 'all', link: 'identity' } as const;
const logit = { within: 'all', link: 'logit' } as const;
const inGroup = ({ group }: RandomSurvey, code: number) =>
  Uint8Array.from(group.codes, (c) => (c === code ? 1 : 0));
const logOdds = (p: number) => Math.log(p / (1 - p));

describe('models whose answer is known', () => {
  test('a straight line through four points, by hand', () => {
    // x = 0..3, y = 1, 3, 2, 6: slope 7 / 5, intercept 3 - 1.4 * 1.5.
    const x = number('x', Float64Array.of(0, 1, 2, 3));
    const fitted = fitRegression(simpleDesign(4), Float64Array.of(1, 3, 2, 6), [x], linear);
    expect(fitted.coefficients.map(({ name, value }) => [name, value])).toEqual([
      ['(Intercept)', close(0.9, 12)],
      ['x', close(1.4, 12)]
    ]);
  });
  test.prop([seeds])('identity with one category: the group means and their errors', (seed) => {
    const survey = randomSurvey(seed);
    const { design, score } = survey;
    const [first, second] = fitRegression(design, score, [byGroup(survey)], linear).coefficients;
    const means = [1, 2].map((code) =>
      estimateMean(design, score, { within: inGroup(survey, code) })
    );
    expect([first?.value, first?.se, second?.value]).toEqual([
      close(means[0]!.value),
      close(means[0]!.se),
      close(means[1]!.value! - means[0]!.value!)
    ]);
  });
  test.prop([seeds])('logit without terms: the log odds of the share', (seed) => {
    const { design, need } = randomSurvey(seed);
    const { value, se } = estimateProportion(design, need, { within: 'all' });
    const [only] = fitRegression(design, need, [], logit).coefficients;
    expect(only?.value).toBeCloseTo(logOdds(value!), 7);
    expect(only?.se).toBeCloseTo(se! / (value! * (1 - value!)), 7);
  });
  test.prop([seeds])('logit with one category: differences of log odds', (seed) => {
    const survey = randomSurvey(seed, 30);
    const { design, need } = survey;
    const { coefficients } = fitRegression(design, need, [byGroup(survey)], logit);
    const odds = [1, 2, 3].map((code) =>
      logOdds(estimateProportion(design, need, { within: inGroup(survey, code) }).value!)
    );
    expect(coefficients.map(({ value }) => value)).toEqual([
      close(odds[0]!),
      close(odds[1]! - odds[0]!),
      close(odds[2]! - odds[0]!)
    ]);
  });
});

describe('what changes nothing', () => {
  const ask = (survey: RandomSurvey) => {
    const terms = [byGroup(survey), number('score', survey.score)];
    const { coefficients } = fitRegression(survey.design, survey.need, terms, logit);
    return coefficients.flatMap(({ value, se, p }) => [value, se, p]);
  };
  const same = (survey: RandomSurvey) => ask(survey).map((x) => close(x, 6));

  test.prop([seeds])('the order of rows', (seed) => {
    const survey = randomSurvey(seed, 30);
    const order = seededRandom(seed).shuffle([...survey.score.keys()]);
    expect(ask(reordered(survey, order))).toEqual(same(survey));
  });
  test.prop([seeds, fc.double({ min: 0.01, max: 900, noNaN: true })])(
    'the scale of weights',
    (seed, k) => {
      const survey = randomSurvey(seed, 30);
      expect(ask(scaled(survey, k))).toEqual(same(survey));
    }
  );
  test.prop([seeds])('a row that lacks a term, whatever else it says', (seed) => {
    const survey = randomSurvey(seed, 30);
    const need = survey.need.map((x, i) => (survey.group.codes[i] === 0 ? 1 - x : x));
    expect(ask({ ...survey, need })).toEqual(same(survey));
  });
});

test.prop([seeds])('years since 0 and years since 1900 tell the same story', (seed) => {
  const { design, score, need } = randomSurvey(seed, 30);
  const slope = (shift: number) =>
    fitRegression(
      design,
      need,
      [
        number(
          'year',
          score.map((x) => x + shift)
        )
      ],
      logit
    ).coefficients[1]!;
  expect(slope(1e7).value).toBeCloseTo(slope(0).value, 6);
  expect(slope(1e7).se).toBeCloseTo(slope(0).se!, 6);
});

describe('models that are refused', () => {
  const design = simpleDesign(8);
  const y = Float64Array.of(0, 1, 0, 1, 1, 0, 1, 0);
  const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const category = (codes: number[], labels: string[]): ModelTerm => ({
    name: 'tenure',
    kind: 'category',
    category: { codes: Uint32Array.from(codes), labels }
  });

  test('a term that says what another says is named', () => {
    const twice = number(
      'months',
      x.map((year) => 12 * year)
    );
    expect(() => fitRegression(design, y, [number('years', x), twice], linear)).toThrow('"months"');
    const constant = number(
      'wave',
      x.map(() => 0.1)
    );
    expect(() => fitRegression(design, y, [constant], linear)).toThrow('"wave"');
  });
  test('a level nobody used is in is named', () => {
    const tenure = category([1, 1, 1, 1, 2, 2, 2, 2], ['own', 'rent', 'other']);
    expect(() => fitRegression(design, y, [tenure], logit)).toThrow('"other" of tenure');
  });
  test('answers that a term tells apart without exception', () => {
    const sorted = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    expect(() => fitRegression(design, sorted, [number('years', x)], logit)).toThrow('"years"');
  });
  test('a level whose members all answered alike', () => {
    const tenure = category([1, 1, 1, 1, 1, 2, 1, 2], ['own', 'rent']);
    const alike = y.map((value, i) => (i === 5 || i === 7 ? 1 : value));
    expect(() => fitRegression(design, alike, [tenure], logit)).toThrow('"tenure=rent"');
  });
  test('an outcome everyone shares, one that is not 0 or 1, and nobody at all', () => {
    const constant = x.map(() => 1);
    expect(() => fitRegression(design, constant, [number('years', x)], logit)).toThrow(
      'same answer'
    );
    expect(() => fitRegression(design, x, [], logit)).toThrow('Row 2 holds 2');
    const nobody = x.map(() => NaN);
    expect(() => fitRegression(design, nobody, [], linear)).toThrow('No respondent');
  });
  test('negative weights, which calibration can leave', () => {
    const negative = fixedWeights(design, Float64Array.of(1, 1, 1, -1, 1, 1, 1, 1));
    expect(() => fitRegression(negative, y, [], linear)).toThrow('1 respondents used');
  });
});

test('more coefficients than clusters: values, but no test', () => {
  const codes = Uint32Array.of(1, 1, 1, 1, 2, 2, 2, 2);
  const design = makeDesign({ rows: 8, units: [{ codes, labels: ['a', 'b'] }] });
  const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 9);
  const fitted = fitRegression(
    design,
    x.map((v) => v * v),
    [number('x', x)],
    linear
  );
  expect(fitted).toMatchObject({ df: 1, dfResidual: 0, reason: 'no-degrees-of-freedom' });
  expect(fitted.coefficients[1]).toMatchObject({ p: null, low: null, high: null });
});
