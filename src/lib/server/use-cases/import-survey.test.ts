import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ImportPlan } from '$lib/survey/plan';
import type { Access } from '$lib/server/access/access';
import {
  listVersions,
  listVersionsOfWave,
  responsesOf
} from '$lib/server/db/queries/dataset-version';
import { testAccess } from '$lib/server/db/version.fixture';
import { cancelJob, findJob } from '$lib/server/jobs/job';
import { WorkerPool } from '$lib/server/jobs/pool';
import { buildWorkers } from '$lib/server/work/built.fixture';
import { commitDraft } from './commit-draft';
import { addOperation } from './draft-operations';
import { cancelDraft, changeDraft, getDraft } from './import-drafts';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { readDraft } from './draft.fixture';
import { addCompanion, createDraft } from './upload-draft';
import { verify } from './verify';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-import-'));
const csv = 'id,Rent?,Age\n1,Yes,30\n2,No,40\n3,Yes,\n4,No,35\n';
const path = join(folder, 'small.csv');
writeFileSync(path, csv);
vi.stubEnv('GROUNDSWELL_DATA', folder);

let built: Awaited<ReturnType<typeof buildWorkers>>;
let pool: WorkerPool;
beforeAll(async () => {
  built = await buildWorkers();
  pool = new WorkerPool(1, built.workerFile);
});
afterAll(async () => {
  await pool.close();
  built.remove();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function planOf(file: string): ImportPlan {
  const planned = planFile({ path: file });
  if (!planned.ok || !planned.value.plan) throw new Error('the file was refused');
  return planned.value.plan;
}

const request = (change: Partial<Parameters<typeof importSurvey>[1]> = {}) => ({
  path,
  fileName: 'small.csv',
  survey: 'Needs',
  wave: '2024',
  plan: planOf(path),
  ...change
});

const count = (access: Access, table: string) =>
  access.db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('an import', () => {
  test('stores every row of the file with its codebook, and verify agrees', () => {
    const access = testAccess();
    const done = importSurvey(access, request());
    if (!done.ok) throw new Error(JSON.stringify(done.issues));
    const { rows, imported, excluded, versionId } = done.value;
    expect({ rows, imported, excluded }).toEqual({ rows: 4, imported: 4, excluded: [] });
    const responses = responsesOf(access, versionId);
    const rent = responses?.codebook.variables.find(({ heading }) => heading === 'Rent?');
    const { codes, categories } = responses?.categories(rent?.name ?? '') ?? {};
    expect(Array.from(codes ?? [], (code) => categories?.[code - 1]?.code)).toEqual([
      'Yes',
      'No',
      'Yes',
      'No'
    ]);
    expect(verify(access.db, () => []).issues).toEqual([]);
  });

  test('keeps the code of every row of a variable with hundreds of categories', () => {
    const many = join(folder, 'many.csv');
    const place = (i: number) => `Place ${i % 600}`;
    const lines = Array.from({ length: 3000 }, (_, i) => `${i},${place(i)}`);
    writeFileSync(many, `id,tract\n${lines.join('\n')}\n`);
    const access = testAccess();
    const done = importSurvey(access, request({ path: many, plan: planOf(many) }));
    const responses = done.ok ? responsesOf(access, done.value.versionId) : null;
    const { codes, categories } = responses?.categories('tract') ?? {};
    expect(Array.from(codes ?? [], (code) => categories?.[code - 1]?.code)).toEqual(
      Array.from({ length: 3000 }, (_, i) => place(i))
    );
  });

  test('of the same file with the same decisions is refused, naming the version', () => {
    const access = testAccess();
    const first = importSurvey(access, request());
    const again = importSurvey(access, request());
    expect(
      again.ok ? [] : again.issues.map(({ code, params }) => [code, params.versionId])
    ).toEqual([['already-imported', first.ok && first.value.versionId]]);
  });

  test('of the same file with other decisions is a new version that supersedes the first', () => {
    const access = testAccess();
    const first = importSurvey(access, request());
    const plan = planOf(path);
    const second = importSurvey(
      access,
      request({
        plan: {
          ...plan,
          variables: plan.variables.map((each, i) => ({ ...each, include: each.include && i > 0 }))
        }
      })
    );
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value.supersedes).toBe(first.value.versionId);
    expect(
      listVersionsOfWave(access, first.value.waveId).map((v) => [v.number, v.supersededBy])
    ).toEqual([
      [2, null],
      [1, second.value.versionId]
    ]);
  });

  test('that is stopped leaves nothing, not even the wave', () => {
    const access = testAccess();
    expect(() =>
      importSurvey(access, request(), () => {
        throw new Error('stop');
      })
    ).toThrow('stop');
    expect(['survey', 'wave', 'column_chunk', 'audit_entry'].map((t) => count(access, t))).toEqual([
      0, 0, 0, 0
    ]);
  });

  test('without a name for survey or wave, or without variables, is refused', () => {
    const plan = planOf(path);
    const nothing = {
      ...plan,
      variables: plan.variables.map((each) => ({ ...each, include: false }))
    };
    const refused = importSurvey(testAccess(), request({ survey: ' ', wave: '', plan: nothing }));
    expect(refused.ok ? [] : refused.issues.map((issue) => issue.code)).toEqual([
      'survey-name-missing',
      'wave-name-missing',
      'no-variables'
    ]);
  });
});

const body = (text: string) => new Blob([text]).stream();

async function uploaded(access: Access, text = csv): Promise<string> {
  const made = await createDraft(access, { fileName: '../small.csv', body: body(text) });
  if (!made.ok) throw new Error('refused');
  return made.value.draftId;
}

async function reviewed(access: Access, text = csv): Promise<string> {
  const draftId = await uploaded(access, text);
  await readDraft(access, draftId, pool);
  changeDraft(access, draftId, { surveyName: 'Needs', waveName: '2024' });
  return draftId;
}

describe('a draft', () => {
  const uploads = join(folder, 'uploads');
  let access: Access;
  let files = 0;
  beforeAll(() => {
    access = testAccess(join(folder, 'groundswell.db'));
  });

  test('goes from upload through review to a version, and its file is removed', async () => {
    const draftId = await reviewed(access);
    expect(getDraft(access, draftId)?.inspection).toMatchObject({ rows: 4, columns: 3 });
    const started = commitDraft(access, draftId, pool);
    if (!started.ok) throw new Error(JSON.stringify(started.issues));
    expect(getDraft(access, draftId)?.state).toBe('committing');
    await started.value.finished;
    const job = findJob(access, started.value.jobId);
    expect(job).toMatchObject({ state: 'done', result: { imported: 4 } });
    expect(getDraft(access, draftId)?.datasetVersionId).toBe(job?.result?.versionId);
    expect(existsSync(join(uploads, draftId))).toBe(false);
    expect(
      listVersions(access).map(({ survey, wave, imported }) => [survey, wave, imported])
    ).toEqual([['Needs', '2024', 4]]);
  });

  test('tells of versions made from the same bytes', async () => {
    const again = await createDraft(access, { fileName: 'copy.csv', body: body(csv) });
    expect(again.ok && again.value.imported.map((version) => version.wave)).toEqual(['2024']);
  });

  test('that is cancelled while it is imported is under review again, and nothing is stored', async () => {
    const before = count(access, 'dataset_version');
    const draftId = await reviewed(access, csv + '5,No,20\n');
    const started = commitDraft(access, draftId, pool);
    if (!started.ok) throw new Error('refused');
    expect(cancelJob(access, started.value.jobId)).toBe(true);
    await started.value.finished;
    expect(findJob(access, started.value.jobId)?.state).toBe('cancelled');
    expect(getDraft(access, draftId)?.state).toBe('inspected');
    expect(count(access, 'dataset_version')).toBe(before);
    expect(cancelJob(access, started.value.jobId)).toBe(false);
  });

  test('whose import is refused says why in its job', async () => {
    const draftId = await reviewed(access);
    const started = commitDraft(access, draftId, pool);
    if (!started.ok) throw new Error('refused');
    await started.value.finished;
    const job = findJob(access, started.value.jobId);
    expect([job?.state, job?.result?.issues]).toEqual([
      'failed',
      [expect.objectContaining({ code: 'already-imported' })]
    ]);
    expect(getDraft(access, draftId)?.state).toBe('inspected');
  });

  test('whose process died is under review again', async () => {
    const draftId = await reviewed(access);
    const started = commitDraft(access, draftId, new WorkerPool(0));
    const jobId = started.ok ? started.value.jobId : '';
    access.db.$client.prepare('UPDATE job SET created_at = 0 WHERE id = ?').run(jobId);
    expect([findJob(access, jobId)?.state, getDraft(access, draftId)?.state]).toEqual([
      'failed',
      'inspected'
    ]);
  });

  test('that is discarded leaves no file', async () => {
    const draftId = await uploaded(access);
    expect(existsSync(join(uploads, draftId))).toBe(true);
    expect(cancelDraft(access, draftId).ok).toBe(true);
    expect(existsSync(join(uploads, draftId))).toBe(false);
    expect(getDraft(access, draftId)).toBeNull();
  });

  test('of another workspace is not there', async () => {
    const draftId = await uploaded(access);
    const stranger = { ...access, workspaceId: 'other' };
    expect(getDraft(stranger, draftId)).toBeNull();
    const tries = [
      await readDraft(stranger, draftId, pool),
      await addCompanion(stranger, draftId, { fileName: 'x', body: body('a') }),
      addOperation(stranger, draftId, { kind: 'accept-all' }),
      commitDraft(stranger, draftId, pool),
      cancelDraft(stranger, draftId)
    ];
    expect(tries.map((tried) => !tried.ok && tried.issues[0]?.code)).toEqual(
      tries.map(() => 'no-such-draft')
    );
    expect(readdirSync(join(uploads, draftId))).toEqual(['main']);
  });

  test('an upload that breaks off, is empty or too large leaves nothing', async () => {
    files = readdirSync(uploads).length;
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(10));
      },
      pull(controller) {
        controller.error(new Error('gone'));
      }
    });
    await expect(createDraft(access, { fileName: 'a', body: broken })).rejects.toThrow('gone');
    const empty = await createDraft(access, { fileName: 'a', body: body('') });
    vi.stubEnv('GROUNDSWELL_UPLOAD_LIMIT', '5');
    const large = await createDraft(access, { fileName: 'a', body: body('123456') });
    vi.stubEnv('GROUNDSWELL_UPLOAD_LIMIT', '');
    expect([empty, large].map((tried) => !tried.ok && tried.issues[0]?.code)).toEqual([
      'upload-empty',
      'upload-too-large'
    ]);
    expect(readdirSync(uploads).length).toBe(files);
  });
});
