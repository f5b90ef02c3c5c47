import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { newId, type Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { versionsOfFile, type ListedVersion } from '$lib/server/db/queries/dataset-version';
import { importDraft } from '$lib/server/db/schema';
import type { WorkerPool } from '$lib/server/jobs/pool';
import { receivePart, receiveUpload, UploadTooLarge } from '$lib/server/jobs/receive-upload';
import {
  draftFile,
  draftFolder,
  removeDraftFile,
  removeDraftFiles
} from '$lib/server/jobs/upload-folder';
import { settings } from '$lib/server/settings';
import { arranged } from './arrange-draft';
import {
  cancelDraft,
  changeDraft,
  findDraftRow,
  removeAbandoned,
  type DraftRow
} from './import-drafts';

/** A file that is going to be sent. */
export interface Announced {
  fileName: string;
  bytes: number;
}

/** A file of a draft, and how much of it has arrived. */
export interface Arriving extends Announced {
  /** its name inside the draft */
  file: string;
  /** bytes that are here */
  offset: number;
}

/** Most files of one draft. */
const mostFiles = 40;

/**
 * Begins an upload in parts: a draft in the state `uploading`, or further files for a draft that is there
 * already. Every file is then sent by `takePart`, and `finishUpload` ends it. What has arrived stays until
 * the draft is cancelled, also when the program restarts.
 *
 * Refused: `no-files`, `too-many-files`, `file-name-missing`, `upload-empty`, `upload-too-large`,
 * `no-such-draft`.
 */
export async function beginUpload(
  access: Access,
  announced: readonly Announced[],
  draftId?: Id
): Promise<Parsed<{ draftId: Id; files: Arriving[] }>> {
  const fault = faultOf(announced);
  if (fault) return fault;
  const files = announced.map((one) => ({ ...one, path: newId() }));
  const [first, ...rest] = files;
  if (!first) return refused('no-files');
  if (draftId !== undefined) {
    const row = findDraftRow(access, draftId);
    if (!row || row.state === 'committing' || row.state === 'done') return refused('no-such-draft');
    if (row.companions.length + files.length >= mostFiles) return refused('too-many-files');
    await makeFiles(draftId, files);
    changeDraft(access, draftId, { companions: [...row.companions, ...files] });
    return { ok: true, value: { draftId, files: files.map(arriving(draftId)) } };
  }
  removeAbandoned(access);
  const id = newId();
  await makeFiles(id, files);
  access.db
    .insert(importDraft)
    .values({
      id,
      workspaceId: access.workspaceId,
      fileName: first.fileName,
      fileBytes: first.bytes,
      path: first.path,
      companions: rest,
      state: 'uploading',
      createdBy: access.userId ?? ''
    })
    .run();
  return { ok: true, value: { draftId: id, files: files.map(arriving(id)) } };
}

function faultOf(announced: readonly Announced[]): ReturnType<typeof refused> | null {
  const limit = settings().uploadLimit;
  if (announced.length === 0) return refused('no-files');
  if (announced.length > mostFiles) return refused('too-many-files');
  if (announced.some(({ fileName }) => fileName.trim() === '')) return refused('file-name-missing');
  if (announced.some(({ bytes }) => bytes <= 0)) return refused('upload-empty');
  if (announced.some(({ bytes }) => bytes > limit))
    return refused('upload-too-large', undefined, { limit });
  return null;
}

async function makeFiles(draftId: Id, files: readonly { path: string }[]): Promise<void> {
  await mkdir(draftFolder(draftId), { recursive: true, mode: 0o700 });
  for (const { path } of files) await (await open(draftFile(draftId, path), 'w', 0o600)).close();
}

const arriving =
  (draftId: Id) =>
  ({ fileName, bytes, path }: Announced & { path: string }): Arriving => {
    const stored = draftFile(draftId, path);
    return { fileName, bytes, file: path, offset: existsSync(stored) ? statSync(stored).size : 0 };
  };

/** Files of a draft with how much of each has arrived; empty when the workspace has no such draft. */
export function arrivingFiles(access: Access, draftId: Id): Arriving[] {
  const row = findDraftRow(access, draftId);
  return row ? filesOf(row).map(arriving(draftId)) : [];
}

const filesOf = (row: DraftRow): (Announced & { path: string })[] => [
  { fileName: row.fileName, bytes: row.fileBytes, path: row.path },
  ...row.companions.map(({ fileName, path, bytes }) => ({
    fileName,
    path,
    // Those received whole have no announced length.
    bytes: bytes ?? sizeOf(draftFile(row.id, path))
  }))
];

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/**
 * Takes a part of a file as it arrives. When it breaks off, what came stays; the next part begins there.
 *
 * Refused: `no-such-draft`, `upload-offset` when the part does not begin where the file ends so far
 * (`params.offset`), `upload-too-large` when more arrives than was announced.
 *
 * @returns bytes of the file that are here now
 */
export async function takePart(
  access: Access,
  draftId: Id,
  part: { file: string; offset: number; body: ReadableStream<Uint8Array> }
): Promise<Parsed<{ offset: number }>> {
  const found = arrivingFiles(access, draftId).find(({ file }) => file === part.file);
  if (!found) return refused('no-such-draft');
  if (part.offset !== found.offset)
    return refused('upload-offset', undefined, { offset: found.offset });
  const path = draftFile(draftId, found.file);
  const room = found.bytes - found.offset;
  try {
    const took = await receivePart(part.body, { path, offset: found.offset, room });
    return { ok: true, value: { offset: found.offset + took } };
  } catch (error) {
    if (error instanceof UploadTooLarge)
      return refused('upload-too-large', undefined, { limit: found.bytes });
    throw error;
  }
}

/**
 * Ends an upload: the files are arranged (which one holds the responses, which ones belong to it) and the
 * draft can be read.
 *
 * Refused: `no-such-draft`, `upload-incomplete`.
 *
 * @returns the draft's id, and the versions of the workspace that came from the same bytes
 */
export async function finishUpload(
  access: Access,
  draftId: Id,
  pool?: WorkerPool
): Promise<Parsed<{ draftId: Id; imported: ListedVersion[] }>> {
  const files = arrivingFiles(access, draftId);
  if (files.length === 0) return refused('no-such-draft');
  const short = files.find(({ offset, bytes }) => offset < bytes);
  if (short) return refused('upload-incomplete', undefined, { file: short.fileName });
  const row = findDraftRow(access, draftId);
  if (!row) return refused('no-such-draft');
  const isNew = row.state === 'uploading';
  const values = isNew ? await arranged(row, pool) : {};
  const sha256 = await hashOf(draftFile(draftId, values.path ?? row.path));
  changeDraft(access, draftId, {
    ...values,
    fileSha256: sha256,
    ...(isNew && { state: 'uploaded' as const })
  });
  return { ok: true, value: { draftId, imported: versionsOfFile(access, sha256) } };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** A file on its way in, whole. */
export interface Upload {
  fileName: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * Takes a survey file in as a new draft, in one go. Breaking off leaves nothing.
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
 * Adds a companion file (a sheet of the form, a codebook, a repeated group) to a draft in one go; the file
 * is to be read again.
 *
 * Refused: `no-such-draft`, and as `createDraft`.
 */
export async function addCompanion(
  access: Access,
  draftId: Id,
  upload: Upload
): Promise<Parsed<{ draftId: Id }>> {
  const before = findDraftRow(access, draftId);
  if (!before || before.state === 'committing' || before.state === 'done')
    return refused('no-such-draft');
  const path = newId();
  const received = await receive(upload, draftFile(draftId, path));
  if (!received.ok) return received;
  // Read again: another companion may have arrived meanwhile.
  const row = findDraftRow(access, draftId);
  if (!row) {
    removeDraftFiles(draftId);
    return refused('no-such-draft');
  }
  const { bytes } = received.value;
  changeDraft(access, draftId, {
    companions: [...row.companions, { fileName: upload.fileName, path, bytes }]
  });
  return { ok: true, value: { draftId } };
}

/** Takes a companion off a draft, with its file; the file is to be read again. Refused: `no-such-draft`. */
export function removeCompanion(
  access: Access,
  draftId: Id,
  index: number
): Parsed<{ draftId: Id }> {
  const row = findDraftRow(access, draftId);
  const gone = row?.companions[index];
  if (!row || !gone || row.state === 'committing' || row.state === 'done')
    return refused('no-such-draft');
  changeDraft(access, draftId, { companions: row.companions.filter((_, i) => i !== index) });
  removeDraftFile(draftId, gone.path);
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
 * Takes the files of a form one after the other: a new draft, or further files of one that is there.
 * Breaking off leaves nothing of a new draft.
 *
 * Refused: `no-files`, `too-many-files`, and as `createDraft`.
 */
export async function receiveForm(
  access: Access,
  files: Iterable<Upload> | AsyncIterable<Upload>,
  draftId?: Id,
  pool?: WorkerPool
): Promise<Parsed<{ draftId: Id }>> {
  let id = draftId ?? null;
  let count = 0;
  const giveUp = (): void => {
    if (draftId === undefined && id !== null) cancelDraft(access, id);
  };
  try {
    for await (const file of files) {
      if (++count > mostFiles) {
        giveUp();
        return refused('too-many-files');
      }
      const taken =
        id === null ? await createDraft(access, file) : await addCompanion(access, id, file);
      if (!taken.ok) {
        giveUp();
        return taken;
      }
      id = taken.value.draftId;
    }
  } catch (error) {
    giveUp();
    throw error;
  }
  if (id === null) return refused('no-files');
  const row = count > 1 && draftId === undefined ? findDraftRow(access, id) : undefined;
  if (row) {
    const values = await arranged(row, pool);
    const fileSha256 = await hashOf(draftFile(id, values.path ?? row.path));
    changeDraft(access, id, { ...values, fileSha256 });
  }
  return { ok: true, value: { draftId: id } };
}
