import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { indicatorMapping } from '$lib/server/db/schema';

export type StoredMapping = typeof indicatorMapping.$inferSelect;

/** Every mapping of a wave, those turned off included, in the order they were proposed. */
export const listMappings = ({ db, workspaceId }: Access, waveId: Id): StoredMapping[] =>
  db
    .select()
    .from(indicatorMapping)
    .where(and(eq(indicatorMapping.workspaceId, workspaceId), eq(indicatorMapping.waveId, waveId)))
    .orderBy(asc(indicatorMapping.id))
    .all();

/** The mapping of a key in a wave, unless a person turned it off or has yet to look at it. */
export const findMapping = (
  { db, workspaceId }: Access,
  waveId: Id,
  key: string
): StoredMapping | undefined =>
  db
    .select()
    .from(indicatorMapping)
    .where(
      and(
        eq(indicatorMapping.workspaceId, workspaceId),
        eq(indicatorMapping.waveId, waveId),
        eq(indicatorMapping.key, key),
        inArray(indicatorMapping.state, ['proposed', 'confirmed'])
      )
    )
    .get();
