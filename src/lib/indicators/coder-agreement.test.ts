import { expect, test } from 'vitest';
import { coderAgreement } from './coder-agreement';
import type { ClauseReview } from './records';

const read = (coder: string, scores: number[]): ClauseReview[] =>
  scores.map((score, i) => ({
    policy: 'p',
    kind: 'strength',
    clause: `clause ${i}`,
    coder,
    score,
    document: 'd',
    date: '2026-01-01'
  }));

test('agreement beyond chance: 3 of 4 alike, half expected', () => {
  // po = 3/4; pe = 1/2 x 3/4 + 1/2 x 1/4 = 1/2; kappa = 1/2
  expect(coderAgreement([...read('a', [2, 2, 0, 0]), ...read('b', [2, 2, 2, 0])])).toBeCloseTo(0.5);
});
test('one coder agrees with nobody', () => {
  expect(coderAgreement(read('a', [2, 0]))).toBeNull();
});
test('one and the same score throughout says nothing', () => {
  expect(coderAgreement([...read('a', [1, 1]), ...read('b', [1, 1])])).toBeNull();
});
test('only clauses that both read count', () => {
  expect(coderAgreement([...read('a', [2, 0, 1]), ...read('b', [2, 0])])).toBe(1);
});
