import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Inspection } from '$lib/survey/inspect';
import type { ImportPlan } from '$lib/survey/plan';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import type { ReportTask } from '$lib/server/jobs/report-rows';
import { quickWorkers, type WorkerPool } from '$lib/server/jobs/pool';
import { draftFile } from '$lib/server/jobs/upload-folder';
import type { Language } from '$lib/text/text';
import { findDraftRow } from './import-drafts';
import { hiddenColumns } from './preview-draft';

/**
 * Writes a report about the rows of a draft beside its file, in a worker: every issue with every place it
 * was found at, or the rows that could not be read. Cells of personal data are left out, and no cell runs
 * as a formula. It goes with the draft.
 *
 * Refused: `no-such-draft`, `not-inspected`.
 *
 * @returns path of the CSV file
 */
export async function reportDraft(
  access: Access,
  draftId: Id,
  what: ReportTask['what'],
  language: Language,
  pool: WorkerPool = quickWorkers()
): Promise<Parsed<{ path: string }>> {
  const row = findDraftRow(access, draftId);
  if (!row) return refused('no-such-draft');
  const inspection = row.inspection as Inspection | null;
  const plan = row.plan as unknown as ImportPlan | null;
  if (!inspection || !plan) return refused('not-inspected');
  const path = draftFile(draftId, `${what}-${language}.csv`);
  const task: ReportTask = {
    what,
    path: draftFile(draftId, row.path),
    plan,
    issues: inspection.issues,
    hidden: [...hiddenColumns(plan, inspection.identifiers)],
    language,
    out: path
  };
  await pool.run<number>('look', task);
  return { ok: true, value: { path } };
}
