import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
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

test.prop([
  fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  fc.integer({ min: 100, max: 5000 }),
  fc.double({ min: 0.5, max: 4, noNaN: true }),
  fc.double({ min: 0.02, max: 0.2, noNaN: true })
])(
  'the answers needed are the fewest whose plan sees the change',
  (share, answers, deff, change) => {
    const last = { share, answers, deff };
    const seenWith = (next: number) =>
      detectableChange(Math.hypot(plannedSe(last), plannedSe({ ...last, answers: next })));
    const needed = answersNeeded(change, last);
    if (needed === null) expect(seenWith(1e12)).toBeGreaterThanOrEqual(change * (1 - 1e-6));
    else {
      expect(seenWith(needed)).toBeLessThanOrEqual(change * (1 + 1e-9));
      if (needed > 1) expect(seenWith(needed - 1)).toBeGreaterThan(change * (1 - 1e-9));
    }
  }
);
