import { redirect } from '@sveltejs/kit';
import { commitmentSchema } from '$lib/advocacy/coalition.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { campaignChoices } from '$lib/server/db/queries/campaign';
import { findCommitment, organizationChoices } from '$lib/server/db/queries/coalition';
import { found, submit } from '$lib/server/page';
import { saveCommitment } from '$lib/server/use-cases/commitments';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { linkedCampaignId: _, ...row } = found(
    findCommitment(access, event.params.commitment),
    event
  );
  return {
    commitment: { ...row, giverPersonName: row.giverPerson },
    organizations: organizationChoices(access),
    campaigns: campaignChoices(access)
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, commitment } = event.params;
    const saved = await submit(event, commitmentSchema, (input) =>
      saveCommitment(access, commitment, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/coalition/commitments/${saved.value}`);
  }
} satisfies Actions;
