import { describe, expect, test } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { congruence, interactionContrasts } from './contrasts';
import { cholesky, eigenvalues, quadraticForm, trace, whitened } from './symmetric';

const random = seededRandom(3);
const size = 6;
const root = Float64Array.from({ length: size * size }, () => random.normal());
const positive = congruence(
  { rows: size, columns: size, at: root },
  Float64Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0))
);

describe('symmetric matrices', () => {
  test('eigenvalues of a 2 by 2 matrix, by hand', () => {
    expect(eigenvalues(Float64Array.of(2, 1, 1, 2), 2)).toEqual([
      expect.closeTo(3, 14),
      expect.closeTo(1, 14)
    ]);
  });
  test('eigenvalues sum to the trace, their squares to the sum of squares', () => {
    const values = eigenvalues(positive, size);
    expect(values.reduce((s, x) => s + x, 0)).toBeCloseTo(trace(positive, size), 10);
    expect(values.reduce((s, x) => s + x * x, 0)).toBeCloseTo(
      positive.reduce((s, x) => s + x * x, 0),
      9
    );
  });
  test('whitening a matrix by itself leaves ones', () => {
    const lower = cholesky(positive, size)!;
    const values = eigenvalues(whitened(lower, positive, size), size);
    for (const value of values) expect(value).toBeCloseTo(1, 8);
  });
  test('a quadratic form of a diagonal matrix, by hand', () => {
    const lower = cholesky(Float64Array.of(4, 0, 0, 9), 2)!;
    expect(quadraticForm(lower, Float64Array.of(2, 3))).toBeCloseTo(2, 14);
  });
  test('a row that repeats another is not positive definite', () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 4), 2)).toBeNull();
  });
});

test('interaction contrasts see no row effect and no column effect', () => {
  const { rows, columns, at } = interactionContrasts(3, 4);
  expect([rows, columns]).toEqual([6, 12]);
  for (let k = 0; k < rows; k++)
    for (let r = 0; r < 3; r++) {
      const line = [...at.subarray(k * 12 + r * 4, k * 12 + r * 4 + 4)];
      expect(line.reduce((s, x) => s + x, 0)).toBeCloseTo(0, 14);
    }
});
