import { expect, test } from 'vitest';
import { release } from '$lib/privacy/release';
import { accessBarriers } from './mezzo/access-barriers';
import { contextOf } from './responses.fixture';
import type { ReleasePolicy } from '$lib/privacy/policy';

const policy: ReleasePolicy = {
  sampleType: 'probability',
  threshold: 10,
  thresholdReason: null,
  profile: 'nchs'
};

/** So many renters and owners; every second renter names the cost, every fifth owner, `rare` people the hours. */
const barriers = ({ people = 200, rare = 80 }) => {
  const tenure = Array.from({ length: people }, (_, i) => (i % 2 === 0 ? 'rent' : 'own'));
  const given = {
    tenure,
    cost: tenure.map((own, i) => (i % (own === 'rent' ? 4 : 10) < 2 ? '1' : '0')),
    hours: tenure.map((_, i) => (i < rare ? '1' : '0'))
  };
  const inputs = {
    barriers: { questionId: 'why', variables: ['cost', 'hours'], yes: ['1'], no: ['0'] }
  };
  return accessBarriers.compute(
    contextOf({ given, inputs, split: { group: 'tenure', area: null } })
  );
};

test('what two groups named is tested once for both, over all options', () => {
  const { jointTests } = release(barriers({}), policy);
  expect(jointTests).toHaveLength(1);
  expect(jointTests![0]).toMatchObject({ a: { tenure: 'rent' }, df1: 2 });
  expect(jointTests![0]!.p).toBeLessThan(0.01);
});

test('nothing is tested where an answer of either group is hidden', () => {
  const { cells, jointTests } = release(barriers({ rare: 6 }), policy);
  expect(cells.some(({ flag }) => flag === 'c')).toBe(true);
  expect(jointTests).toEqual([]);
});

test('nothing is tested of fewer than 30 answers, or of people who chose themselves', () => {
  expect(release(barriers({ people: 56, rare: 24 }), policy).jointTests).toEqual([]);
  expect(release(barriers({}), { ...policy, sampleType: 'opt-in' }).jointTests).toEqual([]);
});
