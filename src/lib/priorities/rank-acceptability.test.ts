import { expect, test } from 'vitest';
import { normalScores, rankAcceptability } from './rank-acceptability';

const diagonal = (...variances: number[]) =>
  variances.map((v, i) => variances.map((_, j) => (i === j ? v : 0)));

test('scores without error always take their own rank', () => {
  const draw = normalScores([0.2, 0.5, 0.3], diagonal(0, 0, 0));
  const found = rankAcceptability(['a', 'b', 'c'], draw);
  expect(found.map(({ median, low, high }) => [median, low, high])).toEqual([
    [3, 3, 3],
    [1, 1, 1],
    [2, 2, 2]
  ]);
  expect(found[0]!.shares).toEqual([0, 0, 1]);
});

test('two scores apart by one standard error of their difference: first in 84% of the draws', () => {
  // difference 1 with variance 1: the normal distribution is above 0 with probability .8413
  const draw = normalScores([1, 0], diagonal(0.5, 0.5));
  const [first] = rankAcceptability(['a', 'b'], draw, { draws: 20_000 });
  expect(first!.shares[0]).toBeCloseTo(0.8413, 2);
});

test('covariance counts: the same two with errors in common are told apart', () => {
  const draw = normalScores(
    [1, 0],
    [
      [0.5, 0.49],
      [0.49, 0.5]
    ]
  );
  const [first] = rankAcceptability(['a', 'b'], draw);
  expect(first!.shares[0]).toBe(1);
});

test('where the lowest score comes first, ranks turn around', () => {
  const draw = normalScores([-50, 10], diagonal(0, 0));
  const [low] = rankAcceptability(['a', 'b'], draw, { first: 'lowest' });
  expect(low!.median).toBe(1);
});

test('the same seed gives the same draws, and shares add up to 1', () => {
  const draw = normalScores([3, 2, 1], diagonal(1, 2, 3));
  const once = rankAcceptability(['a', 'b', 'c'], draw, { seed: 7 });
  expect(rankAcceptability(['a', 'b', 'c'], draw, { seed: 7 })).toEqual(once);
  for (const { shares } of once) expect(shares.reduce((sum, s) => sum + s, 0)).toBeCloseTo(1, 12);
});

test('a score that a draw does not have ranks last', () => {
  const found = rankAcceptability(['a', 'b'], () => [null, -5]);
  expect(found[0]!.shares).toEqual([0, 1]);
});
