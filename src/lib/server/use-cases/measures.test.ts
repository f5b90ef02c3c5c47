import { beforeEach, expect, test } from 'vitest';
import type { MeasureInput } from '$lib/advocacy/measure.schema';
import { findMeasure, listMeasureActions, listMeasures } from '$lib/server/db/queries/measure';
import { findPolicyAction, listPolicyActions } from '$lib/server/db/queries/policy-action';
import {
  addMeasureAction,
  moveMeasureAction,
  removeMeasureAction,
  saveMeasure,
  setStage,
  takePosition
} from './measures';
import { movePolicyAction, noteResponse, savePolicyAction } from './policy-actions';
import { codesOf, twoOrganizations, valueOf } from './two-organizations.fixture';

const bill: MeasureInput = {
  identifier: 'HB 214',
  session: '2027',
  title: 'Rent relief',
  classification: ['bill', 'appropriation'],
  jurisdiction: 'State of Alder',
  body: 'House',
  pipeline: 'bicameral',
  stage: 'introduced',
  summary: null,
  sourceUrl: null,
  sourceCheckedOn: null,
  campaignId: null,
  visibility: 'coalition'
};
const happened = (date: string, description: string) => ({
  date,
  description,
  organization: 'House',
  classification: ['introduction' as const]
});

let people: ReturnType<typeof twoOrganizations>;
beforeEach(() => {
  people = twoOrganizations();
});

test('a measure keeps its classifications word for word and starts undecided', () => {
  const id = valueOf(saveMeasure(people.tenants, null, bill));
  expect(findMeasure(people.clinic, id)).toMatchObject({
    classification: ['bill', 'appropriation'],
    position: 'undecided',
    stage: 'introduced'
  });
  expect(findMeasure(people.stranger, id)).toBeUndefined();
});

test('a private measure is in no other list', () => {
  const id = valueOf(saveMeasure(people.tenants, null, { ...bill, visibility: 'organization' }));
  expect(listMeasures(people.clinic)).toEqual([]);
  expect(
    codesOf(takePosition(people.clinic, id, { position: 'support', positionReason: 'x' }))
  ).toEqual(['not-here']);
});

test('a stage of another pipeline is refused', () => {
  const { tenants } = people;
  const id = valueOf(saveMeasure(tenants, null, bill));
  expect(codesOf(setStage(tenants, id, 'second-reading'))).toEqual(['stage-not-in-pipeline']);
  valueOf(setStage(tenants, id, 'in-committee-1'));
  expect(codesOf(saveMeasure(tenants, id, { ...bill, pipeline: 'council' }))).toEqual([]);
  expect(codesOf(saveMeasure(tenants, id, { ...bill, pipeline: 'budget' }))).toEqual([
    'stage-not-in-pipeline'
  ]);
});

test('actions stay in the order people give them, dates as written', () => {
  const { tenants } = people;
  const id = valueOf(saveMeasure(tenants, null, bill));
  valueOf(addMeasureAction(tenants, id, happened('2026-09-09', 'Introduced')));
  valueOf(addMeasureAction(tenants, id, happened('2026-10', 'Referred')));
  const third = valueOf(addMeasureAction(tenants, id, happened('2026', 'Prefiled')));
  const words = () => listMeasureActions(tenants, id).map((row) => row.description);
  expect(words()).toEqual(['Introduced', 'Referred', 'Prefiled']);
  valueOf(moveMeasureAction(tenants, id, third, 'up'));
  valueOf(moveMeasureAction(tenants, id, third, 'up'));
  valueOf(moveMeasureAction(tenants, id, third, 'up'));
  expect(words()).toEqual(['Prefiled', 'Introduced', 'Referred']);
  expect(listMeasureActions(tenants, id).map((row) => [row.date, row.datePrecision])).toEqual([
    ['2026', 'year'],
    ['2026-09-09', 'day'],
    ['2026-10', 'month']
  ]);
  expect(listMeasures(tenants)[0]?.latest?.description).toBe('Referred');
  valueOf(removeMeasureAction(tenants, id, third));
  valueOf(addMeasureAction(tenants, id, happened('2026-11-02', 'Hearing set')));
  expect(words()).toEqual(['Introduced', 'Referred', 'Hearing set']);
});

test('a policy action is done with a day and proof, and answered only then', () => {
  const { tenants, clinic } = people;
  const id = valueOf(
    savePolicyAction(tenants, null, {
      kind: 'letter',
      text: 'Letter to the committee',
      body: 'Housing Committee',
      measureId: null,
      campaignId: null,
      visibility: 'organization'
    })
  );
  expect(listPolicyActions(clinic)).toEqual([]);
  expect(codesOf(noteResponse(tenants, id, 'met'))).toEqual(['response-before-done']);
  const empty = { doneOn: null, proof: null };
  for (const to of ['planned', 'approved', 'in-progress'] as const)
    valueOf(movePolicyAction(tenants, id, { to, ...empty }));
  expect(codesOf(movePolicyAction(tenants, id, { to: 'done', ...empty }))).toEqual([
    'action-date-missing',
    'action-proof-missing'
  ]);
  valueOf(movePolicyAction(tenants, id, { to: 'done', doneOn: '2026-11-20', proof: 'Copy' }));
  valueOf(noteResponse(tenants, id, 'acknowledged'));
  expect(findPolicyAction(tenants, id)).toMatchObject({
    state: 'done',
    doneOn: '2026-11-20',
    proof: 'Copy',
    response: 'acknowledged'
  });
});
