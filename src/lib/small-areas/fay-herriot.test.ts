import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { benchmarked, modelAreas, smoothedVariances } from './fay-herriot';
import type { DirectArea, SmallAreaModel } from './fay-herriot';

const area = (value: number, variance: number, more: Partial<DirectArea> = {}): DirectArea => ({
  id: String(value),
  value,
  variance,
  isReleased: true,
  ...more
});
const modelled = (direct: readonly DirectArea[]): SmallAreaModel => {
  const found = modelAreas(direct);
  if (typeof found === 'string') throw new Error(found);
  return found;
};

/** Eight to twenty areas with different amounts of data. */
const drawnAreas = fc.integer({ min: 1, max: 1e6 }).map((seed) => {
  const random = seededRandom(seed);
  return Array.from({ length: random.integer(8, 20) }, () => {
    const truth = 0.3 + 0.1 * random.normal();
    const psi = 0.002 + 0.01 * random.next();
    return area(truth + Math.sqrt(psi) * random.normal(), psi);
  });
});

describe('the model', () => {
  test('by hand: eight areas of equal variance', () => {
    const values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
    const { areas, betweenVariance, coefficients } = modelled(values.map((y) => area(y, 0.02)));
    // S^2 = 0.06, sigma^2 = 0.06 - 0.02, gamma = 0.04 / 0.06
    expect(betweenVariance).toBeCloseTo(0.04, 12);
    expect(coefficients[0]).toBeCloseTo(0.45, 12);
    expect(areas[0]!.gamma).toBeCloseTo(2 / 3, 12);
    expect(areas[0]!.value).toBeCloseTo((2 / 3) * 0.1 + 0.45 / 3, 12);
    // 2/3 x 0.02 + 1/9 x 0.06/8 + 2 x 0.0004/0.06^3 x 2/64 x 8 x 0.0036
    const mse = 0.04 / 3 + 0.06 / 72 + ((2 * 0.0004) / 0.06 ** 3) * (2 / 64) * 8 * 0.0036;
    expect(areas[0]!.rmse ** 2).toBeCloseTo(mse, 12);
  });

  test.prop([drawnAreas])(
    'puts every area between its own value and what is expected of it',
    (direct) => {
      for (const { direct: y, expected, value, gamma } of modelled(direct).areas) {
        expect(gamma).toBeGreaterThanOrEqual(0);
        expect(gamma).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThanOrEqual(Math.min(y, expected) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(y, expected) + 1e-12);
      }
    }
  );

  test.prop([drawnAreas])('trusts an area the more the more data it has', (direct) => {
    const { areas } = modelled(direct);
    const byData = areas.map(({ gamma }, d) => ({ gamma, psi: direct[d]!.variance! }));
    byData.sort((a, b) => a.psi - b.psi);
    byData.slice(1).forEach(({ gamma }, d) => expect(gamma).toBeLessThanOrEqual(byData[d]!.gamma));
  });

  test.prop([drawnAreas, fc.double({ min: -3, max: 3, noNaN: true })])(
    'moves with all values, and not with a covariate that says nothing',
    (direct, by) => {
      const moved = modelled(direct.map((one) => ({ ...one, value: one.value! + by })));
      modelled(direct).areas.forEach(({ value }, d) =>
        expect(moved.areas[d]!.value).toBeCloseTo(value + by, 9)
      );
    }
  );

  test('with a covariate follows its line where own data say little', () => {
    const direct = Array.from({ length: 12 }, (_, d) =>
      area(0.1 + 0.05 * d, 0.01, { covariate: d })
    );
    const { coefficients, areas, betweenVariance } = modelled(direct);
    expect(coefficients[0]).toBeCloseTo(0.1, 12);
    expect(coefficients[1]).toBeCloseTo(0.05, 12);
    expect(betweenVariance).toBe(0);
    expect(areas[7]).toMatchObject({ gamma: 0, isMostlyExpected: true });
    expect(areas[7]!.value).toBeCloseTo(0.45, 12);
  });
});

describe('no model', () => {
  const eight = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((y) => area(y, 0.02));
  test('of fewer than eight areas that may be shown', () => {
    expect(modelAreas(eight.slice(1))).toBe('too-few-areas');
    expect(modelAreas([...eight.slice(1), area(0.1, 0.02, { isReleased: false })])).toBe(
      'too-few-areas'
    );
    expect(modelAreas([...eight.slice(1), { ...eight[0]!, value: null }])).toBe('too-few-areas');
  });
  test('where an area has no variance', () => {
    expect(modelAreas([...eight, area(1, 0)])).toBe('variance-not-positive');
  });
  test('with a covariate that some lack, or that never varies', () => {
    expect(modelAreas([...eight, area(0.2, 0.02, { covariate: 3 })])).toBe('covariate-missing');
    expect(modelAreas(eight.map((one) => ({ ...one, covariate: 7 })))).toBe('covariate-constant');
  });
});

test('a suppressed area appears nowhere and changes nothing', () => {
  const shown = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((y) => area(y, 0.02));
  const secret = area(0.99, 0.001, { id: 'secret', isReleased: false });
  expect(modelled([...shown, secret])).toEqual(modelled(shown));
});

test('smoothed variances use the mean design effect and everybody together', () => {
  const areas = [
    { n: 50, deff: 1.2 },
    { n: 10, deff: 1.8 },
    { n: 0, deff: null }
  ];
  const [large, small, none] = smoothedVariances(areas, 0.4);
  expect(large).toBeCloseTo((1.5 * 0.24) / 50, 14);
  expect(small).toBeCloseTo((1.5 * 0.24) / 10, 14);
  expect(none).toBeNull();
  expect(smoothedVariances(areas, 1)).toEqual([null, null, null]);
});

test.prop([drawnAreas, fc.double({ min: 0.1, max: 0.6, noNaN: true })])(
  'benchmarked areas add up to the total',
  (direct, rate) => {
    const model = modelled(direct);
    const sizes = model.areas.map((_, d) => 100 + 10 * d);
    const total = rate * sizes.reduce((a, b) => a + b, 0);
    const found = benchmarked(model, sizes, total);
    if (!found) return;
    const sum = found.model.areas.reduce((all, { value }, d) => all + sizes[d]! * value, 0);
    expect(sum / total).toBeCloseTo(1, 12);
  }
);

/** Mean square errors of direct and modelled values, and how often the range holds the truth. */
function simulate(areas: number, sigma: number, psiOf: (d: number) => number, runs: number) {
  const random = seededRandom(31 + areas);
  const sums = { direct: 0, modelled: 0, told: 0, held: 0 };
  for (let run = 0; run < runs; run++) {
    const truths = Array.from({ length: areas }, () => 0.35 + sigma * random.normal());
    const direct = truths.map((truth, d) =>
      area(truth + Math.sqrt(psiOf(d)) * random.normal(), psiOf(d))
    );
    modelled(direct).areas.forEach(({ direct: y, value, rmse, low, high }, d) => {
      sums.direct += (y - truths[d]!) ** 2;
      sums.modelled += (value - truths[d]!) ** 2;
      sums.told += rmse ** 2;
      if (low <= truths[d]! && truths[d]! <= high) sums.held++;
    });
  }
  return {
    ratio: sums.modelled / sums.direct,
    told: sums.told / sums.modelled,
    held: sums.held / (areas * runs)
  };
}

describe('in many samples', () => {
  // Proportions of about .35 from 20 to 60 respondents with a design effect of 1.5.
  const psi = (d: number): number => (1.5 * 0.35 * 0.65) / (20 + 10 * (d % 5));
  test.each([
    [12, 0.09],
    [30, 0.09]
  ])(
    'of %i areas that differ by %d the model halves the error and its ranges hold',
    (areas, sigma) => {
      const { ratio, told, held } = simulate(areas, sigma, psi, 1500);
      expect(ratio).toBeGreaterThan(0.4);
      expect(ratio).toBeLessThan(0.7);
      expect(told).toBeGreaterThan(0.93);
      expect(held).toBeGreaterThan(0.93);
      expect(held).toBeLessThan(0.98);
    }
  );
  test('of areas that hardly differ it leaves a fifth of the error and tells rather too much of it', () => {
    const { ratio, told, held } = simulate(12, 0.01, psi, 1500);
    expect(ratio).toBeLessThan(0.35);
    expect(told).toBeGreaterThan(1);
    expect(held).toBeGreaterThan(0.95);
  });
});
