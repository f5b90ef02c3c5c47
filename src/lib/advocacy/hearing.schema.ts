import * as v from 'valibot';
import {
  checked,
  choice,
  choiceOr,
  optionalDay,
  optionalNumber,
  optionalText,
  optionalWhole,
  requiredText,
  someText,
  visibility
} from './fields';
import { hearingStatuses } from './hearing';
import { positions } from './measure';
import { problem } from './problem';
import { speakerRoles, speakerStates } from './speaker';
import type { Issue, Parsed } from '$lib/base/issue';
import { toInstant } from './zoned-time';

/** Times are what a clock at the place reads ("2026-12-01T18:00"); `zone` says which clock. */
export const hearingSchema = v.object({
  body: requiredText('name-missing', 200),
  subject: requiredText('text-missing', 500),
  measureId: optionalText(40),
  campaignId: optionalText(40),
  startsAt: requiredText('moment-missing', 40),
  zone: requiredText('zone-unknown', 60),
  place: requiredText('text-missing', 300),
  address: optionalText(300),
  limitMinutes: optionalNumber(0.5, 120),
  itemTotalMinutes: optionalNumber(0.5, 600),
  signUpClosesAt: optionalText(40),
  materialsDueAt: optionalText(40),
  writtenDueAt: optionalText(40),
  copies: optionalWhole(0, 1000),
  hasScreen: checked,
  formats: optionalText(300),
  rulesSource: optionalText(1000),
  contact: optionalText(300),
  position: choiceOr(positions, 'support'),
  visibility
});
export type HearingInput = v.InferOutput<typeof hearingSchema>;

export interface HearingMoments {
  startsAt: Date;
  signUpClosesAt: Date | null;
  materialsDueAt: Date | null;
  writtenDueAt: Date | null;
}

/** The instants of a hearing's clock readings, or what is wrong with them by field. */
export function hearingMoments(
  input: Pick<
    HearingInput,
    'zone' | 'startsAt' | 'signUpClosesAt' | 'materialsDueAt' | 'writtenDueAt'
  >
): Parsed<HearingMoments> {
  const issues: Issue[] = [];
  const read = (field: keyof HearingMoments): Date | null => {
    const local = input[field];
    if (local === null) return null;
    const zoned = toInstant(local, input.zone);
    if (zoned.ok) return zoned.instant;
    if (zoned.reason === 'unreadable') issues.push(problem('moment-unreadable', field));
    if (zoned.reason === 'skipped')
      issues.push(problem('moment-skipped', field, { zone: input.zone }));
    if (zoned.reason === 'zone-unknown' && field === 'startsAt')
      issues.push(problem('zone-unknown', 'zone'));
    return null;
  };
  const startsAt = read('startsAt');
  const moments = {
    signUpClosesAt: read('signUpClosesAt'),
    materialsDueAt: read('materialsDueAt'),
    writtenDueAt: read('writtenDueAt')
  };
  return issues.length > 0 || startsAt === null
    ? { ok: false, issues }
    : { ok: true, value: { startsAt, ...moments } };
}

export const hearingStatusSchema = v.object({ to: choice(hearingStatuses) });

export const rescheduleSchema = v.object({
  startsAt: requiredText('moment-missing', 40),
  zone: requiredText('zone-unknown', 60),
  place: requiredText('text-missing', 300)
});
export type RescheduleInput = v.InferOutput<typeof rescheduleSchema>;

export const scriptSchema = v.object({ script: someText(20_000), notes: someText(20_000) });
export type ScriptInput = v.InferOutput<typeof scriptSchema>;

export const speakerSchema = v.object({
  name: requiredText('name-missing', 120),
  organizationId: optionalText(40),
  role: choice(speakerRoles),
  language: choiceOr(['en', 'es', 'other'], 'en'),
  message: someText(500),
  consentOn: optionalDay
});
export type SpeakerInput = v.InferOutput<typeof speakerSchema>;

export const moveSpeakerSchema = v.object({ to: choice(speakerStates) });
