import { and, asc, desc, eq, getTableColumns } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { campaign, measureAction, policyMeasure } from '$lib/server/db/schema';
import { visibleTo } from './visible';

/** Measures the asker may see, by identifier, each with its latest action. */
export function listMeasures(access: Access, only: { campaignId?: string } = {}) {
  const rows = access.db
    .select()
    .from(policyMeasure)
    .where(
      and(
        visibleTo(access, policyMeasure),
        only.campaignId ? eq(policyMeasure.campaignId, only.campaignId) : undefined
      )
    )
    .orderBy(asc(policyMeasure.identifier), asc(policyMeasure.id))
    .all();
  return rows.map((row) => ({ ...row, latest: latestAction(access, row.id) ?? null }));
}

export const findMeasure = (access: Access, id: string) =>
  access.db
    .select()
    .from(policyMeasure)
    .where(and(eq(policyMeasure.id, id), visibleTo(access, policyMeasure)))
    .get();

/** The campaign a measure belongs to, when the asker may see it. */
export const campaignName = (access: Access, id: string | null) =>
  id === null
    ? undefined
    : access.db
        .select({ id: campaign.id, name: campaign.name })
        .from(campaign)
        .where(and(eq(campaign.id, id), visibleTo(access, campaign)))
        .get();

/** Names for a select. */
export const measureChoices = (access: Access) =>
  access.db
    .select({
      id: policyMeasure.id,
      identifier: policyMeasure.identifier,
      title: policyMeasure.title
    })
    .from(policyMeasure)
    .where(visibleTo(access, policyMeasure))
    .orderBy(asc(policyMeasure.identifier))
    .all();

/** What happened to a measure the asker may see, in order; nothing of any other. */
export const listMeasureActions = (access: Access, measureId: string) =>
  access.db
    .select(getTableColumns(measureAction))
    .from(measureAction)
    .innerJoin(
      policyMeasure,
      and(eq(policyMeasure.id, measureAction.measureId), visibleTo(access, policyMeasure))
    )
    .where(
      and(eq(measureAction.workspaceId, access.workspaceId), eq(measureAction.measureId, measureId))
    )
    .orderBy(asc(measureAction.order))
    .all();

const latestAction = (access: Access, measureId: string) =>
  access.db
    .select({
      date: measureAction.date,
      datePrecision: measureAction.datePrecision,
      description: measureAction.description
    })
    .from(measureAction)
    .where(
      and(eq(measureAction.workspaceId, access.workspaceId), eq(measureAction.measureId, measureId))
    )
    .orderBy(desc(measureAction.order))
    .get();
