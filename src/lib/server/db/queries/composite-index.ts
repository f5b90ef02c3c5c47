import { and, asc, desc, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { compositeIndex, indexAllocation, indexVersion, organization } from '$lib/server/db/schema';

/** Indexes of the workspace by name. */
export const listIndexes = ({ db, workspaceId }: Access) =>
  db
    .select({
      id: compositeIndex.id,
      name: compositeIndex.name,
      createdAt: compositeIndex.createdAt
    })
    .from(compositeIndex)
    .where(eq(compositeIndex.workspaceId, workspaceId))
    .orderBy(asc(compositeIndex.name))
    .all();

export const findIndex = ({ db, workspaceId }: Access, indexId: Id) =>
  db
    .select()
    .from(compositeIndex)
    .where(and(eq(compositeIndex.workspaceId, workspaceId), eq(compositeIndex.id, indexId)))
    .get();

export const findIndexByName = ({ db, workspaceId }: Access, name: string) =>
  db
    .select({ id: compositeIndex.id })
    .from(compositeIndex)
    .where(and(eq(compositeIndex.workspaceId, workspaceId), eq(compositeIndex.name, name)))
    .get();

/** Versions of an index, newest first. */
export const listIndexVersions = ({ db, workspaceId }: Access, indexId: Id) =>
  db
    .select()
    .from(indexVersion)
    .where(and(eq(indexVersion.workspaceId, workspaceId), eq(indexVersion.indexId, indexId)))
    .orderBy(desc(indexVersion.number))
    .all();

export type StoredIndexVersion = ReturnType<typeof listIndexVersions>[number];

export const findIndexVersion = ({ db, workspaceId }: Access, indexVersionId: Id) =>
  db
    .select()
    .from(indexVersion)
    .where(and(eq(indexVersion.workspaceId, workspaceId), eq(indexVersion.id, indexVersionId)))
    .get();

/** What organizations gave to a version, by name. */
export const listAllocations = ({ db, workspaceId }: Access, indexVersionId: Id) =>
  db
    .select({
      id: indexAllocation.id,
      organizationId: indexAllocation.organizationId,
      organization: organization.name,
      points: indexAllocation.points
    })
    .from(indexAllocation)
    .leftJoin(
      organization,
      and(
        eq(organization.id, indexAllocation.organizationId),
        eq(organization.workspaceId, workspaceId)
      )
    )
    .where(
      and(
        eq(indexAllocation.workspaceId, workspaceId),
        eq(indexAllocation.indexVersionId, indexVersionId)
      )
    )
    .orderBy(asc(organization.name))
    .all();
