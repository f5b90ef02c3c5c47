import { redirect } from '@sveltejs/kit';
import { measureSchema } from '$lib/advocacy/measure.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { campaignChoices } from '$lib/server/db/queries/campaign';
import { submit } from '$lib/server/page';
import { saveMeasure } from '$lib/server/use-cases/measures';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  campaigns: campaignChoices(requireAccess(event, 'advocate'))
});

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const saved = await submit(event, measureSchema, (input) => saveMeasure(access, null, input));
    if (!saved.ok) return saved.failure;
    redirect(303, `/${event.params.workspace}/measures/${saved.value}`);
  }
} satisfies Actions;
