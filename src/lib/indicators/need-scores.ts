import type { SmoothFormula } from '$lib/estimation/sums/combined-point';

/**
 * Importance times dissatisfaction, of [importance, satisfaction], both shares in 0..1: the rating of
 * importance-satisfaction analysis.
 */
export const importanceTimesDissatisfaction: SmoothFormula = {
  value: ([importance = NaN, satisfaction = NaN]) => importance * (1 - satisfaction),
  slopes: ([importance = NaN, satisfaction = NaN]) => [1 - satisfaction, -importance]
};

/**
 * Mean weighted discrepancy score (Borich 1980), of the means [importance, ability now] over complete
 * pairs: every person's gap times the mean importance, so mean importance x the gap of the means.
 */
export const weightedDiscrepancy: SmoothFormula = {
  value: ([importance = NaN, ability = NaN]) => importance * (importance - ability),
  slopes: ([importance = NaN, ability = NaN]) => [2 * importance - ability, -importance]
};
