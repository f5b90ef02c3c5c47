import { redirect } from '@sveltejs/kit';
import { measureSchema } from '$lib/advocacy/measure.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { campaignChoices } from '$lib/server/db/queries/campaign';
import { findMeasure } from '$lib/server/db/queries/measure';
import { found, submit } from '$lib/server/page';
import { saveMeasure } from '$lib/server/use-cases/measures';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  return {
    measure: found(findMeasure(access, event.params.measure), event),
    campaigns: campaignChoices(access)
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, measure } = event.params;
    const saved = await submit(event, measureSchema, (input) =>
      saveMeasure(access, measure, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/measures/${saved.value}`);
  }
} satisfies Actions;
