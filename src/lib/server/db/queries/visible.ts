import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Access } from '$lib/server/access/access';

/** A table whose rows have an owner organization and a visibility. */
export interface OwnedTable {
  workspaceId: SQLiteColumn;
  ownerOrganizationId: SQLiteColumn;
  visibility: SQLiteColumn;
}

/**
 * Rows of the asker's workspace that the asker's organization owns, or that are shared with the
 * coalition or the public. Put it into every query over such a table, counts included.
 */
export const visibleTo = (access: Access, table: OwnedTable): SQL | undefined =>
  and(
    eq(table.workspaceId, access.workspaceId),
    or(
      eq(table.ownerOrganizationId, access.organizationId),
      inArray(table.visibility, ['coalition', 'public'])
    )
  );
