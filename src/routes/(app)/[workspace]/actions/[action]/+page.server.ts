import { redirect } from '@sveltejs/kit';
import { movePolicyActionSchema, policyResponseSchema } from '$lib/advocacy/policy-action.schema';
import { policyActionMoves } from '$lib/advocacy/policy-action';
import { requireAccess } from '$lib/server/access/require-access';
import { findPolicyAction } from '$lib/server/db/queries/policy-action';
import { found, submit } from '$lib/server/page';
import { todayHere } from '$lib/server/use-cases/outcome';
import { movePolicyAction, noteResponse } from '$lib/server/use-cases/policy-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { campaignId, measureId, ...action } = found(
    findPolicyAction(access, event.params.action),
    event
  );
  return {
    today: todayHere(),
    action,
    // Ids only of what the asker may see: the names come from a visible row.
    campaignId: action.campaign ? campaignId : null,
    measureId: action.measure ? measureId : null,
    moves: policyActionMoves[action.state]
  };
};

export const actions = {
  move: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, action } = event.params;
    const saved = await submit(event, movePolicyActionSchema, (input) =>
      movePolicyAction(access, action, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/actions/${action}`);
  },
  response: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, action } = event.params;
    const saved = await submit(event, policyResponseSchema, (input) =>
      noteResponse(access, action, input.response)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/actions/${action}`);
  }
} satisfies Actions;
