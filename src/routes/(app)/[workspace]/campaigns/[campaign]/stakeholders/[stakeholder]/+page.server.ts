import { redirect } from '@sveltejs/kit';
import { stakeholderSchema } from '$lib/advocacy/campaign.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findCampaign } from '$lib/server/db/queries/campaign';
import { organizationChoices } from '$lib/server/db/queries/coalition';
import { found, submit } from '$lib/server/page';
import { findStakeholder, saveStakeholder } from '$lib/server/use-cases/stakeholders';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { id, name } = found(findCampaign(access, event.params.campaign), event);
  const row =
    event.params.stakeholder === 'new'
      ? null
      : found(findStakeholder(access, id, event.params.stakeholder), event);
  return {
    campaign: { id, name },
    stakeholder: row && {
      personName: row.personName ?? '',
      personTitle: row.personTitle ?? '',
      organizationId: row.organizationId ?? '',
      role: row.role,
      support: row.support === null ? '' : String(row.support),
      influence: row.influence === null ? '' : String(row.influence),
      basis: row.basis ?? '',
      ratedOn: row.ratedOn ?? '',
      visibility: row.visibility
    },
    organizations: organizationChoices(access)
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, campaign, stakeholder } = event.params;
    const saved = await submit(event, stakeholderSchema, (input) =>
      saveStakeholder(access, campaign, stakeholder === 'new' ? null : stakeholder, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/campaigns/${campaign}`);
  }
} satisfies Actions;
