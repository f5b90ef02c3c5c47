import { redirect } from '@sveltejs/kit';
import { hearingSchema } from '$lib/advocacy/hearing.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { submit } from '$lib/server/page';
import { createHearing } from '$lib/server/use-cases/hearings';
import { hearingChoices } from '../parts/choices.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  hearingChoices(requireAccess(event, 'prepare-hearing'));

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'prepare-hearing');
    const saved = await submit(event, hearingSchema, (input) => createHearing(access, input));
    if (!saved.ok) return saved.failure;
    redirect(303, `/${event.params.workspace}/hearings/${saved.value}`);
  }
} satisfies Actions;
