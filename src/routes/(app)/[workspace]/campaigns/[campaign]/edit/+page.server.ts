import { redirect } from '@sveltejs/kit';
import { campaignSchema } from '$lib/advocacy/campaign.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findCampaign } from '$lib/server/db/queries/campaign';
import { organizationChoices } from '$lib/server/db/queries/coalition';
import { found, submit } from '$lib/server/page';
import { changeCampaign } from '$lib/server/use-cases/campaigns';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const campaign = found(findCampaign(access, event.params.campaign), event);
  return { campaign, organizations: organizationChoices(access) };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, campaign } = event.params;
    const saved = await submit(event, campaignSchema, (input) =>
      changeCampaign(access, campaign, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/campaigns/${saved.value}`);
  }
} satisfies Actions;
