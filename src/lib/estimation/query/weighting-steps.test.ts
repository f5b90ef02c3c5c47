import { expect, test } from 'vitest';
import { makeDesign } from '../design/design';
import { applySteps } from './weighting-steps';
import type { DataSource } from './data-source';

/** Six respondents in two groups, in two PSUs by turns. */
const labels = ['a', 'b'];
const codes = Uint8Array.of(1, 1, 1, 2, 2, 2);
const source: DataSource = {
  rows: 6,
  names: ['group'],
  column: (name) => (name === 'group' ? { kind: 'text', codes, labels } : null)
};
const weights = Float64Array.of(9, 1, 1, 1, 1, 1);
/** Per PSU, by what each replicate multiplies its weights. */
const factors = [
  [2, 1, 0.5, 1.5],
  [0.5, 1, 2, 1]
];
const columns = factors[0]!.map((_, r) => weights.map((w, i) => w * factors[i % 2]![r]!));
const design = makeDesign({
  rows: 6,
  weights,
  replicates: { kind: 'bootstrap', columns, combined: true }
});

const cells = (totals: Record<string, number>) =>
  Object.entries(totals).map(([group, total]) => ({ key: { group }, total }));
const calibrateTo = (totals: Record<string, number>) => () =>
  applySteps(source, design, [{ op: 'calibrate', formula: 'group', totals, calfun: 'linear' }]);

test('replicates that each meet the totals have the degrees of freedom of their own weights', () => {
  expect(design.dfFull).toBe(1);
  const step = { op: 'poststratify', vars: ['group'], cells: cells({ a: 10, b: 10 }) };
  const met = applySteps(source, design, [step]);
  // PSUs weigh 10:1 in one group and 1:2 in the other, so each group changes a replicate its own way.
  expect(met.dfFull).toBe(2);
});

test('trimming changes no degrees of freedom', () => {
  const trimmed = applySteps(source, design, [{ op: 'trim', upper: 4 }]);
  expect(trimmed.weights[0]).toBe(4);
  expect(trimmed.dfFull).toBe(1);
});

test('a level without a total and a total without a level are refused by name', () => {
  expect(calibrateTo({ '(Intercept)': 20 })).toThrow(
    '3 respondents are in the category "b" of group, which has no target.'
  );
  expect(calibrateTo({ '(Intercept)': 20, groupb: 8, groupc: 3 })).toThrow(
    'No respondent is in the category "c" of group, whose target is 3.'
  );
});

test('a total of something the formula leaves out is refused', () => {
  expect(calibrateTo({ '(Intercept)': 20, groupb: 8, age: 900 })).toThrow(
    'no total of "age", which the formula does not name'
  );
});
