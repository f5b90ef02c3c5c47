import { redirect } from '@sveltejs/kit';
import { policyActionSchema } from '$lib/advocacy/policy-action.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { campaignChoices } from '$lib/server/db/queries/campaign';
import { measureChoices } from '$lib/server/db/queries/measure';
import { submit } from '$lib/server/page';
import { savePolicyAction } from '$lib/server/use-cases/policy-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  return { measures: measureChoices(access), campaigns: campaignChoices(access) };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const saved = await submit(event, policyActionSchema, (input) =>
      savePolicyAction(access, null, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${event.params.workspace}/actions/${saved.value}`);
  }
} satisfies Actions;
