import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Parsed } from '$lib/base/issue';
import type { Role } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { hashToken } from '$lib/server/access/token';
import type { Db } from '$lib/server/db/open';
import { invitation, membership, organization, workspace } from '$lib/server/db/schema/access';
import { insertPerson, readyPerson, type NewPerson } from './people';

export interface OpenInvitation {
  id: string;
  workspaceId: string;
  workspaceName: string;
  slug: string;
  organizationId: string;
  organizationName: string;
  role: Role;
}

export type Accepted = Parsed<{ userId: string; slug: string }>;

/** What a link invites to; null when it is unknown, used, revoked or too old. */
export function findInvitation(
  db: Db,
  token: string,
  now: Date = new Date()
): OpenInvitation | null {
  return (
    db
      .select({
        id: invitation.id,
        workspaceId: invitation.workspaceId,
        workspaceName: workspace.name,
        slug: workspace.slug,
        organizationId: invitation.organizationId,
        organizationName: organization.name,
        role: invitation.role
      })
      .from(invitation)
      .innerJoin(workspace, eq(workspace.id, invitation.workspaceId))
      .innerJoin(organization, eq(organization.id, invitation.organizationId))
      .where(
        and(
          eq(invitation.tokenHash, hashToken(token)),
          isNull(invitation.acceptedAt),
          isNull(invitation.revokedAt),
          gt(invitation.expiresAt, now)
        )
      )
      .get() ?? null
  );
}

/** The signed-in person joins. A member stays what they are (`already-member`), the link unused. */
export function acceptInvitation(db: Db, input: { token: string; userId: string }): Accepted {
  return db.transaction((): Accepted => {
    const found = findInvitation(db, input.token);
    return found ? join(db, found, input.userId) : refused('link-not-good');
  });
}

/** Makes an account and joins with it, all or nothing. */
export async function acceptAsNewPerson(
  db: Db,
  input: NewPerson & { token: string }
): Promise<Accepted> {
  if (!findInvitation(db, input.token)) return refused('link-not-good');
  const person = await readyPerson(input);
  return db.transaction((): Accepted => {
    const found = findInvitation(db, input.token);
    if (!found) return refused('link-not-good');
    const made = insertPerson(db, person);
    return made.ok ? join(db, found, made.value.userId) : made;
  });
}

function join(db: Db, found: OpenInvitation, userId: string): Accepted {
  const { workspaceId, organizationId, role } = found;
  const earlier = db
    .select({ id: membership.id, endedAt: membership.endedAt })
    .from(membership)
    .where(and(eq(membership.workspaceId, workspaceId), eq(membership.userId, userId)))
    .get();
  if (earlier?.endedAt === null) return refused('already-member');
  const { id } = db
    .insert(membership)
    .values({ workspaceId, userId, organizationId, role })
    .onConflictDoUpdate({
      target: [membership.workspaceId, membership.userId],
      set: { organizationId, role, endedAt: null }
    })
    .returning({ id: membership.id })
    .get();
  db.update(invitation).set({ acceptedAt: new Date() }).where(eq(invitation.id, found.id)).run();
  recordAudit(
    { db, workspaceId, userId },
    {
      action: 'join',
      entity: 'membership',
      entityId: id,
      after: { organization: found.organizationName, role, invitation: found.id }
    }
  );
  return { ok: true, value: { userId, slug: found.slug } };
}
