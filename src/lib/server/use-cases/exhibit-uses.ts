import { eq } from 'drizzle-orm';
import { problem } from '$lib/advocacy/problem';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findCampaign } from '$lib/server/db/queries/campaign';
import { freeExhibits, listExhibitUses, type UsedBy } from '$lib/server/db/queries/exhibit-use';
import { findHearing } from '$lib/server/db/queries/hearing';
import { findPolicyAction } from '$lib/server/db/queries/policy-action';
import { exhibitUse } from '$lib/server/db/schema';
import { orderAfterMove, type Direction } from './order';
import { done, notHere, refused, together, type Outcome } from './outcome';

/** Uses a frozen exhibit in a campaign, hearing or action, after those already there. */
export function useExhibit(
  access: Access,
  entity: UsedBy,
  entityId: string,
  exhibitId: string
): Outcome<string> {
  if (!isThere(access, entity, entityId)) return notHere();
  const uses = listExhibitUses(access, entity, entityId);
  if (uses.some((use) => use.exhibitId === exhibitId))
    return refused(problem('exhibit-already-used', 'exhibitId'));
  if (!freeExhibits(access, entity, entityId).some((each) => each.id === exhibitId))
    return refused(problem('exhibit-not-frozen', 'exhibitId'));
  return together(access, () => {
    const { id } = access.db
      .insert(exhibitUse)
      .values({
        workspaceId: access.workspaceId,
        exhibitId,
        entity,
        entityId,
        order: (uses.at(-1)?.order ?? 0) + 1
      })
      .returning({ id: exhibitUse.id })
      .get();
    recordAudit(access, { action: 'use-exhibit', entity, entityId, after: { exhibitId } });
    return done(id);
  });
}

/** Moves an exhibit one place earlier or later. */
export function moveExhibitUse(
  access: Access,
  entity: UsedBy,
  entityId: string,
  useId: string,
  direction: Direction
): Outcome<string> {
  if (!findUse(access, entity, entityId, useId)) return notHere();
  const order = orderAfterMove(listExhibitUses(access, entity, entityId), useId, direction);
  return together(access, () => {
    for (const row of order)
      access.db.update(exhibitUse).set({ order: row.order }).where(eq(exhibitUse.id, row.id)).run();
    recordAudit(access, { action: 'order-exhibits', entity, entityId });
    return done(entityId);
  });
}

/** Takes an exhibit out; the exhibit itself stays as it is. */
export function stopUsingExhibit(
  access: Access,
  entity: UsedBy,
  entityId: string,
  useId: string
): Outcome<string> {
  const use = findUse(access, entity, entityId, useId);
  if (!use) return notHere();
  return together(access, () => {
    access.db.delete(exhibitUse).where(eq(exhibitUse.id, useId)).run();
    recordAudit(access, {
      action: 'stop-using-exhibit',
      entity,
      entityId,
      before: { exhibitId: use.exhibitId }
    });
    return done(entityId);
  });
}

const findUse = (access: Access, entity: UsedBy, entityId: string, useId: string) =>
  isThere(access, entity, entityId)
    ? listExhibitUses(access, entity, entityId).find((use) => use.id === useId)
    : undefined;

function isThere(access: Access, entity: UsedBy, entityId: string): boolean {
  if (entity === 'campaign') return findCampaign(access, entityId) !== undefined;
  if (entity === 'hearing') return findHearing(access, entityId) !== undefined;
  return findPolicyAction(access, entityId) !== undefined;
}
