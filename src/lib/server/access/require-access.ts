import { error, redirect } from '@sveltejs/kit';
import { and, eq, isNull } from 'drizzle-orm';
import { getDb } from '$lib/server/db';
import { membership, workspace } from '$lib/server/db/schema/access';
import { textFor } from '$lib/text/text';
import type { Access } from './access';
import { can, type Capability } from './capability';

/** What a route hands over: who asks, for which workspace. */
export interface Asking {
  locals: App.Locals;
  params: Partial<Record<string, string>>;
  url: URL;
}

/**
 * The access of the signed-in person to the workspace of the URL.
 *
 * Nobody signed in: sent to sign-in and back. Not a member: 404, as if the workspace were not there.
 * A member without the capability: 403.
 */
export function requireAccess(event: Asking, capability: Capability): Access {
  const { locals, params, url } = event;
  const words = textFor(locals.language).access;
  if (!locals.user) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
  const db = getDb();
  const found = db
    .select({
      workspaceId: workspace.id,
      organizationId: membership.organizationId,
      role: membership.role
    })
    .from(membership)
    .innerJoin(workspace, eq(workspace.id, membership.workspaceId))
    .where(
      and(
        eq(workspace.slug, params.workspace ?? ''),
        eq(membership.userId, locals.user.id),
        isNull(membership.endedAt)
      )
    )
    .get();
  if (!found) error(404, { message: words.noSuchPage, code: 'not-found' });
  if (!can(found.role, capability)) error(403, { message: words.notAllowed, code: 'not-allowed' });
  return { db, userId: locals.user.id, ...found };
}
