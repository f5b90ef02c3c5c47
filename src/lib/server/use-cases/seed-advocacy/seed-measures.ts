import { isStageOf, pipelines, positions, type Pipeline } from '$lib/advocacy/measure';
import {
  policyActionKinds,
  policyActionStates,
  policyResponses
} from '$lib/advocacy/policy-action';
import { measureAction, policyAction, policyMeasure } from '$lib/server/db/schema';
import type { DemoWorkspace } from '../seed-advocacy.schema';
import { stageAfter } from '../stage-after';
import { dayOf, oneOf, owned, type Seeding } from './seeding';

/** @returns ids of the measures by their ids in the file */
export function seedMeasures(
  { access, demo, today }: Seeding,
  campaignId: string
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const each of demo.measures) {
    const pipeline = oneOf(pipelines, each.pipeline);
    const { id } = access.db
      .insert(policyMeasure)
      .values({
        ...owned(access),
        identifier: each.identifier,
        session: each.session,
        title: each.title,
        classification: each.classification,
        jurisdiction: each.jurisdiction,
        body: each.fromOrganization,
        pipeline,
        stage: stageOf(pipeline, each),
        position: oneOf(positions, each.position),
        positionReason: each.whyUs,
        sourceCheckedOn: dayOf(each.sourceChecked, today),
        campaignId
      })
      .returning({ id: policyMeasure.id })
      .get();
    ids.set(each.id, id);
    each.actions.forEach((action, i) => {
      access.db
        .insert(measureAction)
        .values({
          workspaceId: access.workspaceId,
          measureId: id,
          order: i + 1,
          date: dayOf(action.date, today),
          datePrecision: 'day',
          organization: action.organization,
          description: action.description,
          classification: action.classification
        })
        .run();
    });
  }
  return ids;
}

const stageOf = (pipeline: Pipeline, each: DemoWorkspace['measures'][number]): string =>
  each.stage !== null && isStageOf(pipeline, each.stage)
    ? each.stage
    : stageAfter(pipeline, each.actions);

/** The formal steps of the coalition. */
export function seedPolicyActions(
  { access, demo, today }: Seeding,
  campaignId: string,
  measures: Map<string, string>
): void {
  for (const each of demo.policyActions)
    access.db
      .insert(policyAction)
      .values({
        ...owned(access),
        measureId: measures.get(each.measure) ?? null,
        campaignId,
        kind: oneOf(policyActionKinds, each.kind),
        text: each.title,
        body: each.body,
        state: oneOf(policyActionStates, each.state),
        doneOn: each.doneAt === null ? null : dayOf(each.doneAt, today),
        proof: each.document,
        response: oneOf(policyResponses, each.response ?? 'none')
      })
      .run();
}
