import { canonical } from '$lib/base/canonical';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Inspection } from '$lib/survey/inspect';
import { parseDecision, type Decision, type Operation } from '$lib/survey/operations';
import { layoutSaid } from '$lib/survey/operations/layout';
import { replay, withOperation } from '$lib/survey/operations/replay';
import type { ImportPlan } from '$lib/survey/plan';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import type { WorkerPool } from '$lib/server/jobs/pool';
import { changeDraft, findDraftRow, type DraftRow } from './import-drafts';
import { startReading, type Reading } from './read-draft';

/** The log of a draft has changed; `reading` when the file is being read again because of it. */
export interface LogChanged {
  draftId: Id;
  reading: Reading | null;
}

/** The plan as the program proposed it; null while the file has not been read, or was refused. */
export const proposalOf = ({ inspection }: Pick<DraftRow, 'inspection'>): ImportPlan | null =>
  (inspection as (Inspection & { review?: { proposal: ImportPlan } }) | null)?.review?.proposal ??
  null;

/**
 * Keeps a decision at the end of the log and applies it to the plan; what had been undone is forgotten. A
 * decision with nothing to act on is not kept. A decision about how the file is read starts reading it
 * again, and holds when that is done.
 *
 * Refused: `no-such-draft` when it is not (or no longer) under review, `not-inspected`,
 * `operation-unknown`.
 */
export function addOperation(
  access: Access,
  draftId: Id,
  decision: Decision,
  pool?: WorkerPool
): Parsed<LogChanged> {
  const row = underReview(access, draftId);
  if (!row) return refused('no-such-draft');
  const checked = parseDecision(decision);
  if (!checked) return refused('operation-unknown');
  const proposal = proposalOf(row);
  if (!proposal && checked.kind !== 'layout') return refused('not-inspected');
  const now = row.plan as unknown as ImportPlan | null;
  const says = checked.kind === 'layout' || checked.kind === 'design';
  if (!says && proposal && now && withOperation(now, checked, proposal) === now)
    return { ok: true, value: { draftId, reading: null } };
  const operation: Operation = {
    ...checked,
    at: new Date().toISOString(),
    by: access.userId
  };
  const operations = [...logOf(row).slice(0, row.operationCount), operation];
  return moveTo(access, row, { operations, operationCount: operations.length }, pool);
}

/** Takes the last decision back. Refused: `no-such-draft`, `nothing-to-undo`. */
export const undoOperation = (access: Access, draftId: Id, pool?: WorkerPool): Parsed<LogChanged> =>
  step(access, draftId, -1, pool);

/** Does again what was undone last. Refused: `no-such-draft`, `nothing-to-redo`. */
export const redoOperation = (access: Access, draftId: Id, pool?: WorkerPool): Parsed<LogChanged> =>
  step(access, draftId, 1, pool);

function step(access: Access, draftId: Id, by: -1 | 1, pool?: WorkerPool): Parsed<LogChanged> {
  const row = underReview(access, draftId);
  if (!row) return refused('no-such-draft');
  const operationCount = row.operationCount + by;
  if (operationCount < 0) return refused('nothing-to-undo');
  if (operationCount > row.operations.length) return refused('nothing-to-redo');
  return moveTo(access, row, { operations: logOf(row), operationCount }, pool);
}

function underReview(access: Access, draftId: Id): DraftRow | null {
  const row = findDraftRow(access, draftId);
  return row && (row.state === 'inspected' || row.state === 'uploaded') ? row : null;
}

const logOf = (row: DraftRow): Operation[] => row.operations as unknown as Operation[];

/** Makes a log hold: at once, or when the file has been read as it says. */
function moveTo(
  access: Access,
  row: DraftRow,
  log: { operations: Operation[]; operationCount: number },
  pool?: WorkerPool
): Parsed<LogChanged> {
  const before = logOf(row).slice(0, row.operationCount);
  const inForce = log.operations.slice(0, log.operationCount);
  const names = namesIn(row, log.operations, inForce);
  const isReadOtherwise = canonical(layoutSaid(before)) !== canonical(layoutSaid(inForce));
  if (isReadOtherwise) {
    const started = startReading(access, row.id, { log, ...(pool && { pool }) });
    if (!started.ok) return started;
    const reading = started.value;
    const finished = reading.finished.then((read) => {
      if (read.ok && 'surveyName' in names) changeDraft(access, row.id, names);
      return read;
    });
    return { ok: true, value: { draftId: row.id, reading: { ...reading, finished } } };
  }
  const proposal = proposalOf(row);
  if (!proposal) return refused('not-inspected');
  changeDraft(access, row.id, {
    plan: replay(proposal, inForce) as unknown as Record<string, unknown>,
    operations: log.operations as unknown as Record<string, unknown>[],
    operationCount: log.operationCount,
    ...names
  });
  return { ok: true, value: { draftId: row.id, reading: null } };
}

/** Names of survey and wave as the decisions in force say; untouched while no decision ever said one. */
function namesIn(row: DraftRow, all: readonly Operation[], inForce: readonly Operation[]) {
  const isSaid = [...logOf(row), ...all].some(({ kind }) => kind === 'design');
  if (!isSaid) return {};
  const last = inForce.findLast((one) => one.kind === 'design');
  return { surveyName: last?.surveyName ?? null, waveName: last?.waveName ?? null };
}
