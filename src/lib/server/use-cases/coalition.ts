import { eq } from 'drizzle-orm';
import type { OrganizationInput } from '$lib/advocacy/coalition.schema';
import { daysBetween } from '$lib/advocacy/day';
import { problem } from '$lib/advocacy/problem';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findOrganization, findOrganizationByName } from '$lib/server/db/queries/coalition';
import { organization } from '$lib/server/db/schema';
import { changedFields, done, notHere, refused, together, type Outcome } from './outcome';

/**
 * Writes an organization of the workspace; `id` null makes a new one. Names are told apart by their
 * spelling, so the same name twice is refused.
 */
export function saveOrganization(
  access: Access,
  id: string | null,
  input: OrganizationInput
): Outcome<string> {
  const before = id === null ? null : findOrganization(access, id);
  if (before === undefined) return notHere();
  const sameName = findOrganizationByName(access, input.name);
  if (sameName && sameName.id !== id)
    return refused(problem('organization-exists', 'name', { name: input.name }));
  if (input.joinedOn && input.leftOn && daysBetween(input.joinedOn, input.leftOn) < 0)
    return refused(problem('organization-dates', 'leftOn'));
  return together(access, () => {
    const saved = before
      ? before.id
      : access.db
          .insert(organization)
          .values({ ...input, workspaceId: access.workspaceId })
          .returning({ id: organization.id })
          .get().id;
    if (before) access.db.update(organization).set(input).where(eq(organization.id, saved)).run();
    recordAudit(access, {
      action: before ? 'change' : 'create',
      entity: 'organization',
      entityId: saved,
      ...changedFields(before ?? {}, input)
    });
    return done(saved);
  });
}
