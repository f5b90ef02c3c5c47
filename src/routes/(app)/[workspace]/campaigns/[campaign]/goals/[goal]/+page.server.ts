import { redirect } from '@sveltejs/kit';
import { goalSchema } from '$lib/advocacy/campaign.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findCampaign, findGoal } from '$lib/server/db/queries/campaign';
import { found, submit } from '$lib/server/page';
import { saveGoal } from '$lib/server/use-cases/campaign-plan';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { id, name } = found(findCampaign(access, event.params.campaign), event);
  const part =
    event.params.goal === 'new' ? null : found(findGoal(access, id, event.params.goal), event);
  return { campaign: { id, name }, goal: part };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, campaign, goal: part } = event.params;
    const saved = await submit(event, goalSchema, (input) =>
      saveGoal(access, campaign, part === 'new' ? null : part, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/campaigns/${campaign}`);
  }
} satisfies Actions;
