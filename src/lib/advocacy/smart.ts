import type { Issue } from '$lib/base/issue';
import type { Day } from './day';
import { daysBetween, isDay } from './day';
import { problem } from './problem';

/** Units of an objective. A share is held as 0..1 and typed as a percent. */
export const objectiveUnits = ['share', 'count', 'mean', 'minutes', 'dollars'] as const;
export type ObjectiveUnit = (typeof objectiveUnits)[number];

export interface ObjectiveFacts {
  text: string;
  /** an indicator instance of the workspace, or null */
  instanceKey: string | null;
  /** a count in words ("council members for the fund"), or null */
  measureText: string | null;
  /** in the unit; a share as 0..1; null: not known */
  baseline: number | null;
  target: number | null;
  unit: ObjectiveUnit;
  dueOn: Day | null;
}

/**
 * The parts of an objective that a form can check, by the words of Doran (1981): specific (says who
 * and what, in at least three words), measurable (exactly one measure, a baseline and a target in
 * its unit), different from today, and time-related (a due day after `today`). Whether it is
 * achievable and relevant stays a judgment of people.
 *
 * @returns what is missing, by form field; empty when the check passes
 */
export function smartProblems(objective: ObjectiveFacts, today: Day): Issue[] {
  const { text, instanceKey, measureText, baseline, target, unit, dueOn } = objective;
  const problems: Issue[] = [];
  if (text.split(/\s+/).filter(Boolean).length < 3)
    problems.push(problem('smart-specific', 'text'));
  if (instanceKey === null && measureText === null)
    problems.push(problem('smart-measure', 'instance'));
  if (instanceKey !== null && measureText !== null)
    problems.push(problem('smart-measure-twice', 'measureText'));
  if (baseline === null) problems.push(problem('smart-baseline', 'baseline'));
  if (target === null) problems.push(problem('smart-target', 'target'));
  if (baseline !== null && target !== null && baseline === target)
    problems.push(problem('smart-target-is-baseline', 'target'));
  if (unit === 'share')
    for (const [field, value] of [
      ['baseline', baseline],
      ['target', target]
    ] as const)
      if (value !== null && (value < 0 || value > 1))
        problems.push(problem('smart-share-range', field));
  if (dueOn === null || !isDay(dueOn)) problems.push(problem('smart-due', 'dueOn'));
  else if (daysBetween(today, dueOn) <= 0) problems.push(problem('smart-due-past', 'dueOn'));
  return problems;
}
