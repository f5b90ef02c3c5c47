import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { emailAddress, namedText, newPassword, typedPassword } from '$lib/server/access/password';
import { openSession } from '$lib/server/access/session';
import { getDb } from '$lib/server/db';
import { parseForm, type FormValues } from '$lib/server/form';
import {
  acceptAsNewPerson,
  acceptInvitation,
  findInvitation
} from '$lib/server/use-cases/accept-invitation';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
  const found = findInvitation(getDb(), params.token);
  return {
    invitation: found && {
      workspace: found.workspaceName,
      organization: found.organizationName,
      role: found.role
    },
    person: locals.user && { name: locals.user.name, email: locals.user.email }
  };
};

const schema = v.object({
  name: namedText('name-missing'),
  email: emailAddress,
  password: newPassword
});

export const actions = {
  /** With the account of the person signed in. */
  join: ({ locals, params }) => {
    const { user } = locals;
    const path = `/invite/${params.token}`;
    if (!user) redirect(303, `/sign-in?to=${encodeURIComponent(path)}`);
    const done = acceptInvitation(getDb(), { token: params.token, userId: user.id });
    const values: FormValues = {};
    if (!done.ok) return fail(422, { issues: done.issues, values });
    redirect(303, `/${done.value.slug}`);
  },
  /** With a new account. */
  create: async (event) => {
    const data = await event.request.formData();
    const input = parseForm(schema, data);
    const { password: _, ...values } = input.values;
    if (!input.ok) return fail(422, { issues: input.issues, values });
    const done = await acceptAsNewPerson(getDb(), {
      ...input.value,
      password: typedPassword(data),
      token: event.params.token
    });
    if (!done.ok) return fail(422, { issues: done.issues, values });
    await openSession(getDb(), event, done.value.userId);
    redirect(303, `/${done.value.slug}`);
  }
} satisfies Actions;
