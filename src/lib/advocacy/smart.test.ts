import { expect, test } from 'vitest';
import { smartProblems, type ObjectiveFacts } from './smart';

const today = '2026-11-21';
const good: ObjectiveFacts = {
  text: 'Cut the share of renters who skip meals',
  instanceKey: 'skipped-meals',
  measureText: null,
  baseline: 0.38,
  target: 0.32,
  unit: 'share',
  dueOn: '2027-06-30'
};
const codes = (change: Partial<ObjectiveFacts>) =>
  smartProblems({ ...good, ...change }, today).map((issue) => issue.code);

test('an objective with who, measure, baseline, target and day passes', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ instanceKey: null, measureText: 'council members for the fund' })).toEqual([]);
});

test('two words are not specific', () => {
  expect(codes({ text: 'Fewer meals' })).toEqual(['smart-specific']);
  expect(codes({ text: '' })).toEqual(['smart-specific']);
});

test('an objective has exactly one measure', () => {
  expect(codes({ instanceKey: null })).toEqual(['smart-measure']);
  expect(codes({ measureText: 'meals' })).toEqual(['smart-measure-twice']);
});

test('a baseline of zero is a baseline', () => {
  expect(codes({ baseline: 0 })).toEqual([]);
  expect(codes({ baseline: null })).toEqual(['smart-baseline']);
  expect(codes({ target: null })).toEqual(['smart-target']);
});

test('a target equal to the baseline is refused', () => {
  expect(codes({ target: 0.38 })).toEqual(['smart-target-is-baseline']);
});

test('a share stays between 0 and 100 percent, a count need not', () => {
  expect(codes({ target: 1.2 })).toEqual(['smart-share-range']);
  expect(codes({ unit: 'count', baseline: 4, target: 9 })).toEqual([]);
});

test('the due day comes after today', () => {
  expect(codes({ dueOn: null })).toEqual(['smart-due']);
  expect(codes({ dueOn: today })).toEqual(['smart-due-past']);
  expect(codes({ dueOn: '2026-11-22' })).toEqual([]);
});
