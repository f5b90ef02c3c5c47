import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { auditEntry, user } from '$lib/server/db/schema/access';

const PAGE = 50;

/**
 * One page of the log, newest first.
 *
 * @param options.page from 1
 * @param options.entity only entries about this kind of thing; null: all
 * @returns entries with the name of who did it (null: the program or the command line), and whether
 *   an older page exists
 */
export function listAudit(
  { db, workspaceId }: Access,
  options: { page: number; entity: string | null }
) {
  const rows = db
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      who: user.name,
      action: auditEntry.action,
      entity: auditEntry.entity,
      entityId: auditEntry.entityId,
      before: auditEntry.before,
      after: auditEntry.after
    })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.userId))
    .where(
      and(
        eq(auditEntry.workspaceId, workspaceId),
        options.entity === null ? undefined : eq(auditEntry.entity, options.entity)
      )
    )
    .orderBy(desc(auditEntry.at), desc(sql`${auditEntry}.rowid`))
    .limit(PAGE + 1)
    .offset((options.page - 1) * PAGE)
    .all();
  return { entries: rows.slice(0, PAGE), hasOlder: rows.length > PAGE };
}

/** The kinds of things the log speaks of, by name. */
export const listAuditEntities = ({ db, workspaceId }: Access): string[] =>
  db
    .selectDistinct({ entity: auditEntry.entity })
    .from(auditEntry)
    .where(eq(auditEntry.workspaceId, workspaceId))
    .orderBy(asc(auditEntry.entity))
    .all()
    .map((row) => row.entity);
