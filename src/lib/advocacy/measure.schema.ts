import * as v from 'valibot';
import type { Issue } from '$lib/base/issue';
import {
  choice,
  choiceOr,
  choices,
  optionalDay,
  optionalText,
  optionalWebAddress,
  requiredText,
  visibility
} from './fields';
import { legislativePrecision } from './legislative-date';
import {
  allActionClassifications,
  isStageOf,
  measureClassifications,
  pipelines,
  positions
} from './measure';
import { problem } from './problem';

export const measureSchema = v.object({
  identifier: requiredText('name-missing', 60),
  session: optionalText(60),
  title: requiredText('text-missing', 500),
  classification: choices(
    measureClassifications,
    'classification-missing',
    'classification-unknown'
  ),
  jurisdiction: requiredText('text-missing', 200),
  body: requiredText('text-missing', 200),
  pipeline: choice(pipelines),
  stage: requiredText('choice-missing', 40),
  summary: optionalText(4000),
  sourceUrl: optionalWebAddress,
  sourceCheckedOn: optionalDay,
  campaignId: optionalText(40),
  visibility
});
export type MeasureInput = v.InferOutput<typeof measureSchema>;

/** A stage belongs to the measure's pipeline. */
export const stageProblems = (input: Pick<MeasureInput, 'pipeline' | 'stage'>): Issue[] =>
  isStageOf(input.pipeline, input.stage) ? [] : [problem('stage-not-in-pipeline', 'stage')];

/** Our stand on a measure. Anything but "undecided" and "watch" says why. */
export const positionSchema = v.pipe(
  v.object({ position: choiceOr(positions, 'undecided'), positionReason: optionalText(2000) }),
  v.forward(
    v.partialCheck(
      [['position'], ['positionReason']],
      ({ position, positionReason }) =>
        position === 'undecided' || position === 'watch' || positionReason !== null,
      'position-reason-missing'
    ),
    ['positionReason']
  )
);
export type PositionInput = v.InferOutput<typeof positionSchema>;

export const measureActionSchema = v.object({
  date: v.pipe(
    requiredText('day-missing', 40),
    v.check((text) => legislativePrecision(text) !== null, 'legislative-date-unreadable')
  ),
  organization: requiredText('text-missing', 200),
  description: requiredText('text-missing', 1000),
  classification: choices(
    allActionClassifications,
    'classification-missing',
    'classification-unknown'
  )
});
export type MeasureActionInput = v.InferOutput<typeof measureActionSchema>;
