import { expect, test } from 'vitest';
import { csvSource } from '../../../../tests/conformance/csv-source';
import { readDesign } from './read-design';
import type { Spec } from './spec';

const source = csvSource('w,r1,r2,r3,r4\n5,10,0,10,0\n7,0,14,0,14\n6,12,0,0,12\n4,0,8,8,0\n');
const scaleOf = (spec: Spec) =>
  readDesign(source, {
    type: 'replicate',
    weights: 'w',
    repweights_pattern: '^r\\d',
    combined: true,
    ...spec
  }).replicates?.scale;

test('kinds with a scale of their own take no other', () => {
  expect(scaleOf({ rep_type: 'BRR', scale: 9 })).toBe(1 / 4);
  expect(scaleOf({ rep_type: 'Fay', rho: 0.5, scale: 9 })).toBe(1);
  expect(scaleOf({ rep_type: 'ACS', scale: 9 })).toBe(1);
});

test('the scale of a jackknife and of a bootstrap is as given', () => {
  expect(scaleOf({ rep_type: 'JK1', scale: 0.9 })).toBe(0.9);
  expect(scaleOf({ rep_type: 'bootstrap', scale: 0.25 })).toBe(0.25);
  expect(scaleOf({ rep_type: 'JK1' })).toBe(3 / 4);
});
