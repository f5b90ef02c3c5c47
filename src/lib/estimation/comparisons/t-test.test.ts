import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { compareDomains } from './compare-domains';
import { makeDesign, simpleDesign } from '../design/design';
import { estimateMean } from '../estimates/estimate-mean';
import { fitRegression } from '../models/regression';
import { estimateStandardized } from '../estimates/standardize';
import { randomSurvey, scaled } from '../random-survey.fixture';
import { tTestOfGroups, tTestOfMean } from './t-test';

const seeds = fc.integer({ min: 1, max: 1e6 });
const close = (x: number | null, digits = 9) =>
  x === null ? null : (expect.closeTo(x, digits) as number);

describe('t-tests', () => {
  test('one sample by hand: 1 to 5 against 2', () => {
    // Mean 3, standard error sqrt(2.5 / 5); the degrees of freedom lose one more than in a textbook.
    const found = tTestOfMean(simpleDesign(5), Float64Array.of(1, 2, 3, 4, 5), 2, {
      within: 'all'
    });
    expect(found).toMatchObject({ n: 5, dfTest: 3, t: close(1 / Math.sqrt(0.5)) });
  });
  test.prop([seeds])('two groups: the difference of their means, with their covariance', (seed) => {
    const { design, score, need } = randomSurvey(seed);
    const found = tTestOfGroups(design, score, need, { within: 'all' });
    const side = (value: number) => ({
      y: score,
      within: Uint8Array.from(need, (x) => (x === value ? 1 : 0))
    });
    const compared = compareDomains(design, side(1), side(0));
    expect([found.difference, found.se, found.t]).toEqual([
      close(compared.difference?.value ?? null),
      close(compared.difference?.se ?? null),
      close(compared.t)
    ]);
  });
  test.prop([seeds])('two groups: a linear regression on the group', (seed) => {
    const { design, score, need } = randomSurvey(seed);
    const found = tTestOfGroups(design, score, need, { within: 'all' });
    const { coefficients, dfResidual } = fitRegression(
      design,
      score,
      [{ name: 'need', kind: 'number', values: need }],
      { within: 'all', link: 'identity' }
    );
    const slope = coefficients[1]!;
    expect([found.difference, found.se, found.p, found.low]).toEqual([
      close(slope.value),
      close(slope.se),
      close(slope.p),
      close(slope.low)
    ]);
    expect(found.dfTest).toBe(dfResidual);
  });
  test.prop([seeds, fc.double({ min: 0.01, max: 900, noNaN: true })])(
    'scaling all weights changes nothing',
    (seed, k) => {
      const survey = randomSurvey(seed);
      const ask = ({ design, score, need }: typeof survey) =>
        tTestOfGroups(design, score, need, { within: 'all' });
      const { t, p } = ask(survey);
      expect([ask(scaled(survey, k)).t, ask(scaled(survey, k)).p]).toEqual([close(t), close(p)]);
    }
  );
  test('values near a thousand million keep their digits', () => {
    const y = Float64Array.of(1, 2, 3, 4, 5, 7);
    const group = Float64Array.of(0, 0, 0, 1, 1, 1);
    const ask = (shift: number) =>
      tTestOfGroups(
        simpleDesign(6),
        y.map((x) => x + shift),
        group,
        { within: 'all' }
      ).t;
    expect(ask(1e9)).toBe(ask(0));
  });
  test('a constant is not tested: a difference without a p', () => {
    const found = tTestOfGroups(
      simpleDesign(4),
      Float64Array.of(3, 3, 3, 3),
      Float64Array.of(0, 0, 1, 1),
      { within: 'all' }
    );
    expect(found).toMatchObject({ difference: 0, t: null, p: null, reason: 'no-variance' });
  });
  test('a group without weight has no difference', () => {
    const design = makeDesign({ rows: 4, weights: Float64Array.of(1, 1, 0, 0) });
    const found = tTestOfGroups(design, Float64Array.of(1, 2, 3, 4), Float64Array.of(0, 0, 1, 1), {
      within: 'all'
    });
    expect(found).toMatchObject({ difference: null, p: null, reason: 'no-positive-weight' });
  });
  test('a group that is neither 0 nor 1 is refused with its row', () => {
    const y = Float64Array.of(1, 2);
    expect(() =>
      tTestOfGroups(simpleDesign(2), y, Float64Array.of(0, 2), { within: 'all' })
    ).toThrow('Row 2 holds 2');
  });
});

describe('standardized means', () => {
  test('by hand: rates .5 and .2 at shares .25 and .75', () => {
    const strata = { codes: Uint32Array.of(1, 1, 2, 2, 2, 2, 2), labels: ['young', 'old'] };
    const y = Float64Array.of(1, 0, 1, 0, 0, 0, 0);
    const found = estimateStandardized(simpleDesign(7), y, strata, [10, 30], { within: 'all' });
    expect(found).toMatchObject({
      means: [0.5, close(0.2)],
      value: close(0.275),
      crude: close(2 / 7)
    });
  });
  test.prop([seeds])('one stratum: the mean itself', (seed) => {
    const { design, score } = randomSurvey(seed);
    const strata = { codes: new Uint8Array(score.length).fill(1), labels: ['all'] };
    const found = estimateStandardized(design, score, strata, [7], { within: 'all' });
    const mean = estimateMean(design, score, { within: 'all' });
    expect([found.value, found.se, found.low]).toEqual([
      close(mean.value),
      close(mean.se),
      close(mean.low)
    ]);
  });
  test('a stratum nobody is in: undefined, not a guess', () => {
    const strata = { codes: Uint32Array.of(1, 1, 1), labels: ['young', 'old'] };
    const found = estimateStandardized(simpleDesign(3), Float64Array.of(1, 0, 1), strata, [1, 1], {
      within: 'all'
    });
    expect(found).toMatchObject({
      means: [close(2 / 3), null],
      value: null,
      se: null,
      low: null,
      reason: 'no-positive-weight'
    });
  });
  test('a standard that does not fit the strata is refused', () => {
    const strata = { codes: Uint32Array.of(1), labels: ['all'] };
    expect(() =>
      estimateStandardized(simpleDesign(1), Float64Array.of(1), strata, [1, 2], { within: 'all' })
    ).toThrow('standard');
  });
});
