import { redirect } from '@sveltejs/kit';
import { taskSchema } from '$lib/advocacy/campaign.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findCampaign, findTask } from '$lib/server/db/queries/campaign';
import { organizationChoices } from '$lib/server/db/queries/coalition';
import { found, submit } from '$lib/server/page';
import { saveTask } from '$lib/server/use-cases/campaign-plan';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { id, name } = found(findCampaign(access, event.params.campaign), event);
  const part =
    event.params.task === 'new' ? null : found(findTask(access, id, event.params.task), event);
  return { campaign: { id, name }, task: part, organizations: organizationChoices(access) };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, campaign, task: part } = event.params;
    const saved = await submit(event, taskSchema, (input) =>
      saveTask(access, campaign, part === 'new' ? null : part, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/campaigns/${campaign}`);
  }
} satisfies Actions;
