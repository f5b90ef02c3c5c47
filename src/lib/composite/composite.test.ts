import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { weightsFrom, allocationSpread } from './allocation';
import { goalpostScore, goalpostSlope, normalize } from './normalize';
import { aggregate, effectiveWeights, indexOf, scoreAreas } from './index-scores';
import { robustnessOf } from './robustness';
import type { AreaValues, IndexDefinition, IndexIndicator } from './definition';

const need = (key: string, low = 0, high = 0.5): IndexIndicator => ({
  key,
  labels: { en: key },
  direction: 'lower-is-better',
  low,
  high
});
const zero = (size: number) => Array.from({ length: size }, () => new Array<number>(size).fill(0));
const data = (rows: number[][], variance = 0): AreaValues => {
  const covariance = zero(rows.flat().length);
  covariance.forEach((row, i) => (row[i] = variance));
  return {
    areas: rows.map((_, d) => `area-${d}`),
    indicators: rows[0]!.length,
    values: rows.flat(),
    covariance
  };
};
const definition = (weights: number[], aggregation: 'arithmetic' | 'geometric' = 'arithmetic') =>
  ({
    indicators: weights.map((_, j) => need(`n${j}`)),
    weights,
    aggregation
  }) satisfies IndexDefinition;

describe('goalposts', () => {
  test('run from 0 to 100 and are cut off outside; 100 is the greater need', () => {
    expect([-0.1, 0, 0.2, 0.5, 0.9].map((value) => goalpostScore(need('a'), value))).toEqual([
      0, 0, 40, 100, 100
    ]);
    const strength = { ...need('a'), direction: 'higher-is-better' as const };
    expect(goalpostScore(strength, 0.2)).toBeCloseTo(60, 12);
  });
  test('move by 100 over their distance, and not at all outside', () => {
    expect(goalpostSlope(need('a'), 0.2)).toBeCloseTo(200, 12);
    expect(goalpostSlope(need('a'), 0.6)).toBe(0);
  });
  test('a change in other areas changes no score: they are fixed', () => {
    const scores = normalize(need('a'), [0.1, 0.2, 0.3], 'goalposts');
    expect(normalize(need('a'), [0.1, 0.2, 0.9], 'goalposts').slice(0, 2)).toEqual(
      scores.slice(0, 2)
    );
    expect(normalize(need('a'), [0.1, 0.2, 0.9], 'min-max')[1]).not.toBe(
      normalize(need('a'), [0.1, 0.2, 0.3], 'min-max')[1]
    );
  });
});

describe('other normalizations', () => {
  test('min-max, z-score and percentile rank of 1, 2, 3', () => {
    const of = (way: 'min-max' | 'z-score' | 'percentile-rank') =>
      normalize(need('a'), [1, 2, 3], way);
    expect(of('min-max')).toEqual([0, 50, 100]);
    expect(of('z-score')).toEqual([40, 50, 60]);
    expect(of('percentile-rank')).toEqual([0, 50, 100]);
  });
  test('an indicator that does not vary puts every area in the middle', () => {
    for (const way of ['min-max', 'z-score'] as const)
      expect(normalize(need('a'), [2, 2], way)).toEqual([50, 50]);
  });
});

describe('the index', () => {
  test('arithmetic mean: .25 x 40 + .75 x 80', () => {
    expect(aggregate([40, 80], [0.25, 0.75], 'arithmetic')).toBeCloseTo(70, 12);
  });
  test('geometric mean of scores brought to 1..100: the root of 1 x 100', () => {
    expect(aggregate([0, 100], [0.5, 0.5], 'geometric')).toBeCloseTo(10, 12);
  });
  test('the geometric mean compensates less: the even area overtakes the uneven one', () => {
    const rows = data([
      [0.5, 0.05],
      [0.25, 0.25]
    ]);
    const [uneven, even] = scoreAreas(definition([0.5, 0.5]), rows, [20, 20]);
    expect(uneven).toMatchObject({ arithmeticRank: 1, geometricRank: 2 });
    expect(even).toMatchObject({ arithmeticRank: 2, geometricRank: 1 });
  });
  test('error by the delta method: slopes of 100 each, variances of .0001: root of 2', () => {
    const [area] = scoreAreas(definition([0.5, 0.5]), data([[0.1, 0.2]], 0.0001), [30]);
    // .5 x 200 = 100 for each; 100^2 x .0001 x 2 = 2
    expect(area!.se).toBeCloseTo(Math.SQRT2, 12);
  });
  test('the geometric error agrees with a small step', () => {
    const one = definition([0.3, 0.7], 'geometric');
    const values = [0.1, 0.3];
    const at = (shifted: number[]) =>
      indexOf(one.indicators, { ...one, normalization: 'goalposts', values: shifted })[0]!;
    const step = 1e-7;
    const slopes = values.map(
      (value, j) => (at(values.map((v, k) => (k === j ? value + step : v))) - at(values)) / step
    );
    const expected = Math.sqrt(slopes.reduce((sum, slope) => sum + slope * slope * 0.0001, 0));
    expect(scoreAreas(one, data([values], 0.0001), [30])[0]!.se).toBeCloseTo(expected, 4);
  });
  test('an indicator beyond its goalpost adds no error', () => {
    const [area] = scoreAreas(definition([1]), data([[0.7]], 0.01), [30]);
    expect(area).toMatchObject({ value: 100, se: 0 });
  });
  test('an indicator that varies more weighs more than it was given', () => {
    const rows = data([
      [0.0, 0.2],
      [0.5, 0.21],
      [0.25, 0.19],
      [0.4, 0.2]
    ]);
    const [first, second] = effectiveWeights(definition([0.5, 0.5]), rows);
    expect(first!).toBeGreaterThan(0.75);
    expect(first! + second!).toBeCloseTo(1, 12);
  });
});

describe('weights by allocation', () => {
  test('are the mean of what organizations gave, each counting the same', () => {
    const keys = ['a', 'b'];
    expect(
      weightsFrom(keys, [
        { a: 60, b: 40 },
        { a: 20, b: 80 }
      ])
    ).toEqual([0.4, 0.6]);
    expect(
      allocationSpread(keys, [
        { a: 60, b: 40 },
        { a: 20, b: 80 }
      ])[0]
    ).toEqual({
      key: 'a',
      least: 20,
      most: 60
    });
  });
  test('are equal where nobody gave any', () => {
    expect(weightsFrom(['a', 'b', 'c', 'd'], [])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('robustness', () => {
  test('an area worst in everything stays first in every draw', () => {
    const rows = data([
      [0.45, 0.48],
      [0.2, 0.1],
      [0.1, 0.2]
    ]);
    const { areas, meanShift } = robustnessOf(definition([0.5, 0.5]), rows);
    expect(areas[0]).toMatchObject({ median: 1, low: 1, high: 1 });
    expect(meanShift).toBeLessThan(1);
  });
  test('where only the values are unsure, the values explain every shift', () => {
    const rows = data([[0.2], [0.22], [0.24], [0.21]], 0.001);
    const { sensitivity, meanShift } = robustnessOf(definition([1]), rows);
    expect(meanShift).toBeGreaterThan(0.5);
    const of = (choice: string) => sensitivity.find((one) => one.choice === choice)!;
    expect(of('values').total).toBeGreaterThan(0.9);
    expect(of('weights').total).toBe(0);
    expect(of('aggregation').total).toBe(0);
  });
  test('where nothing can shift, nothing is explained', () => {
    const { sensitivity } = robustnessOf(definition([1]), data([[0.1], [0.2], [0.3]]));
    expect(sensitivity.every(({ first, total }) => first === null && total === null)).toBe(true);
  });
  test('the same seed gives the same answer', () => {
    const rows = data(
      [
        [0.1, 0.3],
        [0.3, 0.1],
        [0.2, 0.2]
      ],
      0.002
    );
    const one = definition([0.6, 0.4]);
    expect(robustnessOf(one, rows, 3)).toEqual(robustnessOf(one, rows, 3));
  });
});

property.prop([
  fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true })
    ),
    {
      minLength: 2,
      maxLength: 8
    }
  )
])('every index lies between 0 and 100, and a greater need never lowers it', (rows) => {
  const one = definition([0.5, 0.5]);
  const scored = scoreAreas(
    one,
    data(rows.map((row) => [...row])),
    rows.map(() => 10)
  );
  for (const { value } of scored) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(100 + 1e-9);
  }
  const more = rows.map(([a, b]) => [Math.min(1, a + 0.1), b]);
  scoreAreas(
    one,
    data(more),
    rows.map(() => 10)
  ).forEach(({ value }, d) => expect(value).toBeGreaterThanOrEqual(scored[d]!.value - 1e-9));
});
