import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { daysLate, type Day } from '$lib/advocacy/day';
import { isOpenCommitment } from '$lib/advocacy/commitment';
import type { Access } from '$lib/server/access/access';
import {
  campaign,
  commitment,
  membership,
  organization,
  person,
  user
} from '$lib/server/db/schema';
import { visibleTo } from './visible';

/** Organizations of the workspace: members by name first, then those it deals with. */
export const listOrganizations = (access: Access) =>
  access.db
    .select()
    .from(organization)
    .where(eq(organization.workspaceId, access.workspaceId))
    .orderBy(
      sql`${organization.memberLevel} IS NULL OR ${organization.leftOn} IS NOT NULL`,
      asc(organization.name)
    )
    .all();

export const findOrganization = (access: Access, id: string) =>
  access.db
    .select()
    .from(organization)
    .where(and(eq(organization.workspaceId, access.workspaceId), eq(organization.id, id)))
    .get();

export const findOrganizationByName = (access: Access, name: string) =>
  access.db
    .select()
    .from(organization)
    .where(and(eq(organization.workspaceId, access.workspaceId), eq(organization.name, name)))
    .get();

/** Names for a select. */
export const organizationChoices = (access: Access) =>
  access.db
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(eq(organization.workspaceId, access.workspaceId))
    .orderBy(asc(organization.name))
    .all();

/** People with an account, by organization; membership is changed in Settings only. */
export const listPeople = (access: Access, organizationId: string) =>
  access.db
    .select({ name: user.name, role: membership.role })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        eq(membership.workspaceId, access.workspaceId),
        eq(membership.organizationId, organizationId),
        isNull(membership.endedAt)
      )
    )
    .orderBy(asc(user.name))
    .all();

/** How many people each organization has, by organization id. */
export const countPeople = (access: Access): Map<string, number> =>
  new Map(
    access.db
      .select({ organizationId: membership.organizationId, n: count() })
      .from(membership)
      .where(and(eq(membership.workspaceId, access.workspaceId), isNull(membership.endedAt)))
      .groupBy(membership.organizationId)
      .all()
      .map((row) => [row.organizationId, row.n])
  );

const commitmentColumns = {
  id: commitment.id,
  text: commitment.text,
  dueOn: commitment.dueOn,
  state: commitment.state,
  evidence: commitment.evidence,
  visibility: commitment.visibility,
  ownerOrganizationId: commitment.ownerOrganizationId,
  giverOrganizationId: commitment.giverOrganizationId,
  giverOrganization: organization.name,
  giverPerson: person.name,
  /** as stored, whoever sees the campaign; never for a page */
  linkedCampaignId: commitment.campaignId,
  campaignId: campaign.id,
  campaign: campaign.name
};

const commitments = (access: Access) =>
  access.db
    .select(commitmentColumns)
    .from(commitment)
    .leftJoin(
      organization,
      and(
        eq(organization.id, commitment.giverOrganizationId),
        eq(organization.workspaceId, access.workspaceId)
      )
    )
    .leftJoin(
      person,
      and(eq(person.id, commitment.giverPersonId), eq(person.workspaceId, access.workspaceId))
    )
    .leftJoin(campaign, and(eq(campaign.id, commitment.campaignId), visibleTo(access, campaign)));

/** Commitments the asker may see: open before settled, then by due day, those without one last. */
export const listCommitments = (
  access: Access,
  only: { organizationId?: string; campaignId?: string } = {}
) =>
  commitments(access)
    .where(
      and(
        visibleTo(access, commitment),
        only.organizationId ? eq(commitment.giverOrganizationId, only.organizationId) : undefined,
        only.campaignId ? eq(commitment.campaignId, only.campaignId) : undefined
      )
    )
    .orderBy(
      sql`${commitment.state} IN ('fulfilled', 'partial', 'broken', 'declined', 'released', 'expired')`,
      sql`${commitment.dueOn} IS NULL`,
      asc(commitment.dueOn),
      asc(commitment.id)
    )
    .all();

export const findCommitment = (access: Access, id: string) =>
  commitments(access)
    .where(and(visibleTo(access, commitment), eq(commitment.id, id)))
    .get();

/** The counts of the coalition's header, of what the asker may see. */
export function coalitionCounts(access: Access, today: Day) {
  const members = access.db
    .select({ n: count() })
    .from(organization)
    .where(
      and(
        eq(organization.workspaceId, access.workspaceId),
        isNotNull(organization.memberLevel),
        isNull(organization.leftOn)
      )
    )
    .get();
  const rows = access.db
    .select({ state: commitment.state, dueOn: commitment.dueOn })
    .from(commitment)
    .where(visibleTo(access, commitment))
    .all();
  return {
    organizations: members?.n ?? 0,
    commitments: rows.length,
    late: rows.filter((row) => daysLate(row.dueOn, today, !isOpenCommitment(row.state)) > 0).length
  };
}

/** Organizations that belong to this workspace, of the given ids. */
export const organizationsHere = (access: Access, ids: readonly string[]): Set<string> =>
  new Set(
    access.db
      .select({ id: organization.id })
      .from(organization)
      .where(
        and(eq(organization.workspaceId, access.workspaceId), inArray(organization.id, [...ids]))
      )
      .all()
      .map((row) => row.id)
  );
