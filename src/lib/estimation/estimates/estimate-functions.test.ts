import { describe, expect, test } from 'vitest';
import { makeDesign } from '../design/design';
import { estimateByGroup } from './estimate-by-group';
import { estimateFunctions } from './estimate-functions';
import { estimateMean, estimateRatio } from './estimate-mean';
import type { SmoothFunction } from './estimate-functions';

const keys = (values: string[]) => {
  const labels = [...new Set(values)];
  return { labels, codes: Uint8Array.from(values, (value) => labels.indexOf(value) + 1) };
};
const design = makeDesign({
  rows: 8,
  weights: Float64Array.of(1, 2, 1.5, 3, 2, 2, 1, 4),
  strata: keys(['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b']),
  units: [keys(['1', '1', '2', '2', '3', '3', '4', '5'])]
});
const y = Float64Array.of(1, 3, 2, 5, 4, 4, 1, 2);
const x = Float64Array.of(2, 2, 1, 4, 3, 5, 2, 2);
const mean = (column: Float64Array): SmoothFunction => ({
  means: [column],
  value: ([m]) => m!,
  slopes: () => [1]
});

test('a ratio of large numbers to small ones keeps the digits of its error', () => {
  const above = Float64Array.of(3, 5, 4, 9, 6, 2);
  const below = Float64Array.of(1, 2, 1, 3, 2, 1);
  const weights = Float64Array.of(1, 4, 2, 1, 3, 2);
  const sample = makeDesign({ rows: 6, weights });
  const far = above.map((x, i) => x + 1e9 * below[i]!);
  const [plain, large] = [above, far].map((x) =>
    estimateRatio(sample, x, below, { within: 'all' })
  );
  expect(large!.value! - 1e9).toBeCloseTo(plain!.value!, 6);
  expect(large!.se).toBeCloseTo(plain!.se!, 9);
});

describe('functions of means', () => {
  test('a mean by itself has the estimate and error of a mean', () => {
    const [found] = estimateFunctions(design, [mean(y)]).estimates;
    const expected = estimateMean(design, y, { within: 'all' });
    for (const part of ['value', 'se', 'low', 'high', 'df', 'n', 'psus'] as const)
      expect(found![part]).toBeCloseTo(expected[part]!, 12);
  });

  test('one mean over another is the ratio with its linearized error', () => {
    const ratio: SmoothFunction = {
      means: [y, x],
      value: ([a, b]) => a! / b!,
      slopes: ([a, b]) => [1 / b!, -a! / (b! * b!)]
    };
    const [found] = estimateFunctions(design, [ratio]).estimates;
    const expected = estimateRatio(design, y, x, { within: 'all' });
    expect(found!.value).toBeCloseTo(expected.value!, 12);
    expect(found!.se).toBeCloseTo(expected.se!, 12);
  });

  test('means over parts of the rows have the covariance of groups', () => {
    const isFirst = [1, 0, 1, 0, 1, 1, 0, 0];
    const part = (of: number) => y.map((value, i) => (isFirst[i] === of ? value : NaN));
    const { covariance } = estimateFunctions(design, [mean(part(1)), mean(part(0))]);
    const expected = estimateByGroup(
      design,
      y,
      { labels: ['in', 'out'], codes: Uint8Array.from(isFirst, (one) => (one ? 1 : 2)) },
      { statistic: 'mean', within: 'all' }
    ).covariance;
    covariance.forEach((row, a) =>
      row.forEach((entry, b) => expect(entry).toBeCloseTo(expected![a]![b]!, 12))
    );
  });

  test('what cannot be known is null with a reason, and leaves the others as they were', () => {
    const nothing = new Float64Array(8).fill(NaN);
    const { estimates, covariance } = estimateFunctions(design, [mean(nothing), mean(y)]);
    expect(estimates[0]).toMatchObject({ value: null, reason: 'no-positive-weight', n: 0 });
    expect(estimates[1]!.value).not.toBeNull();
    expect(covariance[0]).toEqual([0, 0]);
  });
});
