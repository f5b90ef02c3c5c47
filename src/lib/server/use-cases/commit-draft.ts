import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { ImportPlan } from '$lib/survey/plan';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { failureTrace } from '$lib/server/http/failure';
import type { ImportTask } from '$lib/server/jobs/import-draft';
import { Cancelled, createJob, finishJob } from '$lib/server/jobs/job';
import { workers, WorkError, type WorkerPool } from '$lib/server/jobs/pool';
import { draftFile, removeDraftFiles } from '$lib/server/jobs/upload-folder';
import { settings } from '$lib/server/settings';
import { proposalOf } from './draft-operations';
import { changeDraft, findDraftRow } from './import-drafts';
import type { Imported } from './import-survey';
import { forgetComparison } from './reimport';

/**
 * Starts the import of a reviewed draft in a worker and returns at once. The job's row tells how far
 * it is (`findJob`); when it is done, its `result` has `versionId` and the draft's files are gone.
 * When it fails or is cancelled (`cancelJob`), `result` has `issues` and the draft is under review again.
 *
 * Refused: `no-such-draft`, `not-inspected`, `survey-name-missing`, `wave-name-missing`.
 *
 * @returns the job's id, and `finished` for whoever wants to wait
 */
export function commitDraft(
  access: Access,
  draftId: Id,
  pool: WorkerPool = workers()
): Parsed<{ jobId: Id; finished: Promise<void> }> {
  const row = findDraftRow(access, draftId);
  if (!row || row.state === 'committing' || row.state === 'done') return refused('no-such-draft');
  if (!row.plan) return refused('not-inspected');
  if (!row.surveyName?.trim()) return refused('survey-name-missing', 'surveyName');
  if (!row.waveName?.trim()) return refused('wave-name-missing', 'waveName');
  const jobId = createJob(access, 'import', row.fileBytes);
  changeDraft(access, draftId, { state: 'committing', jobId });
  const { db, ...asker } = access;
  const proposal = proposalOf(row);
  const task: ImportTask = {
    databaseFile: db.$client.name,
    access: asker,
    jobId,
    request: {
      path: draftFile(draftId, row.path),
      fileName: row.fileName,
      survey: row.surveyName,
      wave: row.waveName,
      plan: row.plan as unknown as ImportPlan,
      ...(proposal && { proposal }),
      operations: row.operations.slice(0, row.operationCount),
      readers: settings().importReaders,
      companions: row.companions.map(({ path, fileName }) => ({
        path: draftFile(draftId, path),
        fileName
      }))
    }
  };
  const finished = pool
    .run<Parsed<Imported>>('import', task)
    .then((outcome) => settle(access, draftId, jobId, outcome))
    .catch((error: unknown) => {
      // The program is stopping: at the next start the job's silence says that it did not end.
      if (!db.$client.open) return;
      const wasCancelled = error instanceof WorkError && error.cause === Cancelled.name;
      changeDraft(access, draftId, { state: 'inspected' });
      finishJob(db, jobId, wasCancelled ? 'cancelled' : 'failed', {
        issues: wasCancelled ? [] : refused('import-failed').issues
      });
      if (!wasCancelled) console.error('import failed:', failureTrace(error));
    });
  return { ok: true, value: { jobId, finished } };
}

function settle(access: Access, draftId: Id, jobId: Id, outcome: Parsed<Imported>): void {
  if (!outcome.ok) {
    changeDraft(access, draftId, { state: 'inspected' });
    finishJob(access.db, jobId, 'failed', { issues: outcome.issues });
    return;
  }
  const { issues: _found, ...done } = outcome.value;
  // The answers are in the database now; the copy that was uploaded is not needed any more.
  removeDraftFiles(draftId);
  changeDraft(access, draftId, { state: 'done', datasetVersionId: done.versionId });
  forgetComparison(access, draftId);
  finishJob(access.db, jobId, 'done', done);
}
