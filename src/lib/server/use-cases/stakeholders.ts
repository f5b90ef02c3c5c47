import { and, eq } from 'drizzle-orm';
import type { StakeholderInput } from '$lib/advocacy/campaign.schema';
import type { Day } from '$lib/advocacy/day';
import { stakeholderProblems } from '$lib/advocacy/stakeholder';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findCampaign } from '$lib/server/db/queries/campaign';
import { visibleTo } from '$lib/server/db/queries/visible';
import { person, stakeholder } from '$lib/server/db/schema';
import {
  changedFields,
  childVisibilityProblems,
  done,
  linkProblems,
  notHere,
  refused,
  sharingProblems,
  todayHere,
  together,
  type Outcome
} from './outcome';
import { personNamed } from './people-in-public-life';

/** A stakeholder of a campaign the asker sees, with the person's name, or undefined. */
export function findStakeholder(access: Access, campaignId: string, id: string) {
  if (!findCampaign(access, campaignId)) return undefined;
  const row = access.db
    .select()
    .from(stakeholder)
    .where(
      and(
        eq(stakeholder.id, id),
        eq(stakeholder.campaignId, campaignId),
        visibleTo(access, stakeholder)
      )
    )
    .get();
  if (!row) return undefined;
  const who =
    row.personId === null
      ? undefined
      : access.db
          .select()
          .from(person)
          .where(and(eq(person.id, row.personId), eq(person.workspaceId, access.workspaceId)))
          .get();
  return { ...row, personName: who?.name ?? null, personTitle: who?.title ?? null };
}

/** Writes a stakeholder; `id` null makes a new one. A rating without a day is of today. */
export function saveStakeholder(
  access: Access,
  campaignId: string,
  id: string | null,
  input: StakeholderInput,
  today: Day = todayHere()
): Outcome<string> {
  const parent = findCampaign(access, campaignId);
  const before = id === null ? null : findStakeholder(access, campaignId, id);
  if (!parent || before === undefined) return notHere();
  const { personName, personTitle, ...rest } = input;
  const problems = [
    ...stakeholderProblems({
      ...rest,
      isPerson: personName !== null,
      isOrganization: rest.organizationId !== null
    }),
    ...linkProblems(access, { organizations: { organizationId: rest.organizationId } }),
    ...childVisibilityProblems(parent.visibility, rest.visibility),
    ...(before ? sharingProblems(access, before, rest.visibility) : [])
  ];
  if (problems.length > 0) return refused(...problems);
  const isRated = rest.support !== null || rest.influence !== null;
  return together(access, () => {
    const row = {
      ...rest,
      ratedOn: isRated ? (rest.ratedOn ?? today) : null,
      personId: personName === null ? null : personNamed(access, personName, personTitle)
    };
    const saved = before
      ? before.id
      : access.db
          .insert(stakeholder)
          .values({
            ...row,
            campaignId,
            workspaceId: access.workspaceId,
            ownerOrganizationId: access.organizationId,
            createdBy: access.userId ?? 'program'
          })
          .returning({ id: stakeholder.id })
          .get().id;
    if (before) access.db.update(stakeholder).set(row).where(eq(stakeholder.id, before.id)).run();
    recordAudit(access, {
      action: before ? 'change' : 'create',
      entity: 'stakeholder',
      entityId: saved,
      ...changedFields(before ?? {}, {
        role: row.role,
        support: row.support,
        influence: row.influence
      })
    });
    return done(saved);
  });
}

export function removeStakeholder(access: Access, campaignId: string, id: string): Outcome<string> {
  const before = findStakeholder(access, campaignId, id);
  if (!before) return notHere();
  return together(access, () => {
    access.db.delete(stakeholder).where(eq(stakeholder.id, id)).run();
    recordAudit(access, {
      action: 'remove',
      entity: 'stakeholder',
      entityId: id,
      before: { role: before.role }
    });
    return done(campaignId);
  });
}
