import { eq } from 'drizzle-orm';
import type { GoalInput, ObjectiveInput, TaskInput } from '$lib/advocacy/campaign.schema';
import type { Day } from '$lib/advocacy/day';
import { problem } from '$lib/advocacy/problem';
import { smartProblems } from '$lib/advocacy/smart';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findCampaign, findGoal, findObjective, findTask } from '$lib/server/db/queries/campaign';
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
  return save(access, campaignId, {
    name: 'goal',
    id: goalId,
    text: input.victory,
    find: findGoal,
    add: (inCampaign) =>
      access.db
        .insert(goal)
        .values({ ...input, ...inCampaign })
        .returning({ id: goal.id })
        .get().id,
    change: (id) => access.db.update(goal).set(input).where(eq(goal.id, id)).run()
  });
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
  return save(access, campaignId, {
    name: 'objective',
    id: objectiveId,
    text: input.text,
    find: findObjective,
    add: (inCampaign) =>
      access.db
        .insert(objective)
        .values({ ...row, ...inCampaign })
        .returning({ id: objective.id })
        .get().id,
    change: (id) => access.db.update(objective).set(row).where(eq(objective.id, id)).run()
  });
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
  return save(access, campaignId, {
    name: 'task',
    id: taskId,
    text: input.text,
    find: findTask,
    add: (inCampaign) =>
      access.db
        .insert(task)
        .values({ ...input, ...inCampaign })
        .returning({ id: task.id })
        .get().id,
    change: (id) => access.db.update(task).set(input).where(eq(task.id, id)).run()
  });
}

/** Marks a task done, or takes the mark back. */
export function markTask(
  access: Access,
  campaignId: string,
  taskId: string,
  isDone: boolean,
  now: Date = new Date()
): Outcome<string> {
  const row = findTask(access, campaignId, taskId);
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

/** Takes a goal off the plan. */
export function removeGoal(access: Access, campaignId: string, id: string): Outcome<string> {
  const row = findGoal(access, campaignId, id);
  return remove(access, campaignId, 'goal', row?.victory, () =>
    access.db.delete(goal).where(eq(goal.id, id)).run()
  );
}

/** Takes an objective off the plan. */
export function removeObjective(access: Access, campaignId: string, id: string): Outcome<string> {
  const row = findObjective(access, campaignId, id);
  return remove(access, campaignId, 'objective', row?.text, () =>
    access.db.delete(objective).where(eq(objective.id, id)).run()
  );
}

/** Takes a task off the plan. */
export function removeTask(access: Access, campaignId: string, id: string): Outcome<string> {
  const row = findTask(access, campaignId, id);
  return remove(access, campaignId, 'task', row?.text, () =>
    access.db.delete(task).where(eq(task.id, id)).run()
  );
}

type PartName = 'goal' | 'objective' | 'task';

interface PlanPart {
  name: PartName;
  /** null: a new one */
  id: string | null;
  /** its words, for the log */
  text: string;
  find: (access: Access, campaignId: string, id: string) => unknown;
  add: (inCampaign: { workspaceId: string; campaignId: string }) => string;
  change: (id: string) => unknown;
}

function save(access: Access, campaignId: string, part: PlanPart): Outcome<string> {
  const { id, name, text } = part;
  if (!findCampaign(access, campaignId)) return notHere();
  if (id !== null && !part.find(access, campaignId, id)) return notHere();
  return together(access, () => {
    if (id !== null) part.change(id);
    const saved = id ?? part.add({ workspaceId: access.workspaceId, campaignId });
    recordAudit(access, {
      action: id === null ? `add-${name}` : `change-${name}`,
      entity: 'campaign',
      entityId: campaignId,
      after: { text }
    });
    return done(saved);
  });
}

/** @param text the words of the part for the log; undefined when the asker sees no such part */
function remove(
  access: Access,
  campaignId: string,
  name: PartName,
  text: string | undefined,
  erase: () => unknown
): Outcome<string> {
  if (text === undefined) return notHere();
  return together(access, () => {
    erase();
    recordAudit(access, {
      action: `remove-${name}`,
      entity: 'campaign',
      entityId: campaignId,
      before: { text }
    });
    return done(campaignId);
  });
}
