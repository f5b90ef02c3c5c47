import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { invitation, membership, organization, user } from '$lib/server/db/schema/access';

/** People of the workspace now, by name. */
export const listMembers = ({ db, workspaceId }: Access) =>
  db
    .select({
      id: membership.id,
      userId: membership.userId,
      name: user.name,
      email: user.email,
      organization: organization.name,
      role: membership.role,
      since: membership.createdAt
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .innerJoin(organization, eq(organization.id, membership.organizationId))
    .where(and(eq(membership.workspaceId, workspaceId), isNull(membership.endedAt)))
    .orderBy(asc(user.name), asc(membership.id))
    .all();

/** Invitation links that still work, newest first. The links themselves are not kept. */
export const listOpenInvitations = ({ db, workspaceId }: Access, now: Date = new Date()) =>
  db
    .select({
      id: invitation.id,
      organization: organization.name,
      role: invitation.role,
      note: invitation.note,
      expiresAt: invitation.expiresAt
    })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .where(
      and(
        eq(invitation.workspaceId, workspaceId),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, now)
      )
    )
    .orderBy(desc(invitation.createdAt))
    .all();

/** Organizations of the workspace a person can belong to, by name. */
export const listHomeOrganizations = ({ db, workspaceId }: Access) =>
  db
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(and(eq(organization.workspaceId, workspaceId), isNull(organization.leftOn)))
    .orderBy(asc(organization.name))
    .all();
