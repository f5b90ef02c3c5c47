import { expect, test } from 'vitest';
import { answersNeeded, detectableChange, plannedSe } from './detectable';

test('with 80% power, 2.8 standard errors of the change can be seen', () => {
  // 1.959963984540054 + 0.8416212335729143
  expect(detectableChange(1)).toBeCloseTo(2.8015852181129683, 10);
  expect(detectableChange(0.02, { alpha: 0.1, power: 0.9 })).toBeCloseTo(
    0.02 * (1.6448536269514722 + 1.2815515655446004),
    10
  );
});

test('a planned wave: the square root of deff p (1 - p) / n', () => {
  expect(plannedSe({ share: 0.5, answers: 400, deff: 1 })).toBeCloseTo(0.025, 12);
  expect(plannedSe({ share: 0.5, answers: 400, deff: 4 })).toBeCloseTo(0.05, 12);
});

test('the answers needed for a change are those whose plan sees just that change', () => {
  const needed = answersNeeded(0.38, 0.32, 1.6)!;
  const se = Math.hypot(
    plannedSe({ share: 0.35, answers: needed, deff: 1.6 }),
    plannedSe({ share: 0.35, answers: needed, deff: 1.6 })
  );
  expect(detectableChange(se)).toBeLessThanOrEqual(0.06);
  expect(detectableChange(se)).toBeCloseTo(0.06, 4);
  expect(answersNeeded(0.4, 0.4, 1)).toBeNull();
});
