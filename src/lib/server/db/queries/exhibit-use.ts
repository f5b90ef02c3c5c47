import { and, asc, desc, eq, inArray, notInArray } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { exhibit, exhibitUse } from '$lib/server/db/schema';
import { visibleTo } from './visible';

export type UsedBy = (typeof exhibitUse.$inferSelect)['entity'];

/** Exhibits used by a campaign, hearing or action, in order; those the asker may not see are absent. */
export const listExhibitUses = (access: Access, entity: UsedBy, entityId: string) =>
  access.db
    .select({
      id: exhibitUse.id,
      order: exhibitUse.order,
      how: exhibitUse.how,
      exhibitId: exhibit.id,
      number: exhibit.number,
      version: exhibit.version,
      title: exhibit.title,
      state: exhibit.state,
      frozenAt: exhibit.frozenAt
    })
    .from(exhibitUse)
    .innerJoin(exhibit, eq(exhibit.id, exhibitUse.exhibitId))
    .where(
      and(
        eq(exhibitUse.workspaceId, access.workspaceId),
        eq(exhibitUse.entity, entity),
        eq(exhibitUse.entityId, entityId),
        visibleTo(access, exhibit)
      )
    )
    .orderBy(asc(exhibitUse.order), asc(exhibitUse.id))
    .all();

/** Frozen or submitted exhibits that this campaign, hearing or action does not use yet. */
export function freeExhibits(access: Access, entity: UsedBy, entityId: string) {
  const used = listExhibitUses(access, entity, entityId).map((use) => use.exhibitId);
  return access.db
    .select({
      id: exhibit.id,
      number: exhibit.number,
      version: exhibit.version,
      title: exhibit.title
    })
    .from(exhibit)
    .where(
      and(
        visibleTo(access, exhibit),
        inArray(exhibit.state, ['frozen', 'submitted']),
        used.length > 0 ? notInArray(exhibit.id, used) : undefined
      )
    )
    .orderBy(asc(exhibit.number), desc(exhibit.version))
    .all();
}
