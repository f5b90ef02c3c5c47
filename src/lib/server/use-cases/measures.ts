import { and, eq } from 'drizzle-orm';
import { legislativePrecision } from '$lib/advocacy/legislative-date';
import {
  stageProblems,
  type MeasureActionInput,
  type MeasureInput,
  type PositionInput
} from '$lib/advocacy/measure.schema';
import { problem } from '$lib/advocacy/problem';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findMeasure, listMeasureActions } from '$lib/server/db/queries/measure';
import { measureAction, policyMeasure } from '$lib/server/db/schema';
import { orderAfterMove, type Direction } from './order';
import {
  changedFields,
  done,
  keptLink,
  linkProblems,
  notHere,
  refused,
  sharingProblems,
  together,
  type Outcome
} from './outcome';

/** Writes a measure; `id` null makes a new one, undecided. */
export function saveMeasure(
  access: Access,
  id: string | null,
  input: MeasureInput
): Outcome<string> {
  const before = id === null ? null : findMeasure(access, id);
  if (before === undefined) return notHere();
  const problems = [
    ...stageProblems(input),
    ...linkProblems(access, { campaignId: input.campaignId }),
    ...(before ? sharingProblems(access, before, input.visibility) : [])
  ];
  if (problems.length > 0) return refused(...problems);
  const row = {
    ...input,
    campaignId: keptLink(access, 'campaign', before?.campaignId, input.campaignId)
  };
  return together(access, () => {
    const saved = before
      ? before.id
      : access.db
          .insert(policyMeasure)
          .values({
            ...row,
            position: 'undecided',
            workspaceId: access.workspaceId,
            ownerOrganizationId: access.organizationId,
            createdBy: access.userId ?? 'program'
          })
          .returning({ id: policyMeasure.id })
          .get().id;
    if (before) access.db.update(policyMeasure).set(row).where(eq(policyMeasure.id, saved)).run();
    recordAudit(access, {
      action: before ? 'change' : 'create',
      entity: 'measure',
      entityId: saved,
      ...changedFields(before ?? {}, input)
    });
    return done(saved);
  });
}

/** Sets our position with its reason. */
export function takePosition(access: Access, id: string, input: PositionInput): Outcome<string> {
  const before = findMeasure(access, id);
  if (!before) return notHere();
  return together(access, () => {
    access.db.update(policyMeasure).set(input).where(eq(policyMeasure.id, id)).run();
    recordAudit(access, {
      action: 'take-position',
      entity: 'measure',
      entityId: id,
      ...changedFields(before, input)
    });
    return done(id);
  });
}

/** Sets the stage by hand. */
export function setStage(access: Access, id: string, stage: string): Outcome<string> {
  const before = findMeasure(access, id);
  if (!before) return notHere();
  const problems = stageProblems({ pipeline: before.pipeline, stage });
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    access.db.update(policyMeasure).set({ stage }).where(eq(policyMeasure.id, id)).run();
    recordAudit(access, {
      action: 'set-stage',
      entity: 'measure',
      entityId: id,
      ...changedFields(before, { stage })
    });
    return done(id);
  });
}

/** Adds what happened, after what is already there. The date keeps its text. */
export function addMeasureAction(
  access: Access,
  measureId: string,
  input: MeasureActionInput
): Outcome<string> {
  if (!findMeasure(access, measureId)) return notHere();
  const datePrecision = legislativePrecision(input.date);
  if (datePrecision === null) return refused(problem('legislative-date-unreadable', 'date'));
  return together(access, () => {
    const last = listMeasureActions(access, measureId).at(-1)?.order ?? 0;
    const { id } = access.db
      .insert(measureAction)
      .values({
        ...input,
        datePrecision,
        measureId,
        workspaceId: access.workspaceId,
        order: last + 1
      })
      .returning({ id: measureAction.id })
      .get();
    recordAudit(access, {
      action: 'add-action',
      entity: 'measure',
      entityId: measureId,
      after: { date: input.date, description: input.description }
    });
    return done(id);
  });
}

/** Moves an action one place earlier or later; at the end it stays where it is. */
export function moveMeasureAction(
  access: Access,
  measureId: string,
  actionId: string,
  direction: Direction
): Outcome<string> {
  if (!findMeasure(access, measureId)) return notHere();
  const rows = listMeasureActions(access, measureId);
  if (!rows.some((row) => row.id === actionId)) return notHere();
  const order = orderAfterMove(rows, actionId, direction);
  return together(access, () => {
    writeOrder(access, order);
    recordAudit(access, { action: 'order-actions', entity: 'measure', entityId: measureId });
    return done(measureId);
  });
}

export function removeMeasureAction(
  access: Access,
  measureId: string,
  actionId: string
): Outcome<string> {
  if (!findMeasure(access, measureId)) return notHere();
  const row = listMeasureActions(access, measureId).find((each) => each.id === actionId);
  if (!row) return notHere();
  return together(access, () => {
    access.db
      .delete(measureAction)
      .where(and(eq(measureAction.id, actionId), eq(measureAction.measureId, measureId)))
      .run();
    recordAudit(access, {
      action: 'remove-action',
      entity: 'measure',
      entityId: measureId,
      before: { date: row.date, description: row.description }
    });
    return done(measureId);
  });
}

/** Places are unique in a measure, so rows step aside below zero before they take their place. */
function writeOrder(access: Access, order: readonly { id: string; order: number }[]): void {
  const set = (id: string, place: number) =>
    access.db.update(measureAction).set({ order: place }).where(eq(measureAction.id, id)).run();
  for (const row of order) set(row.id, -row.order);
  for (const row of order) set(row.id, row.order);
}
