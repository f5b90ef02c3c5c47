import { and, desc, eq, lt, ne } from 'drizzle-orm';
import { newId, type Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Inspected, Inspection } from '$lib/survey/inspect';
import type { ImportPlan } from '$lib/survey/plan';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { versionsOfFile, type ListedVersion } from '$lib/server/db/queries/dataset-version';
import { importDraft } from '$lib/server/db/schema';
import { Cancelled, createJob, findJob, finishJob } from '$lib/server/jobs/job';
import { workers, WorkError, type WorkerPool } from '$lib/server/jobs/pool';
import { receiveUpload, UploadTooLarge } from '$lib/server/jobs/receive-upload';
import { draftFile, removeDraftFiles } from '$lib/server/jobs/upload-folder';
import type { ImportTask } from '$lib/server/jobs/import-draft';
import type { InspectTask } from '$lib/server/jobs/inspect-draft';
import { settings } from '$lib/server/settings';
import type { Imported } from './import-survey';

/** An import under review. `inspection` and `plan` are null until the file has been inspected. */
export interface Draft {
  id: Id;
  state: 'uploading' | 'uploaded' | 'inspected' | 'committing' | 'done' | 'failed';
  fileName: string;
  fileBytes: number;
  companions: { fileName: string }[];
  surveyName: string | null;
  waveName: string | null;
  inspection: Inspection | null;
  plan: ImportPlan | null;
  datasetVersionId: Id | null;
  /** the job that imports it, or did last: its progress and issues */
  jobId: Id | null;
  createdAt: Date;
}

/** Drafts nobody finished are removed with their files after this long. */
const ABANDONED = 14 * 24 * 3_600_000;

type Row = typeof importDraft.$inferSelect;

const toDraft = (row: Row): Draft => ({
  id: row.id,
  state: row.state,
  fileName: row.fileName,
  fileBytes: row.fileBytes,
  companions: row.companions.map(({ fileName }) => ({ fileName })),
  surveyName: row.surveyName,
  waveName: row.waveName,
  inspection: row.inspection as Inspection | null,
  plan: row.plan as ImportPlan | null,
  datasetVersionId: row.datasetVersionId,
  jobId: row.jobId,
  createdAt: row.createdAt
});

const mine = ({ workspaceId }: Access, id: Id) =>
  and(eq(importDraft.id, id), eq(importDraft.workspaceId, workspaceId));

/** A draft whose import lost its process is under review again. */
function rowOf(access: Access, id: Id): Row | undefined {
  const row = access.db.select().from(importDraft).where(mine(access, id)).get();
  if (row?.state !== 'committing' || row.jobId === null) return row;
  const job = findJob(access, row.jobId);
  if (job?.state === 'waiting' || job?.state === 'running') return row;
  return { ...row, state: 'inspected' };
}

const change = (access: Access, id: Id, values: Partial<typeof importDraft.$inferInsert>) => {
  access.db.update(importDraft).set(values).where(mine(access, id)).run();
};

/** A draft of the workspace. */
export function getDraft(access: Access, id: Id): Draft | null {
  const row = rowOf(access, id);
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

/** A file on its way in. */
export interface Upload {
  fileName: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * Takes a survey file in as a new draft, as it arrives. Breaking off leaves nothing.
 *
 * Refused: `upload-too-large`, `upload-empty`.
 *
 * @returns the draft's id, and the versions of the workspace that came from the same bytes
 */
export async function createDraft(
  access: Access,
  upload: Upload
): Promise<Parsed<{ draftId: Id; imported: ListedVersion[] }>> {
  removeAbandoned(access);
  const id = newId();
  const path = 'main';
  let received: Awaited<ReturnType<typeof receive>> | null = null;
  try {
    received = await receive(upload, draftFile(id, path));
  } finally {
    if (!received?.ok) removeDraftFiles(id);
  }
  if (!received.ok) return received;
  const { bytes, sha256 } = received.value;
  access.db
    .insert(importDraft)
    .values({
      id,
      workspaceId: access.workspaceId,
      fileName: upload.fileName,
      fileBytes: bytes,
      fileSha256: sha256,
      path,
      companions: [],
      state: 'uploaded',
      createdBy: access.userId ?? ''
    })
    .run();
  return { ok: true, value: { draftId: id, imported: versionsOfFile(access, sha256) } };
}

/**
 * Adds a companion file (a sheet of the form) to a draft; the file is to be inspected again.
 *
 * Refused: `no-such-draft`, and as `createDraft`.
 */
export async function addCompanion(
  access: Access,
  draftId: Id,
  upload: Upload
): Promise<Parsed<{ draftId: Id }>> {
  const before = rowOf(access, draftId);
  if (!before || before.state === 'committing' || before.state === 'done')
    return refused('no-such-draft');
  const path = `with-${newId()}`;
  const received = await receive(upload, draftFile(draftId, path));
  if (!received.ok) return received;
  // Read again: another companion may have arrived meanwhile.
  const row = rowOf(access, draftId);
  if (!row) {
    removeDraftFiles(draftId);
    return refused('no-such-draft');
  }
  change(access, draftId, {
    companions: [...row.companions, { fileName: upload.fileName, path }],
    state: 'uploaded',
    inspection: null,
    plan: null
  });
  return { ok: true, value: { draftId } };
}

async function receive(
  { body }: Upload,
  path: string
): Promise<Parsed<{ bytes: number; sha256: string }>> {
  const limit = settings().uploadLimit;
  try {
    const received = await receiveUpload(body, path, limit);
    return received.bytes === 0 ? refused('upload-empty') : { ok: true, value: received };
  } catch (error) {
    if (error instanceof UploadTooLarge) return refused('upload-too-large', undefined, { limit });
    throw error;
  }
}

/**
 * Reads the file of a draft whole, in a worker, and keeps what it holds with the proposed plan.
 * A plan that was being edited is replaced.
 *
 * Refused: `no-such-draft`. A file that cannot be imported is inspected, with its issues and no plan.
 */
export async function inspectDraft(
  access: Access,
  draftId: Id,
  options: { asIs?: boolean; pool?: WorkerPool } = {}
): Promise<Parsed<Draft>> {
  const row = rowOf(access, draftId);
  if (!row || row.state === 'committing' || row.state === 'done') return refused('no-such-draft');
  const task: InspectTask = {
    file: {
      path: draftFile(draftId, row.path),
      name: row.fileName,
      companions: row.companions.map(({ fileName, path }) => ({
        name: fileName,
        path: draftFile(draftId, path)
      })),
      asIs: options.asIs ?? false
    }
  };
  const read = await (options.pool ?? workers()).run<Parsed<Inspected>>('inspect', task);
  if (!read.ok) return read;
  change(access, draftId, {
    inspection: read.value.inspection as unknown as Record<string, unknown>,
    plan: read.value.plan as unknown as Record<string, unknown> | null,
    state: 'inspected'
  });
  const draft = getDraft(access, draftId);
  return draft ? { ok: true, value: draft } : refused('no-such-draft');
}

/** What a person changed at a step of the review; what is left out stays. */
export interface DraftChange {
  plan?: ImportPlan;
  surveyName?: string;
  waveName?: string;
}

/** Keeps a step of the review. Refused: `no-such-draft` when it is not (or no longer) under review. */
export function saveDraftPlan(
  access: Access,
  draftId: Id,
  { plan, surveyName, waveName }: DraftChange
): Parsed<Draft> {
  const draft = getDraft(access, draftId);
  if (!draft || draft.state === 'committing' || draft.state === 'done')
    return refused('no-such-draft');
  change(access, draftId, {
    ...(plan && { plan: plan as unknown as Record<string, unknown> }),
    ...(surveyName !== undefined && { surveyName }),
    ...(waveName !== undefined && { waveName })
  });
  const saved = getDraft(access, draftId);
  return saved ? { ok: true, value: saved } : refused('no-such-draft');
}

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
  const row = rowOf(access, draftId);
  if (!row || row.state === 'committing' || row.state === 'done') return refused('no-such-draft');
  if (!row.plan) return refused('not-inspected');
  if (!row.surveyName?.trim()) return refused('survey-name-missing', 'surveyName');
  if (!row.waveName?.trim()) return refused('wave-name-missing', 'waveName');
  const jobId = createJob(access, 'import', row.fileBytes);
  change(access, draftId, { state: 'committing', jobId });
  const { db, ...asker } = access;
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
      readers: settings().importReaders
    }
  };
  const finished = pool
    .run<Parsed<Imported>>('import', task)
    .then((outcome) => settle(access, draftId, jobId, outcome))
    .catch((error: unknown) => {
      const wasCancelled = error instanceof WorkError && error.cause === Cancelled.name;
      change(access, draftId, { state: 'inspected' });
      finishJob(db, jobId, wasCancelled ? 'cancelled' : 'failed', {
        issues: wasCancelled ? [] : refused('import-failed').issues
      });
      if (!wasCancelled) console.error('import failed:', error);
    });
  return { ok: true, value: { jobId, finished } };
}

function settle(access: Access, draftId: Id, jobId: Id, outcome: Parsed<Imported>): void {
  if (!outcome.ok) {
    change(access, draftId, { state: 'inspected' });
    finishJob(access.db, jobId, 'failed', { issues: outcome.issues });
    return;
  }
  const { issues: _found, ...done } = outcome.value;
  // The answers are in the database now; the copy that was uploaded is not needed any more.
  removeDraftFiles(draftId);
  change(access, draftId, { state: 'done', datasetVersionId: done.versionId });
  finishJob(access.db, jobId, 'done', done);
}

/** Throws a draft away with its files. Refused: `no-such-draft` when it is being imported or gone. */
export function cancelDraft(access: Access, draftId: Id): Parsed<{ draftId: Id }> {
  const row = rowOf(access, draftId);
  if (!row || row.state === 'committing') return refused('no-such-draft');
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

function removeAbandoned(access: Access): void {
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
