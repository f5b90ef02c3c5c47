import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { estimateSnapshot } from '$lib/server/db/schema';

/** Ids of the snapshots made from an indicator instance, in any wave. */
export const snapshotsOfMeasure = ({ db, workspaceId }: Access, instanceKey: string): Id[] =>
  db
    .select({ id: estimateSnapshot.id })
    .from(estimateSnapshot)
    .where(
      and(
        eq(estimateSnapshot.workspaceId, workspaceId),
        eq(estimateSnapshot.instanceKey, instanceKey)
      )
    )
    .all()
    .map(({ id }) => id);
