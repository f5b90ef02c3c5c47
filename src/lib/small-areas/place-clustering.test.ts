import { describe, expect, test } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { clusteringOfPlaces, intraclassCorrelation } from './place-clustering';

const places = (sigma: number, seed = 5) => {
  const random = seededRandom(seed);
  return Array.from({ length: 20 }, (_, d) => ({
    id: String(d),
    value: 0.4 + sigma * random.normal() + 0.07 * random.normal(),
    variance: 0.07 ** 2,
    isReleased: true
  }));
};

test('likeness of neighbors: a design effect of 2 with 21 per place is one in twenty', () => {
  expect(intraclassCorrelation(2, 21)).toBeCloseTo(0.05, 12);
  expect(intraclassCorrelation(1, 10)).toBe(0);
  expect(intraclassCorrelation(1.4, 1)).toBeNull();
});

describe('places that differ', () => {
  test('show variance between them and a test that says so', () => {
    const found = clusteringOfPlaces(places(0.12), 0.4);
    if (typeof found === 'string') throw new Error(found);
    expect(found.betweenVariance).toBeGreaterThan(0.005);
    expect(found.share).toBeCloseTo(found.betweenVariance / 0.24, 12);
    expect(found).toMatchObject({ areas: 20, df: 19 });
    expect(found.p).toBeLessThan(0.001);
  });
  test('that do not differ are called so in about 19 of 20 samples', () => {
    const tests = Array.from({ length: 400 }, (_, s) => clusteringOfPlaces(places(0, s + 1)));
    const found = tests.filter((one) => typeof one !== 'string' && one.p < 0.05).length;
    expect(found / 400).toBeGreaterThan(0.02);
    expect(found / 400).toBeLessThan(0.09);
  });
  test('must be eight that may be shown', () => {
    expect(clusteringOfPlaces(places(0.1).slice(0, 7))).toBe('too-few-areas');
  });
});
