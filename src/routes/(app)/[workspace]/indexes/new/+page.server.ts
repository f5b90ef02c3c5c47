import { fail, redirect } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { viewIndexChoices } from '$lib/server/use-cases/index-choices';
import { createIndex } from '$lib/server/use-cases/index-versions';
import { indexFrom } from '../index-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'analyze');
  return {
    choices: viewIndexChoices(access, event.locals.language)
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'analyze');
    const { input, issues, typed } = indexFrom(await event.request.formData());
    if (issues.length > 0) return fail(422, { issues, typed });
    const made = createIndex(access, input);
    if (!made.ok) return fail(422, { issues: made.issues, typed });
    redirect(303, `/${event.params.workspace}/indexes/${made.value.indexId}`);
  }
} satisfies Actions;
