import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { choice, someText } from '$lib/advocacy/fields';
import { hearingMoves, whatIsDue } from '$lib/advocacy/hearing';
import { hearingStatusSchema, moveSpeakerSchema } from '$lib/advocacy/hearing.schema';
import { speakerMoves } from '$lib/advocacy/speaker';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { requireAccess } from '$lib/server/access/require-access';
import { freeExhibits, listExhibitUses } from '$lib/server/db/queries/exhibit-use';
import { findHearing, listSpeakers } from '$lib/server/db/queries/hearing';
import { campaignName, findMeasure } from '$lib/server/db/queries/measure';
import { found, submit } from '$lib/server/page';
import { moveExhibitUse, stopUsingExhibit, useExhibit } from '$lib/server/use-cases/exhibit-uses';
import { changeHearingStatus } from '$lib/server/use-cases/hearings';
import { directions } from '$lib/server/use-cases/order';
import { changeSpeakerState, moveSpeaker, removeSpeaker } from '$lib/server/use-cases/speakers';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { measureId, campaignId, ...hearing } = found(
    findHearing(access, event.params.hearing),
    event
  );
  const measure = measureId ? findMeasure(access, measureId) : undefined;
  const now = new Date();
  return {
    now,
    hearing,
    measure: measure ? { id: measure.id, identifier: measure.identifier } : null,
    campaign: campaignName(access, campaignId) ?? null,
    due: whatIsDue(hearing, now),
    // A hearing is over only once its time has come.
    moves: hearingMoves[hearing.status].filter((to) => to !== 'passed' || hearing.startsAt <= now),
    speakers: listSpeakers(access, hearing.id).map((row) => ({
      ...row,
      moves: speakerMoves[row.state]
    })),
    uses: listExhibitUses(access, 'hearing', hearing.id),
    free: freeExhibits(access, 'hearing', hearing.id)
  };
};

const id = someText(40);
const idSchema = v.object({ id });
const moveSchema = v.object({ id, direction: choice(directions) });
const speakerStateSchema = v.object({ id, ...moveSpeakerSchema.entries });
const exhibitSchema = v.object({ exhibitId: id });

const change =
  <S extends v.GenericSchema>(
    schema: S,
    work: (access: Access, hearingId: string, input: v.InferOutput<S>) => Parsed<string>
  ) =>
  async (event: RequestEvent) => {
    const access = requireAccess(event, 'prepare-hearing');
    const { workspace, hearing } = event.params;
    const saved = await submit(event, schema, (input) => work(access, hearing, input));
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/hearings/${hearing}`);
  };

export const actions = {
  status: change(hearingStatusSchema, (access, hearing, input) =>
    changeHearingStatus(access, hearing, input.to)
  ),
  speaker: change(speakerStateSchema, (access, hearing, input) =>
    changeSpeakerState(access, hearing, input.id, input.to)
  ),
  moveSpeaker: change(moveSchema, (access, hearing, input) =>
    moveSpeaker(access, hearing, input.id, input.direction)
  ),
  removeSpeaker: change(idSchema, (access, hearing, input) =>
    removeSpeaker(access, hearing, input.id)
  ),
  useExhibit: change(exhibitSchema, (access, hearing, input) =>
    useExhibit(access, 'hearing', hearing, input.exhibitId)
  ),
  moveExhibit: change(moveSchema, (access, hearing, input) =>
    moveExhibitUse(access, 'hearing', hearing, input.id, input.direction)
  ),
  removeExhibit: change(idSchema, (access, hearing, input) =>
    stopUsingExhibit(access, 'hearing', hearing, input.id)
  )
} satisfies Actions;
