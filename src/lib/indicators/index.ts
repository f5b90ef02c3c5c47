import { answerShares } from './macro/answer-shares';
import { groupGap } from './macro/group-gap';
import { peopleInNeed } from './macro/people-in-need';
import { prevalence } from './macro/prevalence';
import { accessBarriers } from './mezzo/access-barriers';
import { coverageGap } from './mezzo/coverage-gap';
import { importanceSatisfaction } from './mezzo/importance-satisfaction';
import { unmetNeedRate } from './mezzo/unmet-need-rate';
import type { IndicatorDefinition } from './definition';

/** Every indicator. Screens, mapping, methods page and tests read this list. */
export const indicators = [
  unmetNeedRate,
  coverageGap,
  accessBarriers,
  importanceSatisfaction,
  prevalence,
  answerShares,
  peopleInNeed,
  groupGap
] as const;

export type IndicatorId = (typeof indicators)[number]['id'];

/** @throws RangeError on an id that is not in the list */
export function getIndicator(id: string): IndicatorDefinition {
  const found = indicators.find((indicator) => indicator.id === id);
  if (!found) throw new RangeError(`there is no indicator "${id}"`);
  return found;
}
