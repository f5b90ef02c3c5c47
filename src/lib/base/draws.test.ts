import { expect, test } from 'vitest';
import { dirichletDraw, lowerRoot, normalDraw } from './draws';
import { seededRandom } from './random';

test('the root of a covariance gives it back', () => {
  // 4 2 / 2 3 = (2 0 / 1 root 2) times its mirror
  expect(
    [
      ...lowerRoot([
        [4, 2],
        [2, 3]
      ])
    ].map((x) => x * x)
  ).toEqual([4, 0, 1, expect.closeTo(2, 12)]);
});

test('a variance of 0 draws the mean itself, whatever the others do', () => {
  const root = lowerRoot([
    [0, 0],
    [0, 1]
  ]);
  const random = seededRandom(1);
  expect(normalDraw([5, 0], root, random)[0]).toBe(5);
});

test('perfectly correlated values move together', () => {
  const root = lowerRoot([
    [1, 2],
    [2, 4]
  ]);
  const random = seededRandom(2);
  for (let i = 0; i < 20; i++) {
    const [a, b] = normalDraw([0, 0], root, random);
    expect(b).toBeCloseTo(2 * a!, 9);
  }
});

test('draws have the mean and the covariance they were drawn from', () => {
  const covariance = [
    [1, 0.6],
    [0.6, 2]
  ];
  const root = lowerRoot(covariance);
  const random = seededRandom(3);
  const draws = Array.from({ length: 20_000 }, () => normalDraw([1, -1], root, random));
  const mean = (of: (draw: number[]) => number) =>
    draws.reduce((sum, draw) => sum + of(draw), 0) / draws.length;
  expect(mean(([a]) => a!)).toBeCloseTo(1, 1);
  expect(mean(([a, b]) => (a! - 1) * (b! + 1))).toBeCloseTo(0.6, 1);
  expect(mean(([, b]) => (b! + 1) ** 2)).toBeCloseTo(2, 1);
});

test('Dirichlet weights add up to 1, keep a weight of 0, and spread around the weights given', () => {
  const random = seededRandom(4);
  const draws = Array.from({ length: 5000 }, () => dirichletDraw([0.5, 0.3, 0.2, 0], 50, random));
  for (const draw of draws) expect(draw.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  expect(draws.every((draw) => draw[3] === 0)).toBe(true);
  const share = draws.map(([first]) => first!);
  const mean = share.reduce((sum, w) => sum + w, 0) / share.length;
  const variance = share.reduce((sum, w) => sum + (w - mean) ** 2, 0) / share.length;
  expect(mean).toBeCloseTo(0.5, 2);
  // Dirichlet: w (1 - w) / (concentration + 1)
  expect(variance).toBeCloseTo(0.25 / 51, 3);
});
