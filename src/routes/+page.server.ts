import { redirect } from '@sveltejs/kit';
import { and, eq, isNull } from 'drizzle-orm';
import { getDb } from '$lib/server/db';
import { membership, workspace } from '$lib/server/db/schema/access';
import type { PageServerLoad } from './$types';

/** The start sends people where they belong: their workspace, else sign-in. */
export const load: PageServerLoad = ({ locals }) => {
  if (!locals.user) redirect(303, '/sign-in');
  const first = getDb()
    .select({ slug: workspace.slug })
    .from(membership)
    .innerJoin(workspace, eq(workspace.id, membership.workspaceId))
    .where(and(eq(membership.userId, locals.user.id), isNull(membership.endedAt)))
    .orderBy(membership.createdAt)
    .get();
  redirect(303, first ? `/${first.slug}` : '/sign-in');
};
