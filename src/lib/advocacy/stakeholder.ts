import type { Issue } from '$lib/base/issue';
import { problem } from './problem';

export const stakeholderRoles = [
  'constituent',
  'ally',
  'opponent',
  'primary-target',
  'secondary-target',
  'messenger',
  'influencer'
] as const;
export type StakeholderRole = (typeof stakeholderRoles)[number];

export interface StakeholderFacts {
  role: StakeholderRole;
  isPerson: boolean;
  isOrganization: boolean;
  /** -2 active opponent to +2 active ally; null: not rated */
  support: number | null;
  /** 0 none to 4 decides; null: not rated */
  influence: number | null;
  basis: string | null;
}

/**
 * What is wrong with a stakeholder; empty when nothing is. Exactly one of person and organization is
 * named; a primary target is a person, never a body; a rating says what it rests on.
 */
export function stakeholderProblems(facts: StakeholderFacts): Issue[] {
  const problems: Issue[] = [];
  if (facts.isPerson && facts.isOrganization)
    problems.push(problem('stakeholder-one', 'organizationId'));
  else if (facts.role === 'primary-target' && !facts.isPerson)
    problems.push(problem('target-is-a-person', 'personName'));
  else if (!facts.isPerson && !facts.isOrganization)
    problems.push(problem('stakeholder-who', 'personName'));
  if ((facts.support !== null || facts.influence !== null) && facts.basis === null)
    problems.push(problem('rating-basis-missing', 'basis'));
  return problems;
}
