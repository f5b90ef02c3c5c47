import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireAccess } from '$lib/server/access/require-access';
import { parseForm } from '$lib/server/form';
import { cancelDraft, listDrafts } from '$lib/server/use-cases/import-drafts';
import { readDraft } from '$lib/server/use-cases/review-draft';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  drafts: listDrafts(requireAccess(event, 'import')).map(
    ({ id, fileName, fileBytes, createdAt }) => ({ id, fileName, fileBytes, createdAt })
  )
});

const draftSchema = v.object({
  draft: v.pipe(v.string('no-such-draft'), v.minLength(1, 'no-such-draft'))
});

export const actions = {
  read: async (event) => {
    const access = requireAccess(event, 'import');
    const input = parseForm(draftSchema, await event.request.formData());
    const read = input.ok ? await readDraft(access, input.value.draft) : input;
    if (!read.ok) return fail(422, { issues: read.issues });
    redirect(303, `/${event.params.workspace}/data/import/${read.value.id}`);
  },
  discard: async (event) => {
    const access = requireAccess(event, 'import');
    const input = parseForm(draftSchema, await event.request.formData());
    const done = input.ok ? cancelDraft(access, input.value.draft) : input;
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `/${event.params.workspace}/data/import`);
  }
} satisfies Actions;
