import { answerShares } from './macro/answer-shares';
import { avoidableShare } from './macro/avoidable-share';
import { benchmarkGap } from './macro/benchmark-gap';
import { budgetAdequacy } from './macro/budget-adequacy';
import { changeBetweenWaves } from './macro/change-between-waves';
import { constituentsAffected } from './macro/constituents-affected';
import { deprivationIndex } from './macro/deprivation-index';
import { groupGap } from './macro/group-gap';
import { groupInequality } from './macro/group-inequality';
import { incomeSlope } from './macro/income-slope';
import { peopleInNeed } from './macro/people-in-need';
import { policySupport } from './macro/policy-support';
import { prevalence } from './macro/prevalence';
import { severityPhase } from './macro/severity-phase';
import { supplyNeedRatio } from './macro/supply-need-ratio';
import { takeUp } from './macro/take-up';
import { implementationFidelity } from './macro/implementation-fidelity';
import { policyStrength } from './macro/policy-strength';
import { assetDensity } from './mezzo/asset-density';
import { coalitionStructure } from './mezzo/coalition-structure';
import { accessBarriers } from './mezzo/access-barriers';
import { capacityNeed } from './mezzo/capacity-need';
import { capacityUse } from './mezzo/capacity-use';
import { coverageGap } from './mezzo/coverage-gap';
import { importanceSatisfaction } from './mezzo/importance-satisfaction';
import { languageMatch } from './mezzo/language-match';
import { neighborhoodDeprivation } from './mezzo/neighborhood-deprivation';
import { participation } from './mezzo/participation';
import { placeClustering } from './mezzo/place-clustering';
import { referralCompletion } from './mezzo/referral-completion';
import { schoolClimate } from './mezzo/school-climate';
import { socialCohesion } from './mezzo/social-cohesion';
import { topNeeds } from './mezzo/top-needs';
import { unmetNeedRate } from './mezzo/unmet-need-rate';
import { waitingTime } from './mezzo/waiting-time';
import type { IndicatorDefinition, IndicatorFacts } from './definition';
import type { RecordIndicator } from './records';

/** Every indicator computed from a survey, by code. Screens, mapping and tests read this list. */
export const indicators = [
  unmetNeedRate,
  neighborhoodDeprivation,
  topNeeds,
  coverageGap,
  accessBarriers,
  importanceSatisfaction,
  capacityNeed,
  capacityUse,
  waitingTime,
  referralCompletion,
  socialCohesion,
  participation,
  schoolClimate,
  placeClustering,
  languageMatch,
  prevalence,
  answerShares,
  peopleInNeed,
  groupGap,
  groupInequality,
  incomeSlope,
  avoidableShare,
  deprivationIndex,
  changeBetweenWaves,
  supplyNeedRatio,
  budgetAdequacy,
  takeUp,
  policySupport,
  benchmarkGap,
  severityPhase,
  constituentsAffected
] as const;

/** Every indicator read from records: policy reviews, published tables, the coalition itself. */
export const recordIndicators: readonly RecordIndicator[] = [
  coalitionStructure,
  assetDensity,
  policyStrength,
  implementationFidelity
];

/** The whole inventory in the order of its codes: Z1 to Z16, then A1 to A17. */
export const inventory: readonly IndicatorFacts[] = [...indicators, ...recordIndicators].toSorted(
  (a, b) => placeOf(a.code) - placeOf(b.code)
);

export type IndicatorId = (typeof indicators)[number]['id'];

/** @throws RangeError on an id that is not in the list */
export function getIndicator(id: string): IndicatorDefinition {
  const found = indicators.find((indicator) => indicator.id === id);
  if (!found) throw new RangeError(`there is no indicator "${id}"`);
  return found;
}

/** Mezzo before macro, each by number. */
function placeOf(code: string): number {
  return (code.startsWith('Z') ? 0 : 100) + Number(code.slice(1));
}
