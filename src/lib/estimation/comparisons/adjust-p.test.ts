import { expect, test } from 'vitest';
import { adjustP } from './adjust-p';

test('Benjamini-Hochberg on ten p-values (R 4.2.2 p.adjust)', () => {
  const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
  const q = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714285714, 0.216, 0.216, 0.216];
  expect(adjustP(p, 'BH')).toEqual(q.map((x) => expect.closeTo(x, 11) as number));
});

test('a missing p stays missing and does not count', () => {
  expect(adjustP([0.01, null, 0.04], 'bonferroni')).toEqual([0.02, null, 0.08]);
});

test('no method makes a p-value smaller or larger than 1', () => {
  const p = [0.9, 0.001, 0.5, 0.02, 0.02, 0.3];
  for (const method of ['bonferroni', 'holm', 'hochberg', 'hommel', 'BH', 'BY'] as const)
    adjustP(p, method).forEach((q, i) => {
      expect(q).toBeGreaterThanOrEqual(p[i] ?? 0);
      expect(q).toBeLessThanOrEqual(1);
    });
});
