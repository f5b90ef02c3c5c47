import { and, eq } from 'drizzle-orm';
import type { SpeakerInput } from '$lib/advocacy/hearing.schema';
import { problem } from '$lib/advocacy/problem';
import { speakerMoveProblems, type SpeakerState } from '$lib/advocacy/speaker';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findHearing, listSpeakers } from '$lib/server/db/queries/hearing';
import { speaker } from '$lib/server/db/schema';
import { orderAfterMove, type Direction } from './order';
import { done, linkProblems, notHere, refused, together, type Outcome } from './outcome';

/** A speaker of a hearing the asker sees, or undefined. */
export const findSpeaker = (access: Access, hearingId: string, id: string) =>
  findHearing(access, hearingId)
    ? listSpeakers(access, hearingId).find((row) => row.id === id)
    : undefined;

const signedUpStates: readonly SpeakerState[] = ['signed-up', 'spoke', 'not-called'];

/**
 * Writes a speaker; `id` null adds one at the end of the list, invited. Somebody who is signed up to
 * share lived experience keeps their consent.
 */
export function saveSpeaker(
  access: Access,
  hearingId: string,
  id: string | null,
  input: SpeakerInput
): Outcome<string> {
  if (!findHearing(access, hearingId)) return notHere();
  const before = id === null ? null : findSpeaker(access, hearingId, id);
  if (before === undefined) return notHere();
  const problems = linkProblems(access, {
    organizations: { organizationId: input.organizationId }
  });
  if (
    before &&
    signedUpStates.includes(before.state) &&
    input.role === 'lived-experience' &&
    input.consentOn === null
  )
    problems.push(problem('speaker-consent', 'consentOn'));
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    const last = listSpeakers(access, hearingId).at(-1)?.order ?? 0;
    const saved = before
      ? before.id
      : access.db
          .insert(speaker)
          .values({
            ...input,
            hearingId,
            workspaceId: access.workspaceId,
            order: last + 1,
            state: 'invited'
          })
          .returning({ id: speaker.id })
          .get().id;
    if (before) access.db.update(speaker).set(input).where(eq(speaker.id, saved)).run();
    recordAudit(access, {
      action: before ? 'change-speaker' : 'add-speaker',
      entity: 'hearing',
      entityId: hearingId,
      after: { role: input.role }
    });
    return done(saved);
  });
}

/** Moves a speaker from invited to spoken; lived experience needs consent before sign-up. */
export function changeSpeakerState(
  access: Access,
  hearingId: string,
  id: string,
  to: SpeakerState
): Outcome<string> {
  const before = findSpeaker(access, hearingId, id);
  if (!before) return notHere();
  const problems = speakerMoveProblems(before, to);
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    access.db.update(speaker).set({ state: to }).where(eq(speaker.id, id)).run();
    recordAudit(access, {
      action: 'change-speaker-state',
      entity: 'hearing',
      entityId: hearingId,
      before: { state: before.state },
      after: { state: to }
    });
    return done(id);
  });
}

/** Moves a speaker one place up or down the list. */
export function moveSpeaker(
  access: Access,
  hearingId: string,
  id: string,
  direction: Direction
): Outcome<string> {
  if (!findSpeaker(access, hearingId, id)) return notHere();
  const order = orderAfterMove(listSpeakers(access, hearingId), id, direction);
  return together(access, () => {
    for (const row of order)
      access.db.update(speaker).set({ order: row.order }).where(eq(speaker.id, row.id)).run();
    recordAudit(access, { action: 'order-speakers', entity: 'hearing', entityId: hearingId });
    return done(hearingId);
  });
}

export function removeSpeaker(access: Access, hearingId: string, id: string): Outcome<string> {
  const before = findSpeaker(access, hearingId, id);
  if (!before) return notHere();
  return together(access, () => {
    access.db
      .delete(speaker)
      .where(and(eq(speaker.id, id), eq(speaker.hearingId, hearingId)))
      .run();
    recordAudit(access, {
      action: 'remove-speaker',
      entity: 'hearing',
      entityId: hearingId,
      before: { role: before.role }
    });
    return done(hearingId);
  });
}
