import { redirect } from '@sveltejs/kit';
import { objectiveSchema } from '$lib/advocacy/campaign.schema';
import { labelIn } from '$lib/codebook/codebook';
import { requireAccess } from '$lib/server/access/require-access';
import { findCampaign, findObjective } from '$lib/server/db/queries/campaign';
import {
  listObjectiveGroups,
  listObjectiveMeasures
} from '$lib/server/db/queries/objective-measure';
import type { objective } from '$lib/server/db/schema';
import { found, submit } from '$lib/server/page';
import { saveObjective } from '$lib/server/use-cases/campaign-plan';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { language } = event.locals;
  const { id, name } = found(findCampaign(access, event.params.campaign), event);
  const row =
    event.params.objective === 'new'
      ? null
      : found(findObjective(access, id, event.params.objective), event);
  return {
    campaign: { id, name },
    objective: row && toValues(row),
    measures: listObjectiveMeasures(access).map(({ indicatorId, key, labels }) => ({
      value: `${indicatorId}|${key}`,
      label: labelIn(labels, language)
    })),
    groups: listObjectiveGroups(access).map((group) => ({
      value: `${group.variable}|${group.key}`,
      label: `${labelIn(group.variableLabels, language)}: ${labelIn(group.labels, language)}`
    }))
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, campaign, objective: part } = event.params;
    const saved = await submit(event, objectiveSchema, (input) =>
      saveObjective(access, campaign, part === 'new' ? null : part, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/campaigns/${campaign}`);
  }
} satisfies Actions;

/** The row as it stands in the form: a share typed as a percent, pairs as one choice. */
function toValues(row: typeof objective.$inferSelect): Record<string, string> {
  const typed = (value: number | null) =>
    value === null ? '' : String(row.unit === 'share' ? Number((value * 100).toFixed(6)) : value);
  return {
    text: row.text,
    instance: row.indicatorId && row.instanceKey ? `${row.indicatorId}|${row.instanceKey}` : '',
    group: row.groupVariable && row.groupKey ? `${row.groupVariable}|${row.groupKey}` : '',
    measureText: row.measureText ?? '',
    baseline: typed(row.baseline),
    target: typed(row.target),
    unit: row.unit,
    dueOn: row.dueOn
  };
}
