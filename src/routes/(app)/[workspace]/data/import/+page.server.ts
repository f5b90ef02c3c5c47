import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireAccess } from '$lib/server/access/require-access';
import { parseForm } from '$lib/server/form';
import { settings } from '$lib/server/settings';
import { cancelDraft, listDrafts } from '$lib/server/use-cases/import-drafts';
import { startReading } from '$lib/server/use-cases/read-draft';
import { listed } from './list-drafts';
import { waitShortly } from './open-review';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  drafts: listed(listDrafts(requireAccess(event, 'import'))),
  limit: settings().uploadLimit,
  formLimit: settings().bodyLimit
});

const draftSchema = v.object({
  draft: v.pipe(v.string('no-such-draft'), v.minLength(1, 'no-such-draft'))
});

export const actions = {
  read: async (event) => {
    const access = requireAccess(event, 'import');
    const input = parseForm(draftSchema, await event.request.formData());
    const started = input.ok ? startReading(access, input.value.draft) : input;
    if (!started.ok) return fail(422, { issues: started.issues });
    await waitShortly(started.value);
    redirect(303, `/${event.params.workspace}/data/import/${input.values.draft}`);
  },
  discard: async (event) => {
    const access = requireAccess(event, 'import');
    const input = parseForm(draftSchema, await event.request.formData());
    const done = input.ok ? cancelDraft(access, input.value.draft) : input;
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `/${event.params.workspace}/data/import`);
  }
} satisfies Actions;
