import type { Id } from '$lib/base/id';
import type { Db } from '$lib/server/db/open';
import type { roles } from '$lib/server/db/schema/access';

export type Role = (typeof roles)[number];

/**
 * Who asks, where, and with which role. Every query and use case takes it first, so that nothing can
 * be read or written outside a workspace.
 */
export interface Access {
  db: Db;
  workspaceId: Id;
  /** the asker's organization in this workspace */
  organizationId: Id;
  /** null: the command line or the program itself */
  userId: string | null;
  role: Role;
}
