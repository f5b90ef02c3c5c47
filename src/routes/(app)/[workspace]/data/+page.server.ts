import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireAccess } from '$lib/server/access/require-access';
import { can } from '$lib/server/access/capability';
import { parseForm } from '$lib/server/form';
import { listDrafts } from '$lib/server/use-cases/import-drafts';
import { surveyShelf } from '$lib/server/use-cases/survey-shelf';
import { undoImport } from '$lib/server/use-cases/undo-import';
import { listed } from './import/list-drafts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  return {
    surveys: surveyShelf(access),
    drafts: can(access.role, 'import') ? listed(listDrafts(access)) : [],
    undone: event.url.searchParams.has('undone')
  };
};

const undoSchema = v.object({ version: v.string('no-such-version') });

export const actions = {
  undo: async (event) => {
    const access = requireAccess(event, 'import');
    const input = parseForm(undoSchema, await event.request.formData());
    const done = input.ok ? undoImport(access, input.value.version) : input;
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `/${event.params.workspace}/data?undone=1`);
  }
} satisfies Actions;
