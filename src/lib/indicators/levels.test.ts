import { expect, test } from 'vitest';
import { decideLevel, levelIssues, levelOf } from './levels';

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

test('the rule that decided is told with the level', () => {
  const facts = { unitOfAnalysis: 'person', claim: 'domain' } as const;
  expect(decideLevel({ ...facts, split: byArea })).toEqual({ level: 'mezzo', rule: 'L3' });
  expect(decideLevel({ ...facts, claim: 'between-groups', split: byGroup }).rule).toBe('L1');
  expect(decideLevel({ ...facts, unitOfAnalysis: 'neighborhood', split: whole }).rule).toBe('L2');
  const program = { unitOfAnalysis: 'program', lever: 'public-body' } as const;
  expect(decideLevel({ ...facts, ...program, split: whole }).rule).toBe('L4');
});

test.each([
  ['a part outside the frame', byArea, 'person', { isInsideFrame: false }, ['outside-frame']],
  [
    'a population, nobody said how chosen',
    whole,
    'person',
    { sampleType: null },
    ['sample-type-missing']
  ],
  [
    'a policy without a reading',
    whole,
    'policy',
    {},
    ['document-missing', 'date-missing', 'coder-missing']
  ],
  [
    'a policy with its reading',
    whole,
    'policy',
    { review: { document: 'Ordinance 12', date: '2026-01-05', coder: 'A' } },
    []
  ],
  ['a population chosen by chance', whole, 'person', { sampleType: 'probability' }, []]
] as const)('%s', (_, split, unitOfAnalysis, evidence, codes) => {
  const issues = levelIssues({ unitOfAnalysis, claim: 'domain', split }, evidence);
  expect(issues.map(({ code }) => code)).toEqual(codes);
});
