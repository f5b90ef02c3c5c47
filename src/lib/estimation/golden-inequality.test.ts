import { describe, expect, test } from 'vitest';
import { estimateDeprivation } from './estimates/alkire-foster';
import { estimateConcentration } from './inequality/concentration';
import { measureDisparity, profileGroups } from './inequality/disparity';
import {
  attributableFraction,
  betweenGroupVariance,
  extreme,
  indexOfDisparity,
  weightedIndexOfDisparity
} from './inequality/disparity-measures';
import { design, housing, keys, number, within } from '../../../tests/fixtures/golden';
import { estimateSlopeIndex } from './inequality/slope-index';

describe('golden households: deprivation in four needs, half of them from the cutoff on', () => {
  const indicators = ['housing', 'food', 'health', 'transit'].map(number);
  const found = estimateDeprivation(design, indicators, { within, cutoff: 0.5 });

  test.each([
    ['headcount', found.headcount, 0.53814740163, 0.126511167508],
    ['adjusted headcount', found.adjusted, 0.314446586627, 0.0797574339664],
    ['intensity', found.intensity, 0.584313118812, 0.0226755194505]
  ])('%s', (_, { value, se }, expected, error) => {
    expect(value).toBeCloseTo(expected, 11);
    expect(se).toBeCloseTo(error, 11);
  });
  test('contributions of the needs', () => {
    const expected = [0.257361035631, 0.400916907041, 0.157588172178, 0.18413388515];
    found.contributions.forEach(({ value }, j) => expect(value).toBeCloseTo(expected[j]!, 11));
  });
});

describe('golden households: housing by income fifths', () => {
  test('concentration index, relative and absolute', () => {
    const { index, generalized } = estimateConcentration(design, housing, number('inc5'), {
      within
    });
    expect(index.value).toBeCloseTo(0.319375088597, 11);
    expect(generalized.value).toBeCloseTo(0.109747927211, 11);
  });
  test('slope index of a line on people', () => {
    const { slope } = estimateSlopeIndex(design, housing, keys('inc5'), {
      within,
      model: 'linear'
    });
    expect(slope.value).toBeCloseTo(0.706291102865, 11);
    expect(slope.se).toBeCloseTo(0.182752243991, 11);
  });
  test('slope index and relative index of a logistic curve on people', () => {
    const { slope, ratio } = estimateSlopeIndex(design, housing, keys('inc5'), {
      within,
      model: 'logit'
    });
    expect(slope.value).toBeCloseTo(0.66019143383, 9);
    expect(ratio.value).toBeCloseTo(10.5565404767, 7);
  });
});

describe('golden households: housing by age', () => {
  const profile = profileGroups(design, housing, keys('age'), { within });
  const lowest = extreme(profile.rates.rates, 'lowest');

  test.each([
    ['between-group variance', betweenGroupVariance, 0.00201408215687, 13],
    ['index of disparity', indexOfDisparity, 10.5398142778, 9],
    ['weighted index of disparity', weightedIndexOfDisparity, 10.899426439, 8],
    ['population attributable fraction', attributableFraction(lowest, true), -16.1904722014, 9]
  ])('%s', (_, measure, expected, digits) => {
    expect(measureDisparity(profile, measure).value).toBeCloseTo(expected, digits);
  });
});
