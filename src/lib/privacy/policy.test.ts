import { describe, expect, test } from 'vitest';
import { defaultThreshold, policyFor, strictestPolicy } from './policy';

const sample = { sampleType: 'probability', population: 200_000, responses: 1200 } as const;
const codes = (input: Parameters<typeof policyFor>[0]): string[] => {
  const policy = policyFor(input);
  return policy.ok ? [] : policy.issues.map((issue) => issue.code);
};

describe('the threshold follows the sample type', () => {
  test('a thin probability sample starts at 5', () => {
    expect(defaultThreshold(sample)).toBe(5);
  });
  test('a sample of a tenth of its people or more starts at 11', () => {
    expect(defaultThreshold({ ...sample, population: 12_000 })).toBe(11);
  });
  test('an unknown population starts at 11', () => {
    expect(defaultThreshold({ ...sample, population: null })).toBe(11);
  });
  test.each(['census', 'membership', 'opt-in', 'administrative'] as const)('%s: 11', (type) => {
    expect(defaultThreshold({ ...sample, sampleType: type })).toBe(11);
  });
});

describe('a policy is refused', () => {
  test('without a sample type', () => {
    expect(codes({ ...sample, sampleType: null })).toEqual(['sample-type-missing']);
  });
  test('with a threshold that is not offered', () => {
    expect(codes({ ...sample, threshold: 3, thresholdReason: 'small town' })).toEqual([
      'threshold-not-offered'
    ]);
  });
  test('with another threshold and no reason', () => {
    expect(codes({ ...sample, threshold: 11, thresholdReason: '  ' })).toEqual([
      'threshold-reason-missing'
    ]);
  });
});

test('a table over two waves takes the larger threshold and says open survey when one wave is', () => {
  const thin = policyFor(sample);
  const open = policyFor({ ...sample, sampleType: 'opt-in' });
  if (!thin.ok || !open.ok) throw new Error('both policies are valid');
  expect(strictestPolicy([thin.value, open.value])).toMatchObject({
    threshold: 11,
    sampleType: 'opt-in'
  });
});
