import { redirect } from '@sveltejs/kit';
import { measureActionSchema } from '$lib/advocacy/measure.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findMeasure } from '$lib/server/db/queries/measure';
import { found, submit } from '$lib/server/page';
import { addMeasureAction } from '$lib/server/use-cases/measures';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { id, identifier, body } = found(findMeasure(access, event.params.measure), event);
  return { measure: { id, identifier, body } };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, measure } = event.params;
    const saved = await submit(event, measureActionSchema, (input) =>
      addMeasureAction(access, measure, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/measures/${measure}`);
  }
} satisfies Actions;
