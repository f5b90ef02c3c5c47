import { and, asc, count, desc, eq, getTableColumns, isNull, lt, sql } from 'drizzle-orm';
import type { Day } from '$lib/advocacy/day';
import type { Access } from '$lib/server/access/access';
import {
  auditEntry,
  campaign,
  goal,
  objective,
  organization,
  person,
  stakeholder,
  task,
  user
} from '$lib/server/db/schema';
import { visibleTo } from './visible';

/** Campaigns the asker may see, latest change first, closed ones last. */
export const listCampaigns = (access: Access, today: Day) =>
  access.db
    .select({
      id: campaign.id,
      name: campaign.name,
      ask: campaign.ask,
      issue: campaign.issue,
      status: campaign.status,
      result: campaign.result,
      visibility: campaign.visibility,
      leadOrganization: organization.name,
      openTasks: countTasks(isNull(task.doneAt)),
      lateTasks: countTasks(and(isNull(task.doneAt), lt(task.dueOn, today))),
      objectives: sql<number>`(SELECT count(*) FROM ${objective} WHERE ${objective.campaignId} = ${campaign.id})`
    })
    .from(campaign)
    .leftJoin(organization, inSameWorkspace(access, campaign.leadOrganizationId))
    .where(visibleTo(access, campaign))
    .orderBy(sql`${campaign.status} = 'closed'`, desc(campaign.updatedAt), asc(campaign.name))
    .all();

/** One campaign, or undefined when it is not there or not the asker's to see. */
export const findCampaign = (access: Access, id: string) =>
  access.db
    .select()
    .from(campaign)
    .where(and(eq(campaign.id, id), visibleTo(access, campaign)))
    .get();

/** Names for a select. */
export const campaignChoices = (access: Access) =>
  access.db
    .select({ id: campaign.id, name: campaign.name })
    .from(campaign)
    .where(visibleTo(access, campaign))
    .orderBy(asc(campaign.name))
    .all();

/** Goals of a campaign the asker may see, far ones first; none of any other. */
export const listGoals = (access: Access, campaignId: string) =>
  access.db
    .select(getTableColumns(goal))
    .from(goal)
    .innerJoin(campaign, visibleCampaign(access, goal.campaignId))
    .where(and(eq(goal.workspaceId, access.workspaceId), eq(goal.campaignId, campaignId)))
    .orderBy(
      sql`CASE ${goal.horizon} WHEN 'long' THEN 0 WHEN 'intermediate' THEN 1 ELSE 2 END`,
      asc(goal.id)
    )
    .all();

/** Objectives of a campaign the asker may see, first due first; none of any other. */
export const listObjectives = (access: Access, campaignId: string) =>
  access.db
    .select(getTableColumns(objective))
    .from(objective)
    .innerJoin(campaign, visibleCampaign(access, objective.campaignId))
    .where(and(eq(objective.workspaceId, access.workspaceId), eq(objective.campaignId, campaignId)))
    .orderBy(asc(objective.dueOn), asc(objective.id))
    .all();

/** Tasks of a campaign the asker may see: open before done, then by due day; those without one last. */
export const listTasks = (access: Access, campaignId: string) =>
  access.db
    .select({
      id: task.id,
      text: task.text,
      ownerName: task.ownerName,
      organizationId: task.organizationId,
      organization: organization.name,
      dueOn: task.dueOn,
      doneAt: task.doneAt
    })
    .from(task)
    .innerJoin(campaign, visibleCampaign(access, task.campaignId))
    .leftJoin(organization, inSameWorkspace(access, task.organizationId))
    .where(and(eq(task.workspaceId, access.workspaceId), eq(task.campaignId, campaignId)))
    .orderBy(
      sql`${task.doneAt} IS NOT NULL`,
      sql`${task.dueOn} IS NULL`,
      asc(task.dueOn),
      asc(task.id)
    )
    .all();

/** Stakeholders the asker may see: those who decide first. Other organizations' notes stay theirs. */
export const listStakeholders = (access: Access, campaignId: string) =>
  access.db
    .select({
      id: stakeholder.id,
      role: stakeholder.role,
      personId: stakeholder.personId,
      personName: person.name,
      personTitle: person.title,
      organizationId: stakeholder.organizationId,
      organization: organization.name,
      support: stakeholder.support,
      influence: stakeholder.influence,
      basis: stakeholder.basis,
      ratedOn: stakeholder.ratedOn,
      visibility: stakeholder.visibility,
      ownerOrganizationId: stakeholder.ownerOrganizationId
    })
    .from(stakeholder)
    .leftJoin(
      person,
      and(eq(person.id, stakeholder.personId), eq(person.workspaceId, access.workspaceId))
    )
    .leftJoin(organization, inSameWorkspace(access, stakeholder.organizationId))
    .where(and(visibleTo(access, stakeholder), eq(stakeholder.campaignId, campaignId)))
    .orderBy(
      sql`CASE ${stakeholder.role} WHEN 'primary-target' THEN 0 WHEN 'secondary-target' THEN 1 WHEN 'influencer' THEN 2 WHEN 'messenger' THEN 3 WHEN 'constituent' THEN 4 WHEN 'ally' THEN 5 ELSE 6 END`,
      desc(stakeholder.influence),
      asc(stakeholder.id)
    )
    .all();

/** What the guards of a campaign count, for the asker. */
export function countPlan(access: Access, campaignId: string) {
  const goals = listGoals(access, campaignId).filter((row) => row.victory.trim() !== '').length;
  const objectives = access.db
    .select({ n: count() })
    .from(objective)
    .innerJoin(campaign, visibleCampaign(access, objective.campaignId))
    .where(and(eq(objective.workspaceId, access.workspaceId), eq(objective.campaignId, campaignId)))
    .get();
  const primaryTargets = listStakeholders(access, campaignId).filter(
    (row) => row.role === 'primary-target' && row.personId !== null
  ).length;
  return { goalsWithVictory: goals, objectives: objectives?.n ?? 0, primaryTargets };
}

/** The latest entries of a campaign's log, newest first. */
export const campaignLog = (access: Access, campaignId: string, limit = 12) =>
  access.db
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      action: auditEntry.action,
      before: auditEntry.before,
      after: auditEntry.after,
      by: user.name
    })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.userId))
    .where(
      and(
        eq(auditEntry.workspaceId, access.workspaceId),
        eq(auditEntry.entity, 'campaign'),
        eq(auditEntry.entityId, campaignId)
      )
    )
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(limit)
    .all();

const countTasks = (which: ReturnType<typeof and>) =>
  sql<number>`(SELECT count(*) FROM ${task} WHERE ${task.campaignId} = ${campaign.id} AND ${which})`;

/** One goal of a campaign the asker may see, or undefined. */
export const findGoal = (access: Access, campaignId: string, id: string) =>
  listGoals(access, campaignId).find((row) => row.id === id);

/** One objective of a campaign the asker may see, or undefined. */
export const findObjective = (access: Access, campaignId: string, id: string) =>
  listObjectives(access, campaignId).find((row) => row.id === id);

/** One task of a campaign the asker may see, or undefined. */
export const findTask = (access: Access, campaignId: string, id: string) =>
  listTasks(access, campaignId).find((row) => row.id === id);

/** Parts of a campaign are seen by whoever sees the campaign. */
const visibleCampaign = (
  access: Access,
  column: typeof goal.campaignId | typeof objective.campaignId | typeof task.campaignId
) => and(eq(campaign.id, column), visibleTo(access, campaign));

const inSameWorkspace = (
  access: Access,
  column:
    | typeof campaign.leadOrganizationId
    | typeof task.organizationId
    | typeof stakeholder.organizationId
) => and(eq(organization.id, column), eq(organization.workspaceId, access.workspaceId));
