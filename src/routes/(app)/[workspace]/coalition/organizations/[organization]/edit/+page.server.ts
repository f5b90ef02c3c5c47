import { redirect } from '@sveltejs/kit';
import { organizationSchema } from '$lib/advocacy/coalition.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findOrganization } from '$lib/server/db/queries/coalition';
import { found, submit } from '$lib/server/page';
import { saveOrganization } from '$lib/server/use-cases/coalition';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  return { organization: found(findOrganization(access, event.params.organization), event) };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, organization } = event.params;
    const saved = await submit(event, organizationSchema, (input) =>
      saveOrganization(access, organization, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/coalition/organizations/${saved.value}`);
  }
} satisfies Actions;
