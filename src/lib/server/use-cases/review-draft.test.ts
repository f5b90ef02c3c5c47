import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testAccess } from '$lib/server/db/version.fixture';
import { findWave } from '$lib/server/db/queries/survey';
import type { ImportTask } from '$lib/server/jobs/import-draft';
import { inspectDraftFile, type InspectTask } from '$lib/server/jobs/inspect-draft';
import type { WorkerPool } from '$lib/server/jobs/pool';
import type { Access } from '$lib/server/access/access';
import { noFacts } from './describe-wave';
import { addOperation } from './draft-operations';
import { readDraft } from './draft.fixture';
import { addCompanion, createDraft } from './upload-draft';
import { importSurvey } from './import-survey';
import { listInstances } from './mapping';
import { previewDraft } from './preview-draft';
import {
  commitReview,
  expectedRows,
  openReview,
  openDecisions,
  saveDesign,
  waiting,
  type Review
} from './review-draft';
import { reviewDetail, reviewRows } from './review-rows';

const county = fileURLToPath(new URL('../../../../data/sample-county/', import.meta.url));
let folder: string;
const dataBefore = process.env.GROUNDSWELL_DATA;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
  process.env.GROUNDSWELL_DATA = folder;
});
afterAll(() => {
  if (dataBefore === undefined) delete process.env.GROUNDSWELL_DATA;
  else process.env.GROUNDSWELL_DATA = dataBefore;
  rmSync(folder, { recursive: true, force: true });
});

/** Does the work of the workers in this thread, on the test's own database. */
const poolOf = (access: Access): WorkerPool =>
  ({
    run: (work: string, task: unknown) =>
      Promise.resolve(
        work === 'inspect'
          ? inspectDraftFile(task as InspectTask)
          : importSurvey(access, (task as ImportTask).request)
      )
  }) as unknown as WorkerPool;

const bodyOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    }
  });

async function drafted(access: Access, fileName: string, bytes: Uint8Array): Promise<string> {
  const made = await createDraft(access, { fileName, body: bodyOf(bytes) });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value.draftId;
}

async function reviewOf(access: Access, draftId: string): Promise<Review> {
  const read = await readDraft(access, draftId, poolOf(access));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const review = openReview(access, draftId)?.review;
  if (!review) throw new Error('no review');
  return review;
}

const text = (csv: string) => new TextEncoder().encode(csv);

describe('the review of the sample county', () => {
  test('reads, describes, imports, and gives the wave its facts and proposed measures', async () => {
    const access = testAccess();
    const read = (name: string) => new Uint8Array(readFileSync(join(county, name)));
    const draftId = await drafted(access, 'wave-2026.csv', read('wave-2026.csv'));
    for (const name of ['xlsform-survey.csv', 'xlsform-choices.csv', 'xlsform-settings.csv']) {
      const added = await addCompanion(access, draftId, {
        fileName: name,
        body: bodyOf(read(name))
      });
      expect(added.ok).toBe(true);
    }
    const review = await reviewOf(access, draftId);
    expect(waiting(review)).toBe(0);
    expect(review.wave.design).toMatchObject({
      strata: 'stratum',
      psu: 'psu',
      weight: 'base_weight'
    });
    expect(openDecisions(review).map(({ code }) => code)).toEqual([
      'survey-name-missing',
      'wave-name-missing',
      'sample-type-missing'
    ]);
    expect(commitReview(access, draftId, poolOf(access))).toMatchObject({
      ok: false,
      issues: [{ code: 'decisions-open' }]
    });

    const facts = { ...review.wave, sampleType: 'probability' as const, population: 186_196 };
    const designed = saveDesign(access, draftId, { surveyName: 'County', waveName: '2026', facts });
    expect(designed.ok).toBe(true);
    const started = commitReview(access, draftId, poolOf(access));
    if (!started.ok) throw new Error(JSON.stringify(started.issues));
    await started.value.finished;

    const done = openReview(access, draftId);
    expect(done?.draft.state).toBe('done');
    const waveId = done?.imported[0]?.waveId ?? '';
    expect(findWave(access, waveId)).toMatchObject({
      sampleType: 'probability',
      population: 186_196,
      areaVariable: 'neighborhood'
    });
    expect(listInstances(access, waveId).map(({ key }) => key)).toContain('unmet-need:rent');
  });
});

describe('a review', () => {
  test('refuses a design without a sample type, and keeps the draft as it was', async () => {
    const access = testAccess();
    const draftId = await drafted(access, 'a.csv', text('id,own\n1,yes\n2,no\n3,yes\n'));
    await reviewOf(access, draftId);
    expect(
      saveDesign(access, draftId, { surveyName: 'S', waveName: 'W', facts: noFacts })
    ).toMatchObject({ ok: false, issues: [{ code: 'sample-type-missing' }] });
    expect(openReview(access, draftId)?.draft.surveyName).toBeNull();
  });

  test('hides personal data and leaves it off', async () => {
    const access = testAccess();
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 1},p${i}@example.org,yes`);
    const csv = text(`id,email,own\n${rows.join('\n')}\n`);
    const draftId = await drafted(access, 'b.csv', csv);
    const review = await reviewOf(access, draftId);
    const preview = previewDraft(access, draftId).first;
    expect(previewDraft({ ...access, workspaceId: 'other' }, draftId).first).toEqual([]);
    expect(preview[0]).toEqual({ line: 2, cells: ['1', 'p0@example.org', 'yes'] });
    const email = reviewRows(review, preview).find(({ headings }) => headings[0] === 'email');
    expect(email).toMatchObject({ personal: 'email', use: 'off', examples: null });
  });

  test('counts every row of the file as imported or left out, and lets a duplicate stay', async () => {
    const access = testAccess();
    const csv = text('ResponseId,own\nR_1,yes\nR_2,no\nR_2,no\nR_3,yes\n');
    const draftId = await drafted(access, 'c.csv', csv);
    const review = await reviewOf(access, draftId);
    expect(expectedRows(review)).toEqual({
      rows: 4,
      imported: 3,
      excluded: [{ reason: 'duplicate', count: 1 }]
    });
    const issue = review.plan.openQuestions.find(({ code }) => code === 'DUPLICATE_ROW');
    addOperation(access, draftId, {
      kind: 'decide',
      code: issue?.code ?? '',
      where: { ...(issue?.where.line !== undefined && { line: issue.where.line }) },
      choice: 'keep-rows'
    });
    const kept = openReview(access, draftId)?.review;
    expect(kept && expectedRows(kept)).toMatchObject({ imported: 4, excluded: [] });
    expect(kept?.plan.openQuestions.map(({ code }) => code)).not.toContain('DUPLICATE_ROW');
  });

  test('shows raw rows by answer', async () => {
    const access = testAccess();
    const csv = text('id,own\n1,rent\n2,own\n3,rent\n4,rent\n5,own\n6,\n');
    const draftId = await drafted(access, 'd.csv', csv);
    const review = await reviewOf(access, draftId);
    const detail = reviewDetail(review, review.plan.questions[1]?.id ?? '', []);
    expect(detail?.categories.map(({ code, count }) => [code, count]).sort()).toEqual([
      ['own', 2],
      ['rent', 3]
    ]);
    expect(detail?.missing).toEqual([{ token: '', reason: 'blank', count: 1 }]);
    expect(detail?.filled).toBeCloseTo(5 / 6, 12);
  });

  test('a file that is no table is refused with its reason and has no review', async () => {
    const access = testAccess();
    const draftId = await drafted(
      access,
      'e.csv',
      text('<!doctype html><html><body>x</body></html>')
    );
    await readDraft(access, draftId, poolOf(access));
    const opened = openReview(access, draftId);
    expect(opened?.review).toBeNull();
    expect(opened?.draft.inspection?.issues.map(({ code }) => code)).toEqual(['NOT_CSV_HTML']);
  });
});
