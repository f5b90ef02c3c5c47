import type { Parsed } from '$lib/base/issue';

/** Why a method cannot speak of a wave. */
export const missingCodes = [
  'priority-no-needs',
  'priority-no-services',
  'priority-no-numbers',
  'priority-no-ratings',
  'priority-no-levels'
] as const;
export type MissingCode = (typeof missingCodes)[number];

export const lacking = (code: MissingCode): Parsed<never> => ({
  ok: false,
  issues: [{ code, severity: 'note', where: {}, params: {} }]
});
