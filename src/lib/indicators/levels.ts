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
  | 'service-system'
  | 'policy'
  | 'budget-line'
  | 'jurisdiction';

/** What is said: how things stand in a domain, or how they are spread between groups. */
export type Claim = 'domain' | 'between-groups';

/** Who can change it: decides where the other rules do not. */
export type Lever = 'public-body' | 'organization' | 'none';

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
const mezzoUnits: readonly UnitOfAnalysis[] = ['organization', 'program', 'coalition'];

/**
 * Level of a table: one definition yields many. A cost burden in one neighborhood is mezzo, in the
 * whole county macro, by the same formula.
 *
 * L1 policies, budgets, systems, jurisdictions, and claims about groups across a jurisdiction: macro.
 * L2 organizations, programs, coalitions: mezzo. L3 people and households are shown only added up: the
 * whole population is macro; an area or a group of it is mezzo. L4 a unit of its own kind that is
 * neither: a public body as lever makes it macro, an organization mezzo.
 */
export function levelOf({ unitOfAnalysis, claim, split, lever = 'none' }: LevelFacts): Level {
  const isPart = split.area !== null || split.group !== null;
  if (macroUnits.includes(unitOfAnalysis)) return 'macro';
  if (claim === 'between-groups' && split.area === null) return 'macro';
  if (mezzoUnits.includes(unitOfAnalysis)) return lever === 'public-body' ? 'macro' : 'mezzo';
  return isPart ? 'mezzo' : 'macro';
}
