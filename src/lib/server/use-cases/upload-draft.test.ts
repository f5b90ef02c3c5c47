import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { testAccess } from '$lib/server/db/version.fixture';
import { arrangeUploads, type ArrangeTask } from '$lib/server/jobs/arrange-uploads';
import type { WorkerPool } from '$lib/server/jobs/pool';
import { cancelDraft, getDraft, listDrafts } from './import-drafts';
import { readDraft } from './draft.fixture';
import {
  arrivingFiles,
  beginUpload,
  finishUpload,
  receiveForm,
  removeCompanion,
  takePart
} from './upload-draft';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upload-'));
  vi.stubEnv('GROUNDSWELL_DATA', folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const pool = {
  run: (_work: string, task: unknown) => Promise.resolve(arrangeUploads(task as ArrangeTask))
} as unknown as WorkerPool;

const csv = 'id,own\n1,yes\n2,no\n3,yes\n4,no\n';
const codebook = 'variable,value,label\nown,yes,Owns\nown,no,Rents\n';
const body = (text: string) => new Blob([text]).stream();
const uploads = () => join(folder, 'uploads');

async function begun(access: ReturnType<typeof testAccess>, text = csv) {
  const made = await beginUpload(access, [{ fileName: 'a.csv', bytes: text.length }]);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  const [file] = made.value.files;
  if (!file) throw new Error('no file');
  return { draftId: made.value.draftId, file: file.file };
}

describe('an upload in parts', () => {
  test('goes on where it broke off, and is whole at the end', async () => {
    const access = testAccess();
    const { draftId, file } = await begun(access);
    expect(getDraft(access, draftId)?.state).toBe('uploading');
    const first = await takePart(access, draftId, { file, offset: 0, body: body(csv.slice(0, 9)) });
    expect(first).toEqual({ ok: true, value: { offset: 9 } });
    // What the database and the folder hold is all there is: a restart changes nothing.
    expect(arrivingFiles(access, draftId)).toMatchObject([{ offset: 9, bytes: csv.length }]);
    expect(listDrafts(access).map(({ id }) => id)).toContain(draftId);
    expect(await finishUpload(access, draftId, pool)).toMatchObject({
      issues: [{ code: 'upload-incomplete', params: { file: 'a.csv' } }]
    });
    await takePart(access, draftId, { file, offset: 9, body: body(csv.slice(9)) });
    expect((await finishUpload(access, draftId, pool)).ok).toBe(true);
    const draft = getDraft(access, draftId);
    expect(draft?.state).toBe('uploaded');
    expect(readFileSync(draft?.path ?? '', 'utf8')).toBe(csv);
  });

  test('that breaks off in the middle of a part keeps what came', async () => {
    const access = testAccess();
    const { draftId, file } = await begun(access);
    let pulls = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulls++ === 0) controller.enqueue(new TextEncoder().encode(csv.slice(0, 5)));
        else controller.error(Object.assign(new Error('gone'), { name: 'AbortError' }));
      }
    });
    await takePart(access, draftId, { file, offset: 0, body: broken });
    const [stands] = arrivingFiles(access, draftId);
    expect(csv.startsWith(readFileSync(getDraft(access, draftId)?.path ?? '', 'utf8'))).toBe(true);
    await takePart(access, draftId, {
      file,
      offset: stands?.offset ?? 0,
      body: body(csv.slice(stands?.offset))
    });
    expect((await finishUpload(access, draftId, pool)).ok).toBe(true);
  });

  test('takes a part only where the file ends so far, and no more than was announced', async () => {
    const access = testAccess();
    const { draftId, file } = await begun(access);
    expect(await takePart(access, draftId, { file, offset: 4, body: body('x') })).toMatchObject({
      issues: [{ code: 'upload-offset', params: { offset: 0 } }]
    });
    expect(
      await takePart(access, draftId, { file, offset: 0, body: body(`${csv}more`) })
    ).toMatchObject({ issues: [{ code: 'upload-too-large' }] });
    expect(arrivingFiles(access, draftId)[0]?.offset).toBe(csv.length);
  });

  test('that is cancelled leaves no file and no draft', async () => {
    const access = testAccess();
    const { draftId, file } = await begun(access);
    await takePart(access, draftId, { file, offset: 0, body: body('id') });
    expect(cancelDraft(access, draftId).ok).toBe(true);
    expect(existsSync(join(uploads(), draftId))).toBe(false);
    expect(getDraft(access, draftId)).toBeNull();
    expect(await takePart(access, draftId, { file, offset: 2, body: body(',own') })).toMatchObject({
      issues: [{ code: 'no-such-draft' }]
    });
  });

  test('is refused when it is empty, nameless, too large, or too many files', async () => {
    const access = testAccess();
    const codes = async (files: { fileName: string; bytes: number }[]) => {
      const made = await beginUpload(access, files);
      return made.ok ? 'taken' : made.issues[0]?.code;
    };
    expect(await codes([])).toBe('no-files');
    expect(await codes([{ fileName: ' ', bytes: 1 }])).toBe('file-name-missing');
    expect(await codes([{ fileName: 'a', bytes: 0 }])).toBe('upload-empty');
    expect(await codes([{ fileName: 'a', bytes: 2 ** 50 }])).toBe('upload-too-large');
    expect(await codes(Array.from({ length: 41 }, () => ({ fileName: 'a', bytes: 1 })))).toBe(
      'too-many-files'
    );
  });

  test('of another workspace is not there', async () => {
    const access = testAccess();
    const stranger = { ...access, workspaceId: 'other' };
    const { draftId, file } = await begun(access);
    expect(arrivingFiles(stranger, draftId)).toEqual([]);
    const tries = [
      await takePart(stranger, draftId, { file, offset: 0, body: body('x') }),
      await finishUpload(stranger, draftId, pool),
      await beginUpload(stranger, [{ fileName: 'b.csv', bytes: 3 }], draftId),
      removeCompanion(stranger, draftId, 0)
    ];
    expect(tries.map((tried) => !tried.ok && tried.issues[0]?.code)).toEqual(
      tries.map(() => 'no-such-draft')
    );
  });
});

describe('files that come together', () => {
  test('are arranged by what is in them, in whatever order they come', async () => {
    const access = testAccess();
    const made = await beginUpload(access, [
      { fileName: 'codebook.csv', bytes: codebook.length },
      { fileName: 'a.csv', bytes: csv.length }
    ]);
    if (!made.ok) throw new Error('refused');
    const { draftId, files } = made.value;
    for (const [i, text] of [codebook, csv].entries())
      await takePart(access, draftId, { file: files[i]?.file ?? '', offset: 0, body: body(text) });
    await finishUpload(access, draftId, pool);
    expect(getDraft(access, draftId)).toMatchObject({
      fileName: 'a.csv',
      companions: [{ fileName: 'codebook.csv' }]
    });
  });

  test('a companion that is taken off is gone from the disk', async () => {
    const access = testAccess();
    const made = await receiveForm(
      access,
      [
        { fileName: 'a.csv', body: body(csv) },
        { fileName: 'codebook.csv', body: body(codebook) }
      ],
      undefined,
      pool
    );
    if (!made.ok) throw new Error('refused');
    const { draftId } = made.value;
    expect(readdirSync(join(uploads(), draftId))).toHaveLength(2);
    expect(removeCompanion(access, draftId, 0).ok).toBe(true);
    expect(readdirSync(join(uploads(), draftId))).toHaveLength(1);
    expect(getDraft(access, draftId)?.companions).toEqual([]);
  });

  test('a form that breaks off leaves nothing', async () => {
    const access = testAccess();
    const before = existsSync(uploads()) ? readdirSync(uploads()).length : 0;
    async function* files() {
      yield { fileName: 'a.csv', body: body(csv) };
      await Promise.resolve();
      throw new Error('gone');
    }
    await expect(receiveForm(access, files(), undefined, pool)).rejects.toThrow('gone');
    expect(readdirSync(uploads()).length).toBe(before);
  });

  test('a draft whose bytes are still to come is not read', async () => {
    const access = testAccess();
    const { draftId } = await begun(access);
    expect(await readDraft(access, draftId, pool)).toMatchObject({
      issues: [{ code: 'no-such-draft' }]
    });
  });
});
