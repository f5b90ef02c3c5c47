import { auditEntry } from '$lib/server/db/schema/access';
import type { Access } from './access';

/** One change, told by whoever makes it. */
export interface AuditNote {
  /** what was done: "create", "change-role", "freeze" */
  action: string;
  /** what kind of thing: "campaign", "membership" */
  entity: string;
  entityId: string;
  /** the changed fields only; never answers or personal data of respondents, passwords or tokens */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/**
 * Writes one entry to the log of the workspace. Call it inside the transaction that makes the change,
 * so that neither stands without the other. Entries cannot be changed or deleted (triggers).
 */
export function recordAudit(
  access: Pick<Access, 'db' | 'workspaceId' | 'userId'>,
  { action, entity, entityId, before, after }: AuditNote
): void {
  access.db
    .insert(auditEntry)
    .values({
      workspaceId: access.workspaceId,
      userId: access.userId,
      action,
      entity,
      entityId,
      before,
      after
    })
    .run();
}
