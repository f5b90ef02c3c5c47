import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { choice, requiredText, someText } from '$lib/advocacy/fields';
import { positionSchema } from '$lib/advocacy/measure.schema';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { requireAccess } from '$lib/server/access/require-access';
import { hearingsOf } from '$lib/server/db/queries/hearing';
import { campaignName, findMeasure, listMeasureActions } from '$lib/server/db/queries/measure';
import { listPolicyActions } from '$lib/server/db/queries/policy-action';
import { found, submit } from '$lib/server/page';
import {
  moveMeasureAction,
  removeMeasureAction,
  setStage,
  takePosition
} from '$lib/server/use-cases/measures';
import { directions } from '$lib/server/use-cases/order';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { campaignId, ...measure } = found(findMeasure(access, event.params.measure), event);
  return {
    measure,
    campaign: campaignName(access, campaignId) ?? null,
    happened: listMeasureActions(access, measure.id),
    hearings: hearingsOf(access, { measureId: measure.id }),
    actions: listPolicyActions(access, { measureId: measure.id })
  };
};

const id = someText(40);
const stageSchema = v.object({ stage: requiredText('choice-missing', 40) });
const idSchema = v.object({ id });
const moveSchema = v.object({ id, direction: choice(directions) });

const change =
  <S extends v.GenericSchema>(
    schema: S,
    work: (access: Access, measureId: string, input: v.InferOutput<S>) => Parsed<string>
  ) =>
  async (event: RequestEvent) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, measure } = event.params;
    const saved = await submit(event, schema, (input) => work(access, measure, input));
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/measures/${measure}`);
  };

export const actions = {
  stage: change(stageSchema, (access, measure, input) => setStage(access, measure, input.stage)),
  position: change(positionSchema, takePosition),
  move: change(moveSchema, (access, measure, input) =>
    moveMeasureAction(access, measure, input.id, input.direction)
  ),
  remove: change(idSchema, (access, measure, input) =>
    removeMeasureAction(access, measure, input.id)
  )
} satisfies Actions;
