import { eq } from 'drizzle-orm';
import { capabilitiesOf } from '$lib/server/access/capability';
import { requireAccess } from '$lib/server/access/require-access';
import { upcomingHearings } from '$lib/server/db/queries/hearing';
import { organization, workspace } from '$lib/server/db/schema/access';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const place = access.db
    .select({ slug: workspace.slug, name: workspace.name, isSample: workspace.isSample })
    .from(workspace)
    .where(eq(workspace.id, access.workspaceId))
    .get();
  const home = access.db
    .select({ name: organization.name })
    .from(organization)
    .where(eq(organization.id, access.organizationId))
    .get();
  return {
    workspace: place ?? { slug: event.params.workspace, name: '', isSample: false },
    person: {
      name: event.locals.user?.name ?? '',
      role: access.role,
      organization: home?.name ?? ''
    },
    capabilities: capabilitiesOf(access.role),
    hearingsAhead: upcomingHearings(access).length,
    isDemo: event.locals.isDemo
  };
};
