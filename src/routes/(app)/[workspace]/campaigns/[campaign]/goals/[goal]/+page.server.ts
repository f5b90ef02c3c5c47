import { redirect } from '@sveltejs/kit';
import { goalSchema } from '$lib/advocacy/campaign.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findCampaign } from '$lib/server/db/queries/campaign';
import { goal } from '$lib/server/db/schema';
import { found, submit } from '$lib/server/page';
import { findPart, saveGoal } from '$lib/server/use-cases/campaign-plan';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { id, name } = found(findCampaign(access, event.params.campaign), event);
  const part =
    event.params.goal === 'new'
      ? null
      : found(findPart(access, id, goal, event.params.goal), event);
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
