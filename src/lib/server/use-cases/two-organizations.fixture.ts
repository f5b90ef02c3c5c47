import type { Access } from '$lib/server/access/access';
import { openDatabase } from '$lib/server/db/open';
import { membership, organization, user, workspace } from '$lib/server/db/schema';

/**
 * A coalition of two organizations, and a stranger in another workspace of the same database.
 * For tests: everything lives in memory.
 */
export function twoOrganizations() {
  const db = openDatabase(':memory:');
  const addWorkspace = (slug: string) =>
    db.insert(workspace).values({ slug, name: slug }).returning().get().id;
  const member = (workspaceId: string, name: string): Access => {
    const organizationId = db
      .insert(organization)
      .values({ workspaceId, name, memberLevel: 'voting' })
      .returning()
      .get().id;
    const now = new Date();
    const userId = `user-${name}`;
    db.insert(user)
      .values({ id: userId, name, email: `${name}@example.org`, createdAt: now, updatedAt: now })
      .run();
    db.insert(membership).values({ workspaceId, organizationId, userId, role: 'manager' }).run();
    return { db, workspaceId, organizationId, userId, role: 'manager' };
  };
  const alder = addWorkspace('alder');
  return {
    db,
    tenants: member(alder, 'tenants'),
    clinic: member(alder, 'clinic'),
    stranger: member(addWorkspace('birch'), 'stranger')
  };
}

/** The value of an outcome that must have worked. */
export function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; issues: unknown }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.issues)}`);
}

/** The issue codes of an outcome; empty when it worked. */
export const codesOf = (outcome: { ok: boolean; issues?: { code: string }[] }): string[] =>
  (outcome.issues ?? []).map((issue) => issue.code);
