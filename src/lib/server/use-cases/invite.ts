import { and, eq, isNull } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Access, Role } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { expiry, hashToken, newToken } from '$lib/server/access/token';
import { invitation, organization } from '$lib/server/db/schema/access';

export interface NewInvitation {
  /** an organization of the workspace; null: the one named in `organizationName` */
  organizationId: Id | null;
  /** made when the workspace has none of this name */
  organizationName: string;
  role: Role;
  /** for whom, in the inviter's words */
  note: string;
}

export interface InvitationLink {
  id: Id;
  /** path with the token; it cannot be shown again */
  path: string;
  expiresAt: Date;
}

/** A link by which one person joins through an organization with a role, within 14 days. */
export function invite(access: Access, input: NewInvitation): Parsed<InvitationLink> {
  const { db, workspaceId, userId } = access;
  if (input.role === 'owner' && access.role !== 'owner') return refused('owner-only', 'role');
  return db.transaction((tx): Parsed<InvitationLink> => {
    const home = invitingOrganization(access, input);
    if (!home) return refused('organization-missing', 'organizationId');
    const token = newToken();
    const expiresAt = expiry('invitation');
    const { id } = tx
      .insert(invitation)
      .values({
        workspaceId,
        organizationId: home.id,
        role: input.role,
        tokenHash: hashToken(token),
        note: input.note || null,
        createdBy: userId ?? 'command-line',
        expiresAt
      })
      .returning({ id: invitation.id })
      .get();
    recordAudit(access, {
      action: 'invite',
      entity: 'invitation',
      entityId: id,
      after: { organization: home.name, role: input.role, expiresAt: expiresAt.toISOString() }
    });
    return { ok: true, value: { id, path: `/invite/${token}`, expiresAt } };
  });
}

/** Makes an unused link worthless. */
export function revokeInvitation(access: Access, input: { invitationId: Id }): Parsed<null> {
  return access.db.transaction((tx): Parsed<null> => {
    const revoked = tx
      .update(invitation)
      .set({ revokedAt: new Date() })
      .where(
        and(
          eq(invitation.id, input.invitationId),
          eq(invitation.workspaceId, access.workspaceId),
          isNull(invitation.acceptedAt),
          isNull(invitation.revokedAt)
        )
      )
      .run();
    if (revoked.changes === 0) return refused('invitation-not-found');
    recordAudit(access, {
      action: 'revoke',
      entity: 'invitation',
      entityId: input.invitationId
    });
    return { ok: true, value: null };
  });
}

function invitingOrganization(access: Access, input: NewInvitation) {
  const { db, workspaceId } = access;
  const name = input.organizationName.trim();
  const wanted =
    input.organizationId === null
      ? eq(organization.name, name)
      : eq(organization.id, input.organizationId);
  const known = db
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(and(eq(organization.workspaceId, workspaceId), wanted))
    .get();
  if (known || input.organizationId !== null || name === '') return known;
  const made = db
    .insert(organization)
    .values({ workspaceId, name })
    .returning({ id: organization.id, name: organization.name })
    .get();
  recordAudit(access, {
    action: 'create',
    entity: 'organization',
    entityId: made.id,
    after: { name: made.name }
  });
  return made;
}
