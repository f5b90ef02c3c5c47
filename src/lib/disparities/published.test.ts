import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { compareEstimates, isEquivalent, seOfMargin } from './published';

test('a published margin of error of 90% is 1.645 standard errors', () => {
  expect(seOfMargin(3.29)).toBeCloseTo(2, 12);
  expect(seOfMargin(1.96, 95)).toBeCloseTo(1, 12);
});

test('two published estimates are compared by the sum of their variances', () => {
  // Handbook form: (a - b) / sqrt(se_a^2 + se_b^2) = 5 / 5 = 1, inside 1.645: not told apart
  const gap = compareEstimates(
    { value: 25, se: 3, df: null },
    { value: 20, se: 4, df: null },
    { level: 0.9 }
  );
  expect(gap).toMatchObject({ difference: 5, se: 5, statistic: 1, df: null });
  expect(gap!.high - gap!.difference).toBeCloseTo(1.6448536269514722 * 5, 10);
  expect(gap!.p).toBeCloseTo(0.31731050786291415, 10);
});

test('a survey beside a published estimate is tested by t with the degrees of freedom of the survey', () => {
  const gap = compareEstimates(
    { value: 0.38, se: 0.03, df: 19 },
    { value: 0.3, se: 0.04, df: null }
  );
  expect(gap!.df).toBe(19);
  // t(.975, 19) = 2.093024054408263
  expect(gap!.high).toBeCloseTo(0.08 + 2.093024054408263 * 0.05, 10);
});

test('a correlation lowers the standard error: V1 + V2 - 2 rho sqrt(V1 V2)', () => {
  const [a, b] = [
    { value: 1, se: 3, df: null },
    { value: 0, se: 4, df: null }
  ];
  expect(compareEstimates(a, b, { rho: 0.5 })!.se).toBeCloseTo(Math.sqrt(13), 12);
  expect(compareEstimates(a, b, { rho: 1 })!.se).toBeCloseTo(1, 12);
});

test('five-year periods that share four years: the standard error times the root of one fifth', () => {
  const [a, b] = [
    { value: 1, se: 3, df: null },
    { value: 0, se: 4, df: null }
  ];
  expect(compareEstimates(a, b, { overlap: 0.8 })!.se).toBeCloseTo(5 * Math.sqrt(0.2), 12);
});

test('what cannot be is not computed', () => {
  const fine = { value: 1, se: 1, df: null };
  expect(compareEstimates({ ...fine, se: -1 }, fine)).toBeNull();
  expect(compareEstimates(fine, fine, { rho: 1.2 })).toBeNull();
  expect(compareEstimates(fine, fine, { overlap: 1 })).toBeNull();
  expect(compareEstimates({ ...fine, df: 0 }, fine)).toBeNull();
  expect(compareEstimates({ ...fine, se: 0 }, { ...fine, se: 0 })?.p).toBeNull();
});

const anywhere = fc.record({
  value: fc.double({ min: -100, max: 100, noNaN: true }),
  se: fc.double({ min: 0, max: 50, noNaN: true }),
  df: fc.constantFrom(null, 1, 9, 40)
});

propertyTest.prop([anywhere, anywhere, fc.double({ min: -1, max: 1, noNaN: true })])(
  'the other way round, only the sign changes',
  (a, b, rho) => {
    const forward = compareEstimates(a, b, { rho })!;
    const back = compareEstimates(b, a, { rho })!;
    expect(back.difference).toBeCloseTo(-forward.difference, 9);
    expect(back.se).toBeCloseTo(forward.se, 9);
    expect(back.low).toBeCloseTo(-forward.high, 6);
  }
);

test('no change that matters is said only when the whole interval lies within the margin', () => {
  expect(isEquivalent({ low: -0.02, high: 0.03 }, 0.05)).toBe(true);
  expect(isEquivalent({ low: -0.06, high: 0.03 }, 0.05)).toBe(false);
  expect(isEquivalent({ low: -0.01, high: 0.01 }, 0)).toBe(false);
});
