import type { Issue } from '$lib/base/issue';
import type { Split } from './definition';

/** Mezzo: organizations, groups, neighborhoods. Macro: systems, policies, whole populations. */
export type Level = 'mezzo' | 'macro';

/** The thing a value is computed over. */
export type UnitOfAnalysis =
  | 'person'
  | 'household'
  | 'organization'
  | 'program'
  | 'coalition'
  | 'neighborhood'
  | 'service-system'
  | 'policy'
  | 'budget-line'
  | 'jurisdiction';

/** What is said: how things stand in a domain, or how they are spread between groups. */
export type Claim = 'domain' | 'between-groups';

/** Who can change it: decides where the other rules do not. */
export type Lever = 'public-body' | 'organization' | 'community' | 'none';

/** The population or system a claim is about. */
export type Target =
  | 'population'
  | 'groups'
  | 'neighborhood'
  | 'school'
  | 'organization'
  | 'program'
  | 'coalition'
  | 'service-system'
  | 'policy'
  | 'budget-line'
  | 'jurisdiction'
  | 'legislative-district';

/** The rule that decided a level; see `decideLevel`. */
export type LevelRule = 'L1' | 'L2' | 'L3' | 'L4';

export interface LevelFacts {
  unitOfAnalysis: UnitOfAnalysis;
  claim: Claim;
  split: Split;
  lever?: Lever;
}

const macroUnits: readonly UnitOfAnalysis[] = [
  'service-system',
  'policy',
  'budget-line',
  'jurisdiction'
];
const mezzoUnits: readonly UnitOfAnalysis[] = [
  'organization',
  'program',
  'coalition',
  'neighborhood'
];

/**
 * Level of a table and the rule that decided it: one definition yields many. A cost burden in one
 * neighborhood is mezzo, in the whole county macro, by the same formula.
 *
 * L1 policies, budgets, systems, jurisdictions, and claims about groups across a jurisdiction: macro.
 * L2 organizations, programs, coalitions, neighborhoods: mezzo. L3 people and households are shown only
 * added up: the whole population is macro; an area or a group of it is mezzo. L4 where L2 says mezzo but
 * only statute, rule or budget can change it: macro.
 */
export function decideLevel({ unitOfAnalysis, claim, split, lever = 'none' }: LevelFacts): {
  level: Level;
  rule: LevelRule;
} {
  const isPart = split.area !== null || split.group !== null;
  if (macroUnits.includes(unitOfAnalysis)) return { level: 'macro', rule: 'L1' };
  if (claim === 'between-groups' && split.area === null) return { level: 'macro', rule: 'L1' };
  if (mezzoUnits.includes(unitOfAnalysis))
    return lever === 'public-body'
      ? { level: 'macro', rule: 'L4' }
      : { level: 'mezzo', rule: 'L2' };
  return { level: isPart ? 'mezzo' : 'macro', rule: 'L3' };
}

/** Level of a table, without the rule. */
export const levelOf = (facts: LevelFacts): Level => decideLevel(facts).level;

/** What stands behind a claim; a part that does not apply is left out. */
export interface LevelEvidence {
  /** how the people were chosen; null when nobody said */
  sampleType?: string | null;
  /** the area or group asked for is one of the survey's */
  isInsideFrame?: boolean;
  /** a policy review: its document, the day it was read, who read it */
  review?: { document: string; date: string; coder: string };
}

/**
 * What keeps a claim of a level from being made: a part of the people outside the frame
 * (`outside-frame`), a population without a known sample type (`sample-type-missing`), a policy without
 * document, date and coder (`document-missing`, `date-missing`, `coder-missing`).
 */
export function levelIssues(facts: LevelFacts, evidence: LevelEvidence): Issue[] {
  const codes: string[] = [];
  const { level } = decideLevel(facts);
  const isPolicy = facts.unitOfAnalysis === 'policy';
  if (level === 'mezzo' && evidence.isInsideFrame === false) codes.push('outside-frame');
  if (level === 'macro' && !isPolicy && evidence.sampleType === null)
    codes.push('sample-type-missing');
  if (isPolicy)
    for (const part of ['document', 'date', 'coder'] as const)
      if (!evidence.review?.[part].trim()) codes.push(`${part}-missing`);
  return codes.map((code) => ({ code, severity: 'error', where: {}, params: {} }));
}
