import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '$lib/server/access/capability';
import { requireAccess } from '$lib/server/access/require-access';
import { listReleasePolicies, workspaceRelease } from '$lib/server/db/queries/release-policy';
import { parseForm } from '$lib/server/form';
import { setReleasePolicy } from '$lib/server/use-cases/release-policy';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  return {
    policies: listReleasePolicies(access),
    release: workspaceRelease(access),
    canChange: can(access.role, 'manage')
  };
};

const schema = v.object({
  profile: v.string('profile-not-offered'),
  threshold: v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => (text === '' ? null : Number(text)))
  ),
  reason: v.pipe(v.optional(v.string(), ''), v.maxLength(500, 'note-long'))
});

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'manage');
    const input = parseForm(schema, await event.request.formData());
    const done = input.ok ? setReleasePolicy(access, input.value) : input;
    if (!done.ok) return fail(422, { issues: done.issues, values: input.values });
    return { saved: true };
  }
} satisfies Actions;
