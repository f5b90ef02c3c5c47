import { expect, test } from 'vitest';
import {
  isRandomSample,
  rangeKindOf,
  sampleTypes,
  speaksForWholeOnly,
  strictestSample
} from './sample-type';

test('only a random draw has sampling error', () => {
  expect(sampleTypes.filter(isRandomSample)).toEqual(['probability', 'address-based', 'casper']);
  for (const type of sampleTypes.filter(isRandomSample)) expect(rangeKindOf(type)).toBe('sampling');
});

test('an open survey has a model-based interval, a census attempt none', () => {
  expect(rangeKindOf('opt-in')).toBe('model');
  expect(rangeKindOf('census')).toBe('none');
  expect(rangeKindOf('administrative')).toBe('none');
});

test('where waves differ, the one that allows the fewest words decides', () => {
  expect(strictestSample(['probability', 'opt-in', 'casper'])).toBe('opt-in');
  expect(strictestSample(['probability', 'address-based'])).toBe('address-based');
  expect(strictestSample([])).toBeNull();
  for (const type of sampleTypes) expect(strictestSample([type])).toBe(type);
});

test('only a CASPER speaks for the whole community alone', () => {
  expect(sampleTypes.filter(speaksForWholeOnly)).toEqual(['casper']);
});
