import { and, eq } from 'drizzle-orm';
import type { GoalInput, ObjectiveInput, TaskInput } from '$lib/advocacy/campaign.schema';
import type { Day } from '$lib/advocacy/day';
import { problem } from '$lib/advocacy/problem';
import { smartProblems } from '$lib/advocacy/smart';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findCampaign } from '$lib/server/db/queries/campaign';
import { listObjectiveMeasures } from '$lib/server/db/queries/objective-measure';
import { goal, objective, task } from '$lib/server/db/schema';
import { done, linkProblems, notHere, refused, todayHere, together, type Outcome } from './outcome';

/** Writes a goal; `goalId` null makes a new one. */
export function saveGoal(
  access: Access,
  campaignId: string,
  goalId: string | null,
  input: GoalInput
): Outcome<string> {
  return save(access, campaignId, goal, goalId, input, 'goal', input.victory);
}

/** Writes an objective that passes the SMART check; `objectiveId` null makes a new one. */
export function saveObjective(
  access: Access,
  campaignId: string,
  objectiveId: string | null,
  input: ObjectiveInput,
  today: Day = todayHere()
): Outcome<string> {
  const problems = smartProblems({ ...input, dueOn: input.dueOn }, today);
  const isKnown =
    input.instanceKey === null ||
    listObjectiveMeasures(access).some(
      (each) => each.indicatorId === input.indicatorId && each.key === input.instanceKey
    );
  if (!isKnown) problems.push(problem('choice-unknown', 'instance'));
  if (problems.length > 0 || input.dueOn === null) return refused(...problems);
  const row = { ...input, dueOn: input.dueOn };
  return save(access, campaignId, objective, objectiveId, row, 'objective', input.text);
}

/** Writes a task; `taskId` null makes a new one. */
export function saveTask(
  access: Access,
  campaignId: string,
  taskId: string | null,
  input: TaskInput
): Outcome<string> {
  const problems = linkProblems(access, {
    organizations: { organizationId: input.organizationId }
  });
  if (problems.length > 0) return refused(...problems);
  return save(access, campaignId, task, taskId, input, 'task', input.text);
}

/** Marks a task done, or takes the mark back. */
export function markTask(
  access: Access,
  campaignId: string,
  taskId: string,
  isDone: boolean,
  now: Date = new Date()
): Outcome<string> {
  const row = findPart(access, campaignId, task, taskId);
  if (!row) return notHere();
  return together(access, () => {
    access.db
      .update(task)
      .set({ doneAt: isDone ? now : null })
      .where(eq(task.id, taskId))
      .run();
    recordAudit(access, {
      action: isDone ? 'finish-task' : 'reopen-task',
      entity: 'campaign',
      entityId: campaignId,
      after: { text: row.text }
    });
    return done(taskId);
  });
}

export const removeGoal = (access: Access, campaignId: string, id: string) =>
  remove(access, campaignId, goal, id, 'goal');
export const removeObjective = (access: Access, campaignId: string, id: string) =>
  remove(access, campaignId, objective, id, 'objective');
export const removeTask = (access: Access, campaignId: string, id: string) =>
  remove(access, campaignId, task, id, 'task');

type Part = typeof goal | typeof objective | typeof task;
type PartName = 'goal' | 'objective' | 'task';

/** A part of a campaign the asker sees, or undefined. */
export function findPart<Table extends Part>(
  access: Access,
  campaignId: string,
  table: Table,
  id: string
): Table['$inferSelect'] | undefined {
  if (!findCampaign(access, campaignId)) return undefined;
  return access.db
    .select()
    .from(table as Part)
    .where(
      and(
        eq(table.id, id),
        eq(table.campaignId, campaignId),
        eq(table.workspaceId, access.workspaceId)
      )
    )
    .get();
}

function save<Table extends Part>(
  access: Access,
  campaignId: string,
  table: Table,
  id: string | null,
  input: Omit<Table['$inferInsert'], 'id' | 'workspaceId' | 'campaignId'>,
  name: PartName,
  words: string
): Outcome<string> {
  if (!findCampaign(access, campaignId)) return notHere();
  if (id !== null && !findPart(access, campaignId, table, id)) return notHere();
  return together(access, () => {
    const saved =
      id === null
        ? access.db
            .insert(table as Part)
            .values({
              ...input,
              workspaceId: access.workspaceId,
              campaignId
            } as Table['$inferInsert'])
            .returning({ id: table.id })
            .get()
        : { id };
    if (id !== null)
      access.db
        .update(table as Part)
        .set(input as Partial<Table['$inferInsert']>)
        .where(eq(table.id, id))
        .run();
    recordAudit(access, {
      action: id === null ? `add-${name}` : `change-${name}`,
      entity: 'campaign',
      entityId: campaignId,
      after: { text: words }
    });
    return done(saved.id);
  });
}

function remove(
  access: Access,
  campaignId: string,
  table: Part,
  id: string,
  name: PartName
): Outcome<string> {
  const row = findPart(access, campaignId, table, id);
  if (!row) return notHere();
  return together(access, () => {
    access.db.delete(table).where(eq(table.id, id)).run();
    recordAudit(access, {
      action: `remove-${name}`,
      entity: 'campaign',
      entityId: campaignId,
      before: { text: 'victory' in row ? row.victory : row.text }
    });
    return done(campaignId);
  });
}
