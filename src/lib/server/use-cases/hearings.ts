import { eq } from 'drizzle-orm';
import { deadlineProblems, hearingMoveProblems, type HearingStatus } from '$lib/advocacy/hearing';
import {
  hearingMoments,
  type HearingInput,
  type RescheduleInput,
  type ScriptInput
} from '$lib/advocacy/hearing.schema';
import { problem } from '$lib/advocacy/problem';
import { toInstant } from '$lib/advocacy/zoned-time';
import { newId } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findHearing } from '$lib/server/db/queries/hearing';
import { hearing } from '$lib/server/db/schema';
import {
  changedFields,
  done,
  keptLink,
  linkProblems,
  notHere,
  refused,
  sharingProblems,
  together,
  type Outcome
} from './outcome';

/** Notes a new hearing, tentative until somebody confirms it. */
export function createHearing(access: Access, input: HearingInput): Outcome<string> {
  const row = toRow(access, input);
  if (!row.ok) return row;
  return together(access, () => {
    const { id } = access.db
      .insert(hearing)
      .values({
        ...row.value,
        status: 'tentative',
        uid: newId(),
        earlierStarts: [],
        workspaceId: access.workspaceId,
        ownerOrganizationId: access.organizationId,
        createdBy: access.userId ?? 'program'
      })
      .returning({ id: hearing.id })
      .get();
    recordAudit(access, {
      action: 'create',
      entity: 'hearing',
      entityId: id,
      after: { body: input.body, startsAt: row.value.startsAt.toISOString(), zone: input.zone }
    });
    return done(id);
  });
}

/**
 * Changes what is known about a hearing. A new time counts as rescheduling: the same hearing, one
 * sequence number on, its earlier time kept.
 */
export function changeHearing(access: Access, id: string, input: HearingInput): Outcome<string> {
  const before = findHearing(access, id);
  if (!before) return notHere();
  const row = toRow(access, input);
  if (!row.ok) return row;
  const problems = sharingProblems(access, before, input.visibility);
  if (problems.length > 0) return refused(...problems);
  const moved = row.value.startsAt.getTime() !== before.startsAt.getTime();
  return together(access, () => {
    access.db
      .update(hearing)
      .set({
        ...row.value,
        campaignId: keptLink(access, 'campaign', before.campaignId, input.campaignId),
        measureId: keptLink(access, 'measure', before.measureId, input.measureId),
        ...(moved ? movedOn(before) : {})
      })
      .where(eq(hearing.id, id))
      .run();
    recordAudit(access, {
      action: moved ? 'reschedule' : 'change',
      entity: 'hearing',
      entityId: id,
      ...changedFields(before, row.value)
    });
    return done(id);
  });
}

/** Moves a hearing to another time or place; a cancelled one is tentative again. */
export function rescheduleHearing(
  access: Access,
  id: string,
  input: RescheduleInput
): Outcome<string> {
  const before = findHearing(access, id);
  if (!before) return notHere();
  if (before.status === 'passed') return refused(problem('move-not-possible'));
  const zoned = toInstant(input.startsAt, input.zone);
  if (!zoned.ok)
    return refused(
      zoned.reason === 'zone-unknown'
        ? problem('zone-unknown', 'zone')
        : problem(zoned.reason === 'skipped' ? 'moment-skipped' : 'moment-unreadable', 'startsAt', {
            zone: input.zone
          })
    );
  const after = { startsAt: zoned.instant, zone: input.zone, place: input.place };
  if (after.startsAt.getTime() === before.startsAt.getTime() && after.place === before.place)
    return refused(problem('hearing-same-time', 'startsAt'));
  const problems = deadlineProblems({ ...before, ...after });
  if (problems.length > 0) return refused(problem('deadline-after-start', 'startsAt'));
  return together(access, () => {
    access.db
      .update(hearing)
      .set({
        ...after,
        ...movedOn(before),
        status: before.status === 'cancelled' ? 'tentative' : before.status
      })
      .where(eq(hearing.id, id))
      .run();
    recordAudit(access, {
      action: 'reschedule',
      entity: 'hearing',
      entityId: id,
      ...changedFields(before, after)
    });
    return done(id);
  });
}

/** Confirms, cancels or closes a hearing. Calendars follow by the sequence number. */
export function changeHearingStatus(
  access: Access,
  id: string,
  to: HearingStatus,
  now: Date = new Date()
): Outcome<string> {
  const before = findHearing(access, id);
  if (!before) return notHere();
  const problems = hearingMoveProblems(before, to, now);
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    access.db
      .update(hearing)
      .set({ status: to, sequence: before.sequence + 1 })
      .where(eq(hearing.id, id))
      .run();
    recordAudit(access, {
      action: 'change-status',
      entity: 'hearing',
      entityId: id,
      before: { status: before.status },
      after: { status: to }
    });
    return done(id);
  });
}

/** Saves what will be said. The log notes that it changed, not the words. */
export function writeScript(access: Access, id: string, input: ScriptInput): Outcome<string> {
  if (!findHearing(access, id)) return notHere();
  return together(access, () => {
    access.db.update(hearing).set(input).where(eq(hearing.id, id)).run();
    recordAudit(access, { action: 'write-script', entity: 'hearing', entityId: id });
    return done(id);
  });
}

const movedOn = (before: { sequence: number; startsAt: Date; earlierStarts: string[] }) => ({
  sequence: before.sequence + 1,
  earlierStarts: [...before.earlierStarts, before.startsAt.toISOString()]
});

type HearingRow = Omit<
  typeof hearing.$inferInsert,
  'id' | 'workspaceId' | 'ownerOrganizationId' | 'createdBy' | 'status' | 'uid' | 'earlierStarts'
>;

function toRow(access: Access, input: HearingInput): Parsed<HearingRow> {
  const moments = hearingMoments(input);
  if (!moments.ok) return moments;
  const { limitMinutes, itemTotalMinutes, ...rest } = input;
  const issues = [
    ...deadlineProblems({ ...moments.value, copies: input.copies }),
    ...linkProblems(access, input)
  ];
  if (issues.length > 0) return { ok: false, issues };
  const seconds = (minutes: number | null) => (minutes === null ? null : Math.round(minutes * 60));
  return {
    ok: true,
    value: {
      ...rest,
      ...moments.value,
      limitSeconds: seconds(limitMinutes),
      itemTotalSeconds: seconds(itemTotalMinutes)
    }
  };
}
