import * as v from 'valibot';
import { campaignResults, goalHorizons } from './campaign';
import {
  choice,
  choiceOr,
  optionalDay,
  optionalNumber,
  optionalText,
  optionalWhole,
  requiredText,
  someText,
  visibility
} from './fields';
import { objectiveUnits } from './smart';
import { stakeholderRoles } from './stakeholder';

export const campaignSchema = v.object({
  name: requiredText('name-missing', 200),
  issue: someText(2000),
  ask: someText(500),
  leadOrganizationId: optionalText(40),
  visibility
});
export type CampaignInput = v.InferOutput<typeof campaignSchema>;

/** Closing takes a result and a debrief; the guard says which is missing. */
export const closeCampaignSchema = v.object({
  result: v.pipe(
    someText(40),
    v.transform((text) => text || null),
    v.nullable(v.picklist(campaignResults, 'choice-unknown'))
  ),
  debrief: someText(10_000)
});
export type CloseCampaignInput = v.InferOutput<typeof closeCampaignSchema>;

export const goalSchema = v.object({
  horizon: choice(goalHorizons),
  victory: requiredText('campaign-victory-missing', 1000),
  dueOn: optionalDay
});
export type GoalInput = v.InferOutput<typeof goalSchema>;

/** "instance" is "indicator|key", "group" is "variable|code"; a share is typed as a percent. */
export const objectiveSchema = v.pipe(
  v.object({
    text: someText(500),
    instance: optionalText(300),
    measureText: optionalText(300),
    group: optionalText(300),
    baseline: optionalNumber(-1e12, 1e12),
    target: optionalNumber(-1e12, 1e12),
    unit: choiceOr(objectiveUnits, 'share'),
    dueOn: optionalDay
  }),
  v.transform(({ instance, group, ...rest }) => {
    const [indicatorId, instanceKey] = cut(instance);
    const [groupVariable, groupKey] = cut(group);
    const scale = (value: number | null) =>
      value === null || rest.unit !== 'share' ? value : value / 100;
    return {
      ...rest,
      indicatorId,
      instanceKey,
      groupVariable,
      groupKey,
      baseline: scale(rest.baseline),
      target: scale(rest.target)
    };
  })
);
export type ObjectiveInput = v.InferOutput<typeof objectiveSchema>;

export const taskSchema = v.object({
  text: requiredText('text-missing', 300),
  ownerName: optionalText(100),
  organizationId: optionalText(40),
  dueOn: optionalDay
});
export type TaskInput = v.InferOutput<typeof taskSchema>;

export const stakeholderSchema = v.object({
  personName: optionalText(120),
  personTitle: optionalText(120),
  organizationId: optionalText(40),
  role: choice(stakeholderRoles),
  support: optionalWhole(-2, 2),
  influence: optionalWhole(0, 4),
  basis: optionalText(1000),
  ratedOn: optionalDay,
  visibility
});
export type StakeholderInput = v.InferOutput<typeof stakeholderSchema>;

function cut(pair: string | null): [string | null, string | null] {
  const at = pair?.indexOf('|') ?? -1;
  return pair !== null && at > 0 ? [pair.slice(0, at), pair.slice(at + 1)] : [null, null];
}
