import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { campaign, policyAction, policyMeasure } from '$lib/server/db/schema';
import { visibleTo } from './visible';

const actions = (access: Access) =>
  access.db
    .select({
      ...getTableColumns(policyAction),
      measure: policyMeasure.identifier,
      campaign: campaign.name
    })
    .from(policyAction)
    .leftJoin(
      policyMeasure,
      and(eq(policyMeasure.id, policyAction.measureId), visibleTo(access, policyMeasure))
    )
    .leftJoin(campaign, and(eq(campaign.id, policyAction.campaignId), visibleTo(access, campaign)));

/** Actions the asker may see: what goes on first, then what is planned, then what is over. */
export const listPolicyActions = (
  access: Access,
  only: { measureId?: string; campaignId?: string } = {}
) =>
  actions(access)
    .where(
      and(
        visibleTo(access, policyAction),
        only.measureId ? eq(policyAction.measureId, only.measureId) : undefined,
        only.campaignId ? eq(policyAction.campaignId, only.campaignId) : undefined
      )
    )
    .orderBy(
      sql`CASE ${policyAction.state} WHEN 'in-progress' THEN 0 WHEN 'approved' THEN 1 WHEN 'planned' THEN 2 WHEN 'idea' THEN 3 ELSE 4 END`,
      policyAction.id
    )
    .all();

export const findPolicyAction = (access: Access, id: string) =>
  actions(access)
    .where(and(visibleTo(access, policyAction), eq(policyAction.id, id)))
    .get();
