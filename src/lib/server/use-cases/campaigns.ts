import { and, eq, ne } from 'drizzle-orm';
import {
  campaignMoveProblems,
  type CampaignResult,
  type CampaignStatus
} from '$lib/advocacy/campaign';
import type { CampaignInput, CloseCampaignInput } from '$lib/advocacy/campaign.schema';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { countPlan, findCampaign } from '$lib/server/db/queries/campaign';
import { campaign, stakeholder } from '$lib/server/db/schema';
import {
  changedFields,
  done,
  linkProblems,
  notHere,
  refused,
  sharingProblems,
  together,
  type Outcome
} from './outcome';

/**
 * Starts a campaign as a draft of the asker's organization. An earlier campaign it names must be one
 * the asker sees.
 */
export function createCampaign(
  access: Access,
  input: CampaignInput & { previousCampaignId?: string | null }
): Outcome<string> {
  const { previousCampaignId = null } = input;
  if (previousCampaignId !== null && !findCampaign(access, previousCampaignId)) return notHere();
  const problems = linkProblems(access, {
    organizations: { leadOrganizationId: input.leadOrganizationId }
  });
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    const { id } = access.db
      .insert(campaign)
      .values({
        ...input,
        workspaceId: access.workspaceId,
        ownerOrganizationId: access.organizationId,
        status: 'draft',
        createdBy: access.userId ?? 'program'
      })
      .returning({ id: campaign.id })
      .get();
    recordAudit(access, {
      action: 'create',
      entity: 'campaign',
      entityId: id,
      after: { name: input.name }
    });
    return done(id);
  });
}

/**
 * Changes the words of a campaign. Its stakeholders' notes never stay visible to more people than
 * the campaign itself.
 */
export function changeCampaign(access: Access, id: string, input: CampaignInput): Outcome<string> {
  const before = findCampaign(access, id);
  if (!before) return notHere();
  const problems = [
    ...sharingProblems(access, before, input.visibility),
    ...linkProblems(access, { organizations: { leadOrganizationId: input.leadOrganizationId } })
  ];
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    access.db.update(campaign).set(input).where(eq(campaign.id, id)).run();
    if (input.visibility !== 'public')
      access.db
        .update(stakeholder)
        .set({ visibility: input.visibility })
        .where(
          and(
            eq(stakeholder.campaignId, id),
            input.visibility === 'organization'
              ? ne(stakeholder.visibility, 'organization')
              : eq(stakeholder.visibility, 'public')
          )
        )
        .run();
    recordAudit(access, {
      action: 'change',
      entity: 'campaign',
      entityId: id,
      ...changedFields(before, input)
    });
    return done(id);
  });
}

/** Moves a campaign to a status when its guards agree; closing takes a result and a debrief. */
export function changeCampaignStatus(
  access: Access,
  id: string,
  to: CampaignStatus,
  closing: CloseCampaignInput = { result: null, debrief: '' }
): Outcome<string> {
  const before = findCampaign(access, id);
  if (!before) return notHere();
  const problems = campaignMoveProblems(
    {
      status: before.status,
      issue: before.issue,
      leadOrganizationId: before.leadOrganizationId,
      result: closing.result,
      debrief: closing.debrief,
      ...countPlan(access, id)
    },
    to
  );
  if (problems.length > 0) return refused(...problems);
  const end: { result: CampaignResult | null; debrief: string | null } =
    to === 'closed' ? closing : { result: null, debrief: before.debrief };
  return together(access, () => {
    access.db
      .update(campaign)
      .set({ status: to, ...end })
      .where(eq(campaign.id, id))
      .run();
    recordAudit(access, {
      action: 'change-status',
      entity: 'campaign',
      entityId: id,
      before: { status: before.status },
      after: { status: to, ...(to === 'closed' ? { result: closing.result } : {}) }
    });
    return done(id);
  });
}

/** Starts a closed campaign again as a new draft that names the earlier one. */
export function startNewCycle(access: Access, id: string): Outcome<string> {
  const before = findCampaign(access, id);
  if (!before) return notHere();
  const { name, issue, ask, leadOrganizationId, visibility } = before;
  return createCampaign(access, {
    name,
    issue,
    ask,
    leadOrganizationId,
    visibility,
    previousCampaignId: id
  });
}
