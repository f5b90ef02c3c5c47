import { and, desc, eq, lt, ne } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Inspection } from '$lib/survey/inspect';
import type { Operation } from '$lib/survey/operations';
import type { ImportPlan } from '$lib/survey/plan';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { findVersion } from '$lib/server/db/queries/dataset-version';
import { findListedTemplate } from '$lib/server/db/queries/import-template';
import { importDraft } from '$lib/server/db/schema';
import { cancelJob, findJob, isJobOpen } from '$lib/server/jobs/job';
import { draftFile, removeDraftFiles } from '$lib/server/jobs/upload-folder';

/** An import under review. `inspection` and `plan` are null until the file has been inspected. */
export interface Draft {
  id: Id;
  state: 'uploading' | 'uploaded' | 'inspected' | 'committing' | 'done' | 'failed';
  fileName: string;
  fileBytes: number;
  /** where the main file lies */
  path: string;
  companions: { fileName: string }[];
  surveyName: string | null;
  waveName: string | null;
  inspection: Inspection | null;
  plan: ImportPlan | null;
  /** what a person decided, in order; those beyond `operationCount` have been undone */
  operations: Operation[];
  operationCount: number;
  templateId: Id | null;
  datasetVersionId: Id | null;
  /** the job that reads or imports it, or did last: its progress and issues */
  jobId: Id | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Drafts nobody finished are removed with their files after this long. */
const ABANDONED = 14 * 24 * 3_600_000;

/** The stored row of a draft. */
export type DraftRow = typeof importDraft.$inferSelect;

const toDraft = (row: DraftRow): Draft => ({
  id: row.id,
  state: row.state,
  fileName: row.fileName,
  fileBytes: row.fileBytes,
  path: draftFile(row.id, row.path),
  companions: row.companions.map(({ fileName }) => ({ fileName })),
  surveyName: row.surveyName,
  waveName: row.waveName,
  inspection: row.inspection as Inspection | null,
  plan: row.plan as ImportPlan | null,
  operations: row.operations as unknown as Operation[],
  operationCount: row.operationCount,
  templateId: row.templateId,
  datasetVersionId: row.datasetVersionId,
  jobId: row.jobId,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt
});

const mine = ({ workspaceId }: Access, id: Id) =>
  and(eq(importDraft.id, id), eq(importDraft.workspaceId, workspaceId));

/** The row of a draft of the workspace. A draft whose import lost its process is under review again. */
export function findDraftRow(access: Access, id: Id): DraftRow | undefined {
  const row = access.db.select().from(importDraft).where(mine(access, id)).get();
  if (row?.state !== 'committing' || isJobOpen(access, row.jobId)) return row;
  return { ...row, state: 'inspected' };
}

/** What of a draft is written while it is under way. */
export type DraftValues = Partial<
  Omit<
    typeof importDraft.$inferInsert,
    'id' | 'workspaceId' | 'createdBy' | 'createdAt' | 'updatedAt'
  >
>;

/**
 * Writes columns of a draft of the workspace.
 *
 * @throws RangeError for a job, template or dataset version that is not of this workspace
 */
export function changeDraft(access: Access, draftId: Id, values: DraftValues): void {
  const { jobId, templateId, datasetVersionId } = values;
  if (
    (jobId && !findJob(access, jobId)) ||
    (templateId && !findListedTemplate(access, templateId)) ||
    (datasetVersionId && !findVersion(access, datasetVersionId))
  )
    throw new RangeError('a draft points to its own workspace only');
  access.db.update(importDraft).set(values).where(mine(access, draftId)).run();
}

/** A draft of the workspace. */
export function getDraft(access: Access, id: Id): Draft | null {
  const row = findDraftRow(access, id);
  return row ? toDraft(row) : null;
}

/** Drafts of the workspace that are not finished, newest first. */
export const listDrafts = (access: Access): Draft[] =>
  access.db
    .select()
    .from(importDraft)
    .where(and(eq(importDraft.workspaceId, access.workspaceId), ne(importDraft.state, 'done')))
    .orderBy(desc(importDraft.createdAt))
    .all()
    .map(toDraft);

/**
 * Throws a draft away with its files; a reading of it is stopped. Refused: `no-such-draft` when it is being
 * imported or gone.
 */
export function cancelDraft(access: Access, draftId: Id): Parsed<{ draftId: Id }> {
  const row = findDraftRow(access, draftId);
  if (!row || row.state === 'committing') return refused('no-such-draft');
  if (row.jobId !== null) cancelJob(access, row.jobId);
  removeDraftFiles(draftId);
  access.db.delete(importDraft).where(mine(access, draftId)).run();
  recordAudit(access, {
    action: 'discard',
    entity: 'import-draft',
    entityId: draftId,
    before: { fileName: row.fileName }
  });
  return { ok: true, value: { draftId } };
}

/** Removes drafts of the workspace that nobody touched for two weeks, with their files. */
export function removeAbandoned(access: Access): void {
  const old = access.db
    .select({ id: importDraft.id })
    .from(importDraft)
    .where(
      and(
        eq(importDraft.workspaceId, access.workspaceId),
        ne(importDraft.state, 'committing'),
        ne(importDraft.state, 'done'),
        lt(importDraft.updatedAt, new Date(Date.now() - ABANDONED))
      )
    )
    .all();
  for (const { id } of old) cancelDraft(access, id);
}
