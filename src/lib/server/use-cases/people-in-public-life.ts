import { and, eq, isNull } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { person } from '$lib/server/db/schema';

/** The id of the person of this name and title in the workspace, made when there is none. */
export function personNamed(access: Access, name: string, title: string | null): string {
  const found = access.db
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.workspaceId, access.workspaceId),
        eq(person.name, name),
        title === null ? isNull(person.title) : eq(person.title, title)
      )
    )
    .get();
  return (
    found ??
    access.db
      .insert(person)
      .values({ workspaceId: access.workspaceId, name, title })
      .returning({ id: person.id })
      .get()
  ).id;
}
