import { redirect } from '@sveltejs/kit';
import { closeCampaignSchema } from '$lib/advocacy/campaign.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findCampaign } from '$lib/server/db/queries/campaign';
import { found, submit } from '$lib/server/page';
import { changeCampaignStatus } from '$lib/server/use-cases/campaigns';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { id, name } = found(findCampaign(access, event.params.campaign), event);
  return { campaign: { id, name } };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, campaign } = event.params;
    const saved = await submit(event, closeCampaignSchema, (input) =>
      changeCampaignStatus(access, campaign, 'closed', input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/campaigns/${campaign}`);
  }
} satisfies Actions;
