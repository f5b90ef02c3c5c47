import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireAccess } from '$lib/server/access/require-access';
import {
  listHomeOrganizations,
  listMembers,
  listOpenInvitations
} from '$lib/server/db/queries/people';
import { roles } from '$lib/server/db/schema/access';
import { parseForm } from '$lib/server/form';
import { invite, revokeInvitation } from '$lib/server/use-cases/invite';
import { changeRole, endMembership } from '$lib/server/use-cases/people';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'manage');
  return {
    members: listMembers(access),
    invitations: listOpenInvitations(access),
    organizations: listHomeOrganizations(access),
    // Only an owner makes an owner, so others are not offered it.
    roles: roles.filter((role) => access.role === 'owner' || role !== 'owner'),
    isOwner: access.role === 'owner'
  };
};

const role = v.picklist(roles, 'role-missing');
const membershipId = v.string('member-not-found');
const changeSchema = v.object({ membershipId, role });
const endSchema = v.object({ membershipId });
const revokeSchema = v.object({ invitationId: v.string('invitation-not-found') });
const inviteSchema = v.object({
  organizationId: v.pipe(
    v.optional(v.string(), ''),
    v.transform((id) => id || null)
  ),
  organizationName: v.pipe(v.optional(v.string(), ''), v.maxLength(120, 'name-long')),
  role,
  note: v.pipe(v.optional(v.string(), ''), v.maxLength(200, 'note-long'))
});

export const actions = {
  'change-role': async (event) => {
    const access = requireAccess(event, 'manage');
    const input = parseForm(changeSchema, await event.request.formData());
    const done = input.ok ? changeRole(access, input.value) : input;
    if (!done.ok) return fail(422, { issues: done.issues });
    return { done: 'roleChanged' as const };
  },
  end: async (event) => {
    const access = requireAccess(event, 'manage');
    const input = parseForm(endSchema, await event.request.formData());
    const done = input.ok ? endMembership(access, input.value) : input;
    if (!done.ok) return fail(422, { issues: done.issues });
    return { done: 'ended' as const };
  },
  // Answers with a page, not a redirect: the link is shown this once and must not stand in a URL.
  invite: async (event) => {
    const access = requireAccess(event, 'manage');
    const input = parseForm(inviteSchema, await event.request.formData());
    if (!input.ok) return fail(422, { issues: input.issues, values: input.values });
    const made = invite(access, input.value);
    if (!made.ok) return fail(422, { issues: made.issues, values: input.values });
    return { link: event.url.origin + made.value.path };
  },
  revoke: async (event) => {
    const access = requireAccess(event, 'manage');
    const input = parseForm(revokeSchema, await event.request.formData());
    const done = input.ok ? revokeInvitation(access, input.value) : input;
    if (!done.ok) return fail(422, { issues: done.issues });
    return { done: 'revoked' as const };
  }
} satisfies Actions;
