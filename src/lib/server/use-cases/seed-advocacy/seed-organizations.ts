import { eq } from 'drizzle-orm';
import { memberLevels, organizationKinds } from '$lib/advocacy/coalition';
import type { Access } from '$lib/server/access/access';
import { findOrganizationByName } from '$lib/server/db/queries/coalition';
import { organization } from '$lib/server/db/schema';
import { dayOf, oneOf, type Seeding } from './seeding';

/** @returns ids of the organizations by their ids in the file */
export function seedOrganizations({ access, demo, today }: Seeding): Map<string, string> {
  const ids = new Map<string, string>();
  for (const each of demo.organizations) {
    const row = {
      classification: oneOf(organizationKinds, each.sector),
      memberLevel: oneOf(memberLevels, each.level),
      joinedOn: dayOf(each.joined, today)
    };
    ids.set(each.id, organizationNamed(access, each.name, row));
  }
  // The coalition itself, when the workspace was opened in its name, is not its own member.
  if (findOrganizationByName(access, demo.name))
    organizationNamed(access, demo.name, { classification: 'coalition', memberLevel: null });
  return ids;
}

/** The organization of this name with these fields, made when there is none. */
export function organizationNamed(
  access: Access,
  name: string,
  row: Partial<typeof organization.$inferInsert>
): string {
  const there = findOrganizationByName(access, name);
  if (there) {
    access.db.update(organization).set(row).where(eq(organization.id, there.id)).run();
    return there.id;
  }
  return access.db
    .insert(organization)
    .values({ ...row, name, workspaceId: access.workspaceId })
    .returning({ id: organization.id })
    .get().id;
}
