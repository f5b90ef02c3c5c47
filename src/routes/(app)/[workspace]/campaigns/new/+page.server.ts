import { redirect } from '@sveltejs/kit';
import { campaignSchema } from '$lib/advocacy/campaign.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { organizationChoices } from '$lib/server/db/queries/coalition';
import { submit } from '$lib/server/page';
import { createCampaign } from '$lib/server/use-cases/campaigns';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  return {
    organizations: organizationChoices(access),
    ownOrganizationId: access.organizationId
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const saved = await submit(event, campaignSchema, (input) => createCampaign(access, input));
    if (!saved.ok) return saved.failure;
    redirect(303, `/${event.params.workspace}/campaigns/${saved.value}`);
  }
} satisfies Actions;
