import type { Issue } from '$lib/base/issue';

/**
 * Everything a person can be told about campaigns, coalition, measures, actions and hearings. The
 * sentences are `advocacy.problems` of `text`; a code without a sentence does not compile.
 */
export const problemCodes = [
  'name-missing',
  'text-missing',
  'text-too-long',
  'choice-missing',
  'choice-unknown',
  'day-missing',
  'day-unreadable',
  'number-unreadable',
  'number-out-of-range',
  'web-address-unreadable',
  'move-not-possible',
  'not-here',
  'not-yours-to-share',
  'visibility-too-narrow',
  'campaign-issue-missing',
  'campaign-lead-missing',
  'campaign-victory-missing',
  'campaign-target-missing',
  'campaign-objective-missing',
  'campaign-result-missing',
  'campaign-debrief-missing',
  'smart-specific',
  'smart-measure',
  'smart-measure-twice',
  'smart-baseline',
  'smart-target',
  'smart-target-is-baseline',
  'smart-share-range',
  'smart-due',
  'smart-due-past',
  'stakeholder-who',
  'stakeholder-one',
  'target-is-a-person',
  'rating-basis-missing',
  'organization-exists',
  'organization-dates',
  'commitment-giver',
  'commitment-evidence',
  'classification-missing',
  'classification-unknown',
  'legislative-date-unreadable',
  'stage-not-in-pipeline',
  'position-reason-missing',
  'action-proof-missing',
  'action-date-missing',
  'response-before-done',
  'moment-missing',
  'moment-unreadable',
  'moment-skipped',
  'zone-unknown',
  'limit-range',
  'deadline-after-start',
  'hearing-not-passed',
  'hearing-same-time',
  'speaker-consent',
  'exhibit-not-frozen',
  'exhibit-already-used'
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** An error at a form field; `params` fill the sentence. */
export const problem = (
  code: ProblemCode,
  field = '',
  params: Record<string, string | number> = {}
): Issue => ({ code, severity: 'error', where: { field }, params });
