import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath } from '$lib/server/access/local-path';
import { emailAddress, passwordLength, typedPassword } from '$lib/server/access/password';
import { signIn } from '$lib/server/access/sign-in';
import { getDb } from '$lib/server/db';
import { parseForm } from '$lib/server/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  to: localPath(url.searchParams.get('to'), '/'),
  /** signed in already: the start could not find a workspace for them */
  name: locals.user?.name ?? null
});

const schema = v.object({
  email: emailAddress,
  password: v.pipe(
    v.string('password-missing'),
    v.nonEmpty('password-missing'),
    v.maxLength(passwordLength.most, 'password-long')
  ),
  to: v.optional(v.string())
});

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const input = parseForm(schema, data);
    const values = { email: input.values.email ?? '', to: input.values.to ?? '' };
    if (!input.ok) return fail(422, { issues: input.issues, values });
    const issues = await signIn(getDb(), event, {
      email: input.value.email,
      password: typedPassword(data)
    });
    if (issues.length > 0) return fail(422, { issues, values });
    redirect(303, localPath(input.value.to, '/'));
  }
} satisfies Actions;
