import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { trendOf } from './trend';

const diagonal = (...variances: number[]): Float64Array => {
  const k = variances.length;
  const v = new Float64Array(k * k);
  variances.forEach((variance, i) => (v[i * k + i] = variance));
  return v;
};

test('with equal variances the slope is that of least squares', () => {
  // times 0, 2, 3 and values 1, 2, 4: slope = sum (x - 5/3)(y - 7/3) / sum (x - 5/3)^2 = 13/14
  const trend = trendOf([2020, 2022, 2023], [1, 2, 4], diagonal(4, 4, 4))!;
  expect(trend.slope).toBeCloseTo(13 / 14, 10);
  expect(trend.se).toBeCloseTo(Math.sqrt(4 / (14 / 3)), 10);
});

test('a wave with a large variance counts little', () => {
  const trend = trendOf([0, 1, 2], [0, 9, 2], diagonal(1, 1e8, 1))!;
  expect(trend.slope).toBeCloseTo(1, 6);
});

test('covariance of the waves is used: differences of a panel are known better than its levels', () => {
  const panel = Float64Array.from([1, 0.9, 0.9, 0.9, 1, 0.9, 0.9, 0.9, 1]);
  const apart = trendOf([0, 1, 2], [0, 1, 2], diagonal(1, 1, 1))!;
  const joint = trendOf([0, 1, 2], [0, 1, 2], panel)!;
  expect(joint.slope).toBeCloseTo(1, 10);
  // equal correlations: the variance of a contrast shrinks by 1 - rho
  expect(joint.se / apart.se).toBeCloseTo(Math.sqrt(0.1), 10);
});

test('two waves, waves at one time, and a covariance without an inverse have no trend', () => {
  expect(trendOf([0, 1], [0, 1], diagonal(1, 1))).toBeNull();
  expect(trendOf([0, 0, 1], [0, 1, 2], diagonal(1, 1, 1))).toBeNull();
  expect(trendOf([0, 1, 2], [0, 1, 2], diagonal(1, 0, 1))).toBeNull();
});

propertyTest.prop([
  fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 3, maxLength: 6 }),
  fc.double({ min: -5, max: 5, noNaN: true }),
  fc.double({ min: -5, max: 5, noNaN: true })
])('points on a line give the line, whatever their variances', (variances, at, slope) => {
  const times = variances.map((_, i) => i * 1.5);
  const values = times.map((time) => at + slope * time);
  expect(trendOf(times, values, diagonal(...variances))!.slope).toBeCloseTo(slope, 8);
});
