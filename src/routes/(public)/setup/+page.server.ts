import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { emailAddress, namedText, newPassword, typedPassword } from '$lib/server/access/password';
import { openSession } from '$lib/server/access/session';
import { getDb } from '$lib/server/db';
import { parseForm } from '$lib/server/form';
import { isSetupTokenGood, setUp } from '$lib/server/use-cases/setup';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const token = url.searchParams.get('token') ?? '';
  return { isGood: isSetupTokenGood(getDb(), token), token };
};

const schema = v.object({
  token: v.string(),
  name: namedText('name-missing'),
  email: emailAddress,
  password: newPassword,
  workspaceName: namedText('workspace-missing'),
  organizationName: namedText('name-missing')
});

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const input = parseForm(schema, data);
    const { password: _, ...values } = input.values;
    if (!input.ok) return fail(422, { issues: input.issues, values });
    const done = await setUp(getDb(), { ...input.value, password: typedPassword(data) });
    if (!done.ok) return fail(422, { issues: done.issues, values });
    await openSession(getDb(), event, done.value.userId);
    redirect(303, `/${done.value.slug}`);
  }
} satisfies Actions;
