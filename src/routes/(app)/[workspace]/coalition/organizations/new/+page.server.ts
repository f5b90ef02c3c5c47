import { redirect } from '@sveltejs/kit';
import { organizationSchema } from '$lib/advocacy/coalition.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { submit } from '$lib/server/page';
import { saveOrganization } from '$lib/server/use-cases/coalition';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireAccess(event, 'advocate');
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const saved = await submit(event, organizationSchema, (input) =>
      saveOrganization(access, null, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${event.params.workspace}/coalition/organizations/${saved.value}`);
  }
} satisfies Actions;
