import { redirect } from '@sveltejs/kit';
import { policyActionSchema } from '$lib/advocacy/policy-action.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { campaignChoices } from '$lib/server/db/queries/campaign';
import { measureChoices } from '$lib/server/db/queries/measure';
import { findPolicyAction } from '$lib/server/db/queries/policy-action';
import { found, submit } from '$lib/server/page';
import { savePolicyAction } from '$lib/server/use-cases/policy-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  return {
    action: found(findPolicyAction(access, event.params.action), event),
    measures: measureChoices(access),
    campaigns: campaignChoices(access)
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, action } = event.params;
    const saved = await submit(event, policyActionSchema, (input) =>
      savePolicyAction(access, action, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/actions/${saved.value}`);
  }
} satisfies Actions;
