import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Inspected } from '$lib/survey/inspect';
import type { Operation } from '$lib/survey/operations';
import { layoutSaid } from '$lib/survey/operations/layout';
import { replay } from '$lib/survey/operations/replay';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { failureTrace } from '$lib/server/http/failure';
import { Cancelled, cancelJob, createJob, finishJob, isJobOpen } from '$lib/server/jobs/job';
import type { InspectTask } from '$lib/server/jobs/inspect-draft';
import { workers, WorkError, type WorkerPool } from '$lib/server/jobs/pool';
import { draftFile, previewName } from '$lib/server/jobs/upload-folder';
import { offerTemplate } from './import-template';
import { changeDraft, findDraftRow, getDraft, type Draft } from './import-drafts';

/** A reading under way. */
export interface Reading {
  jobId: Id;
  /** what came of it; never rejects */
  finished: Promise<Parsed<Draft>>;
}

/** The decisions that hold when a reading is done; without it those that hold now. */
export interface DecidedLog {
  operations: readonly Operation[];
  operationCount: number;
}

/**
 * Starts reading the file of a draft whole, in a worker, and returns at once. The job's row tells how far
 * it is. When it is done the draft holds what the file holds, the plan the program proposes, and the plan
 * with the decisions applied. A reading that fails or is cancelled leaves the draft as it was; another one
 * that was under way is stopped.
 *
 * Refused: `no-such-draft`. A file that cannot be imported is read, with its issues and no plan; a draft
 * that had a plan keeps it.
 */
export function startReading(
  access: Access,
  draftId: Id,
  options: { log?: DecidedLog; pool?: WorkerPool } = {}
): Parsed<Reading> {
  const row = findDraftRow(access, draftId);
  if (!row || row.state === 'committing' || row.state === 'done' || row.state === 'uploading')
    return refused('no-such-draft');
  if (row.jobId !== null && isJobOpen(access, row.jobId)) cancelJob(access, row.jobId);
  let log: DecidedLog = options.log ?? {
    operations: row.operations as unknown as Operation[],
    operationCount: row.operationCount
  };
  const inForce = log.operations.slice(0, log.operationCount);
  const { db } = access;
  const jobId = createJob(access, 'inspect', row.fileBytes);
  changeDraft(access, draftId, { jobId });
  const task: InspectTask = {
    databaseFile: db.$client.memory ? null : db.$client.name,
    jobId,
    previewFile: draftFile(draftId, previewName),
    file: {
      path: draftFile(draftId, row.path),
      name: row.fileName,
      companions: row.companions.map(({ fileName, path }) => ({
        name: fileName,
        path: draftFile(draftId, path)
      })),
      layout: layoutSaid(inForce)
    }
  };
  const end = (state: 'done' | 'failed' | 'cancelled', result: Parsed<Draft>): Parsed<Draft> => {
    finishJob(db, jobId, state, result.ok ? null : { issues: result.issues });
    return result;
  };
  const finished = (options.pool ?? workers())
    .run<Parsed<Inspected>>('inspect', task)
    .then((read) => {
      if (!read.ok) return end('failed', read);
      const now = findDraftRow(access, draftId);
      // Thrown away meanwhile, or another reading has begun.
      if (now?.jobId !== jobId) return end('cancelled', refused('no-such-draft'));
      const { inspection, plan: proposal } = read.value;
      if (!proposal && now.plan)
        return end('failed', {
          ok: false,
          issues: inspection.issues.filter(({ severity }) => severity === 'error')
        });
      const kept = proposal ? { ...inspection, review: { proposal } } : inspection;
      const offered =
        proposal && log.operations.length === 0
          ? offerTemplate(access, proposal, inspection)
          : null;
      if (offered) {
        const { templateId, surveyName, decision } = offered;
        changeDraft(access, draftId, { templateId, surveyName: now.surveyName ?? surveyName });
        if (decision)
          log = {
            operations: [{ ...decision, at: new Date().toISOString(), by: null }],
            operationCount: 1
          };
      }
      const held = log.operations.slice(0, log.operationCount);
      changeDraft(access, draftId, {
        inspection: kept as unknown as Record<string, unknown>,
        plan: (proposal && replay(proposal, held)) as unknown as Record<string, unknown> | null,
        operations: log.operations as unknown as Record<string, unknown>[],
        operationCount: log.operationCount,
        state: 'inspected'
      });
      const draft = getDraft(access, draftId);
      return end('done', draft ? { ok: true, value: draft } : refused('no-such-draft'));
    })
    .catch((error: unknown) => {
      // The program is stopping: at the next start the job's silence says that it did not end.
      if (!db.$client.open) return refused('reading-failed');
      if (error instanceof WorkError && error.cause === Cancelled.name)
        return end('cancelled', refused('reading-cancelled'));
      console.error('reading failed:', failureTrace(error));
      return end('failed', refused('reading-failed'));
    });
  return { ok: true, value: { jobId, finished } };
}
