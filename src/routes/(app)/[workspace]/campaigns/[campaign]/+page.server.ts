import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { campaignMoveProblems, campaignMoves, campaignStatuses } from '$lib/advocacy/campaign';
import { daysLate } from '$lib/advocacy/day';
import { choice, someText } from '$lib/advocacy/fields';
import type { Parsed } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import type { Access } from '$lib/server/access/access';
import { requireAccess } from '$lib/server/access/require-access';
import {
  campaignLog,
  countPlan,
  findCampaign,
  listGoals,
  listObjectives,
  listStakeholders,
  listTasks
} from '$lib/server/db/queries/campaign';
import { findOrganization } from '$lib/server/db/queries/coalition';
import { freeExhibits, listExhibitUses } from '$lib/server/db/queries/exhibit-use';
import { hearingsOf } from '$lib/server/db/queries/hearing';
import { listMeasures } from '$lib/server/db/queries/measure';
import {
  listObjectiveGroups,
  listObjectiveMeasures
} from '$lib/server/db/queries/objective-measure';
import { found, submit } from '$lib/server/page';
import {
  markTask,
  removeGoal,
  removeObjective,
  removeTask
} from '$lib/server/use-cases/campaign-plan';
import { changeCampaignStatus, startNewCycle } from '$lib/server/use-cases/campaigns';
import { moveExhibitUse, stopUsingExhibit, useExhibit } from '$lib/server/use-cases/exhibit-uses';
import { objectiveNow } from '$lib/server/use-cases/objective-now';
import { directions } from '$lib/server/use-cases/order';
import { todayHere } from '$lib/server/use-cases/outcome';
import { settled } from '$lib/server/use-cases/released-cache';
import { removeStakeholder } from '$lib/server/use-cases/stakeholders';
import type { Actions, PageServerLoad, PageServerLoadEvent, RequestEvent } from './$types';

const page = (event: PageServerLoadEvent) => {
  const access = requireAccess(event, 'view');
  const campaign = found(findCampaign(access, event.params.campaign), event);
  const { id, status, issue, leadOrganizationId } = campaign;
  const { language } = event.locals;
  const today = todayHere();
  const now = new Date();
  const measures = listObjectiveMeasures(access);
  const groups = listObjectiveGroups(access);
  const facts = {
    status,
    issue,
    leadOrganizationId,
    // Closing asks for these on its own page.
    result: 'won' as const,
    debrief: '-',
    ...countPlan(access, id)
  };
  return {
    today,
    campaign,
    lead: leadOrganizationId ? (findOrganization(access, leadOrganizationId)?.name ?? null) : null,
    earlier: campaign.previousCampaignId
      ? (findCampaign(access, campaign.previousCampaignId)?.id ?? null)
      : null,
    steps: campaignMoves[status].map((to) => ({ to, missing: campaignMoveProblems(facts, to) })),
    goals: listGoals(access, id),
    objectives: listObjectives(access, id).map((row) => {
      const measure = measures.find(
        (each) => each.indicatorId === row.indicatorId && each.key === row.instanceKey
      );
      const group = groups.find(
        (each) => each.variable === row.groupVariable && each.key === row.groupKey
      );
      return {
        ...row,
        measure: measure ? labelIn(measure.labels, language) : row.measureText,
        group: group ? labelIn(group.labels, language) : row.groupKey,
        now: objectiveNow(access, row, language)
      };
    }),
    tasks: listTasks(access, id).map((row) => ({
      ...row,
      late: daysLate(row.dueOn, today, row.doneAt !== null)
    })),
    stakeholders: listStakeholders(access, id),
    uses: listExhibitUses(access, 'campaign', id),
    free: freeExhibits(access, 'campaign', id),
    measures: listMeasures(access, { campaignId: id }),
    nextHearing:
      hearingsOf(access, { campaignId: id }).find(
        (hearing) =>
          hearing.startsAt > now &&
          (hearing.status === 'tentative' || hearing.status === 'confirmed')
      ) ?? null,
    log: campaignLog(access, id)
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));

const id = someText(40);
const statusSchema = v.object({ to: choice(campaignStatuses) });
const idSchema = v.object({ id });
const taskSchema = v.object({ id, done: someText(3) });
const exhibitSchema = v.object({ exhibitId: id });
const moveSchema = v.object({ id, direction: choice(directions) });

/** An action of this page: one use case, then back to the page. */
const change =
  <S extends v.GenericSchema>(
    schema: S,
    work: (access: Access, campaignId: string, input: v.InferOutput<S>) => Parsed<string>
  ) =>
  async (event: RequestEvent) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, campaign } = event.params;
    const saved = await submit(event, schema, (input) => work(access, campaign, input));
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/campaigns/${campaign}`);
  };

export const actions = {
  status: change(statusSchema, (access, campaign, { to }) =>
    changeCampaignStatus(access, campaign, to)
  ),
  newCycle: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, campaign } = event.params;
    const saved = await submit(event, v.object({}), () => startNewCycle(access, campaign));
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/campaigns/${saved.value}`);
  },
  task: change(taskSchema, (access, campaign, input) =>
    markTask(access, campaign, input.id, input.done === 'yes')
  ),
  removeTask: change(idSchema, (access, campaign, input) => removeTask(access, campaign, input.id)),
  removeGoal: change(idSchema, (access, campaign, input) => removeGoal(access, campaign, input.id)),
  removeObjective: change(idSchema, (access, campaign, input) =>
    removeObjective(access, campaign, input.id)
  ),
  removeStakeholder: change(idSchema, (access, campaign, input) =>
    removeStakeholder(access, campaign, input.id)
  ),
  useExhibit: change(exhibitSchema, (access, campaign, input) =>
    useExhibit(access, 'campaign', campaign, input.exhibitId)
  ),
  moveExhibit: change(moveSchema, (access, campaign, input) =>
    moveExhibitUse(access, 'campaign', campaign, input.id, input.direction)
  ),
  removeExhibit: change(idSchema, (access, campaign, input) =>
    stopUsingExhibit(access, 'campaign', campaign, input.id)
  )
} satisfies Actions;
