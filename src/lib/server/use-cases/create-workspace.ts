import { and, eq, ne } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { isReservedSlug, slugFor } from '$lib/server/access/slug';
import type { Db } from '$lib/server/db/open';
import { membership, organization, workspace } from '$lib/server/db/schema/access';

export interface NewWorkspace {
  name: string;
  organizationName: string;
  /** chosen from the name when absent */
  slug?: string;
  isSample?: boolean;
}

/**
 * Makes a workspace with its first organization, and the person as its owner.
 *
 * @returns the owner's access to it, and its slug
 * @throws RangeError when a slug was asked for that is taken or belongs to a page of the program
 */
export function createWorkspace(
  db: Db,
  userId: string,
  input: NewWorkspace
): { access: Access; slug: string } {
  return db.transaction(() => {
    const isTaken = (slug: string): boolean =>
      isReservedSlug(slug) ||
      db.select({ id: workspace.id }).from(workspace).where(eq(workspace.slug, slug)).get() !==
        undefined;
    const slug = input.slug ?? slugFor(input.name, isTaken);
    if (isTaken(slug)) throw new RangeError(`"${slug}" cannot be the address of a new workspace`);
    const place = db
      .insert(workspace)
      .values({ slug, name: input.name, isSample: input.isSample ?? false })
      .returning({ id: workspace.id })
      .get();
    const home = db
      .insert(organization)
      .values({ workspaceId: place.id, name: input.organizationName, memberLevel: 'steering' })
      .returning({ id: organization.id })
      .get();
    db.insert(membership)
      .values({ workspaceId: place.id, userId, organizationId: home.id, role: 'owner' })
      .run();
    const access: Access = {
      db,
      workspaceId: place.id,
      organizationId: home.id,
      userId,
      role: 'owner'
    };
    recordAudit(access, {
      action: 'create',
      entity: 'workspace',
      entityId: place.id,
      after: { name: input.name, slug, organization: input.organizationName }
    });
    return { access, slug };
  });
}

/**
 * Gives a workspace that nobody is in to its first person: it takes the names they chose, with all
 * that was imported into it, and they own it.
 */
export function takeOverWorkspace(
  db: Db,
  userId: string,
  workspaceId: Id,
  { name, organizationName }: Pick<NewWorkspace, 'name' | 'organizationName'>
): { access: Access; slug: string } {
  return db.transaction(() => {
    const isTaken = (slug: string): boolean =>
      isReservedSlug(slug) ||
      db
        .select({ id: workspace.id })
        .from(workspace)
        .where(and(eq(workspace.slug, slug), ne(workspace.id, workspaceId)))
        .get() !== undefined;
    const slug = slugFor(name, isTaken);
    db.update(workspace).set({ name, slug }).where(eq(workspace.id, workspaceId)).run();
    const home =
      db
        .update(organization)
        .set({ name: organizationName })
        .where(
          eq(
            organization.id,
            db
              .select({ id: organization.id })
              .from(organization)
              .where(eq(organization.workspaceId, workspaceId))
              .orderBy(organization.createdAt, organization.id)
              .limit(1)
          )
        )
        .returning({ id: organization.id })
        .get() ??
      db
        .insert(organization)
        .values({ workspaceId, name: organizationName, memberLevel: 'steering' })
        .returning({ id: organization.id })
        .get();
    db.insert(membership)
      .values({ workspaceId, userId, organizationId: home.id, role: 'owner' })
      .run();
    const access: Access = { db, workspaceId, organizationId: home.id, userId, role: 'owner' };
    recordAudit(access, {
      action: 'take-over',
      entity: 'workspace',
      entityId: workspaceId,
      after: { name, slug, organization: organizationName }
    });
    return { access, slug };
  });
}
