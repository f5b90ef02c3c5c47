import { eq } from 'drizzle-orm';
import { campaignStatuses, goalHorizons } from '$lib/advocacy/campaign';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { campaign, goal, indicatorMapping, objective, task } from '$lib/server/db/schema';
import type { DemoWorkspace } from '../seed-advocacy.schema';
import { dayOf, oneOf, owned, type Seeding } from './seeding';

/** The campaign with its goals, objectives and tasks. @returns its id */
export function seedCampaign(
  { access, demo, today }: Seeding,
  organizations: Map<string, string>,
  people: Map<string, DemoWorkspace['people'][number]>
): string {
  const { title, status, issue, ask, leadOrganization, goals, objectives, tasks } = demo.campaign;
  const { id: campaignId } = access.db
    .insert(campaign)
    .values({
      ...owned(access),
      name: title,
      issue,
      ask,
      leadOrganizationId: organizations.get(leadOrganization) ?? null,
      status: oneOf(campaignStatuses, status)
    })
    .returning({ id: campaign.id })
    .get();
  recordAudit(access, {
    action: 'create',
    entity: 'campaign',
    entityId: campaignId,
    after: { name: title }
  });
  const inCampaign = { workspaceId: access.workspaceId, campaignId };
  for (const each of goals)
    access.db
      .insert(goal)
      .values({
        ...inCampaign,
        victory: each.victory,
        horizon: oneOf(goalHorizons, each.horizon)
      })
      .run();
  for (const each of objectives)
    access.db
      .insert(objective)
      .values({
        ...inCampaign,
        text: each.text,
        ...measureOf(access, each),
        baseline: each.baseline,
        target: each.target,
        unit: each.unit === 'proportion' ? 'share' : 'count',
        dueOn: dayOf(each.due, today)
      })
      .run();
  for (const each of tasks) {
    const owner = people.get(each.owner);
    const dueOn = dayOf(each.due, today);
    access.db
      .insert(task)
      .values({
        ...inCampaign,
        text: each.title,
        ownerName: owner?.name ?? null,
        organizationId: organizations.get(owner?.organization ?? '') ?? null,
        dueOn,
        doneAt: each.status === 'done' ? new Date(`${dueOn}T17:00:00Z`) : null
      })
      .run();
  }
  return campaignId;
}

/** The survey measure an objective names, found by indicator and variable; else in words. */
function measureOf(access: Access, each: DemoWorkspace['campaign']['objectives'][number]) {
  const { indicator, variable, count, domain } = each.measure;
  const mapped = access.db
    .select()
    .from(indicatorMapping)
    .where(eq(indicatorMapping.workspaceId, access.workspaceId))
    .all()
    .find(
      (row) =>
        // Keys say the kind first: "unmet-need:rent".
        row.key.startsWith(`${indicator}:`) &&
        Object.values(row.inputs).some((input) => input.variables.includes(variable ?? ''))
    );
  return {
    indicatorId: mapped?.indicatorId ?? null,
    instanceKey: mapped?.key ?? null,
    measureText: mapped ? null : (count ?? variable ?? each.text),
    groupVariable: domain?.variable ?? null,
    groupKey: domain?.category ?? null
  };
}
