import { expect, test } from 'vitest';
import { levelOf } from './levels';

const whole = { group: null, area: null };
const byArea = { group: null, area: 'neighborhood' };
const byGroup = { group: 'tenure', area: null };

test('L1: a policy is macro, whatever it is split by', () => {
  expect(levelOf({ unitOfAnalysis: 'policy', claim: 'domain', split: byArea })).toBe('macro');
});
test('L1: a gap between groups across the county is macro', () => {
  expect(levelOf({ unitOfAnalysis: 'person', claim: 'between-groups', split: byGroup })).toBe(
    'macro'
  );
});
test('L2: an organization is mezzo', () => {
  expect(levelOf({ unitOfAnalysis: 'organization', claim: 'domain', split: whole })).toBe('mezzo');
});
test('L3: people of the whole county are macro, of a neighborhood or a group mezzo', () => {
  expect(levelOf({ unitOfAnalysis: 'person', claim: 'domain', split: whole })).toBe('macro');
  expect(levelOf({ unitOfAnalysis: 'person', claim: 'domain', split: byArea })).toBe('mezzo');
  expect(levelOf({ unitOfAnalysis: 'household', claim: 'domain', split: byGroup })).toBe('mezzo');
});
test('L3: a gap between groups inside neighborhoods is mezzo', () => {
  const split = { group: 'tenure', area: 'neighborhood' };
  expect(levelOf({ unitOfAnalysis: 'person', claim: 'between-groups', split })).toBe('mezzo');
});
test('L4: a program that only a public body can change is macro', () => {
  const program = { unitOfAnalysis: 'program', claim: 'domain', split: whole } as const;
  expect(levelOf({ ...program, lever: 'public-body' })).toBe('macro');
  expect(levelOf({ ...program, lever: 'organization' })).toBe('mezzo');
});
