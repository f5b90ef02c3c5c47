import { and, asc, eq } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { organization, priorityRating } from '$lib/server/db/schema';

/** Every rating of the workspace, by need and organization; ratings belong to the whole coalition. */
export const listRatings = ({ db, workspaceId }: Access) =>
  db
    .select({
      id: priorityRating.id,
      needKey: priorityRating.needKey,
      userId: priorityRating.userId,
      organization: organization.name,
      seriousness: priorityRating.seriousness,
      effectiveness: priorityRating.effectiveness,
      propriety: priorityRating.propriety,
      economics: priorityRating.economics,
      acceptability: priorityRating.acceptability,
      resources: priorityRating.resources,
      legality: priorityRating.legality,
      reason: priorityRating.reason
    })
    .from(priorityRating)
    .leftJoin(
      organization,
      and(
        eq(organization.id, priorityRating.organizationId),
        eq(organization.workspaceId, workspaceId)
      )
    )
    .where(eq(priorityRating.workspaceId, workspaceId))
    .orderBy(asc(priorityRating.needKey), asc(organization.name), asc(priorityRating.id))
    .all();

export type StoredRating = ReturnType<typeof listRatings>[number];

/** The asker's own rating of a need. */
export const findOwnRating = ({ db, workspaceId, userId }: Access, needKey: string) =>
  db
    .select()
    .from(priorityRating)
    .where(
      and(
        eq(priorityRating.workspaceId, workspaceId),
        eq(priorityRating.needKey, needKey),
        eq(priorityRating.userId, userId ?? '')
      )
    )
    .get();
