import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as check } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '$lib/survey/operations/replay';
import type { Access } from '$lib/server/access/access';
import { testAccess } from '$lib/server/db/version.fixture';
import { cancelJob, findJob } from '$lib/server/jobs/job';
import { inspectDraftFile, type InspectTask } from '$lib/server/jobs/inspect-draft';
import { WorkError, type WorkerPool } from '$lib/server/jobs/pool';
import { noFacts } from './describe-wave';
import { addOperation, redoOperation, undoOperation } from './draft-operations';
import { getDraft } from './import-drafts';
import { readDraft } from './draft.fixture';
import { startReading } from './read-draft';
import { openReview, saveDesign, type Review } from './review-draft';
import { createDraft } from './upload-draft';

let folder: string;
const dataBefore = process.env.GROUNDSWELL_DATA;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'operations-'));
  process.env.GROUNDSWELL_DATA = folder;
});
afterAll(() => {
  if (dataBefore === undefined) delete process.env.GROUNDSWELL_DATA;
  else process.env.GROUNDSWELL_DATA = dataBefore;
  rmSync(folder, { recursive: true, force: true });
});

/** Reads in this thread. */
const pool = {
  run: (_work: string, task: unknown) => Promise.resolve(inspectDraftFile(task as InspectTask))
} as unknown as WorkerPool;
/** Never answers, and fails as a worker that was asked to stop. */
const stopped = {
  run: () => Promise.reject(new WorkError('stopped', { cause: 'Cancelled' }))
} as unknown as WorkerPool;

const csv = [
  'id;sat;own;size',
  ...Array.from(
    { length: 30 },
    (_, i) => `${i + 1};${['Bad', 'Fair', 'Good'][i % 3]};${['yes', 'no'][i % 2]};${i % 7},5`
  )
].join('\n');

async function read(access: Access, text = csv): Promise<string> {
  const made = await createDraft(access, { fileName: 'a.csv', body: new Blob([text]).stream() });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  const done = await readDraft(access, made.value.draftId, pool);
  if (!done.ok) throw new Error(JSON.stringify(done.issues));
  return made.value.draftId;
}

function reviewOf(access: Access, draftId: string): Review {
  const review = openReview(access, draftId)?.review;
  if (!review) throw new Error('no review');
  return review;
}

const idOf = (review: Review, heading: string): string =>
  review.plan.questions.find(({ variables }) =>
    review.plan.variables.some((one) => one.heading === heading && variables.includes(one.name))
  )?.id ?? '';

describe('decisions about a draft', () => {
  test('are undone and done again, and the plan always is the proposal with those in force', async () => {
    const access = testAccess();
    const draftId = await read(access);
    const start = reviewOf(access, draftId);
    const sat = idOf(start, 'sat');
    expect(addOperation(access, draftId, { kind: 'flip', questionId: sat }).ok).toBe(true);
    expect(addOperation(access, draftId, { kind: 'use', uses: { [sat]: 'off' } }).ok).toBe(true);
    const decided = reviewOf(access, draftId);
    expect(decided.draft.operations.map(({ kind }) => kind)).toEqual(['flip', 'use']);
    expect(decided.plan).toEqual(replay(decided.proposal, decided.draft.operations));
    undoOperation(access, draftId);
    undoOperation(access, draftId);
    expect(reviewOf(access, draftId).plan).toEqual(start.plan);
    expect(undoOperation(access, draftId)).toMatchObject({
      issues: [{ code: 'nothing-to-undo' }]
    });
    redoOperation(access, draftId);
    redoOperation(access, draftId);
    expect(reviewOf(access, draftId).plan).toEqual(decided.plan);
    expect(redoOperation(access, draftId)).toMatchObject({
      issues: [{ code: 'nothing-to-redo' }]
    });
  });

  const shared = testAccess();
  check.prop([fc.array(fc.constantFrom('flip', 'off', 'on', 'undo', 'redo'), { maxLength: 14 })], {
    numRuns: 10
  })('in any order leave the stored plan equal to the log', async (moves) => {
    const access = shared;
    const draftId = await read(access);
    const sat = idOf(reviewOf(access, draftId), 'sat');
    for (const move of moves) {
      if (move === 'undo') undoOperation(access, draftId);
      else if (move === 'redo') redoOperation(access, draftId);
      else if (move === 'flip') addOperation(access, draftId, { kind: 'flip', questionId: sat });
      else
        addOperation(access, draftId, {
          kind: 'use',
          uses: { [sat]: move === 'off' ? 'off' : 'single' }
        });
      const { draft, proposal, plan } = reviewOf(access, draftId);
      expect(plan).toEqual(replay(proposal, draft.operations.slice(0, draft.operationCount)));
    }
    const before = reviewOf(access, draftId);
    if (undoOperation(access, draftId).ok) {
      redoOperation(access, draftId);
      expect(reviewOf(access, draftId).plan).toEqual(before.plan);
    }
  });

  test('made after an undo take the place of what was undone', async () => {
    const access = testAccess();
    const draftId = await read(access);
    const sat = idOf(reviewOf(access, draftId), 'sat');
    addOperation(access, draftId, { kind: 'flip', questionId: sat });
    undoOperation(access, draftId);
    addOperation(access, draftId, { kind: 'use', uses: { [sat]: 'off' } });
    expect(getDraft(access, draftId)?.operations.map(({ kind }) => kind)).toEqual(['use']);
  });

  test('with nothing to act on are not kept', async () => {
    const access = testAccess();
    const draftId = await read(access);
    expect(addOperation(access, draftId, { kind: 'flip', questionId: 'gone' }).ok).toBe(true);
    expect(getDraft(access, draftId)?.operations).toEqual([]);
  });

  test('say who decided, and when', async () => {
    const access = testAccess();
    const draftId = await read(access);
    addOperation(access, draftId, {
      kind: 'flip',
      questionId: idOf(reviewOf(access, draftId), 'sat')
    });
    const [operation] = getDraft(access, draftId)?.operations ?? [];
    expect(operation?.by).toBe(access.userId);
    expect(Date.now() - Date.parse(operation?.at ?? '')).toBeLessThan(60_000);
  });
});

describe('a decision about how the file is read', () => {
  test('reads it again at once, keeps the other decisions, and can be undone', async () => {
    const access = testAccess();
    const draftId = await read(access);
    const before = reviewOf(access, draftId);
    expect(before.inspection.columns).toBe(4);
    const own = idOf(before, 'own');
    addOperation(access, draftId, { kind: 'use', uses: { [own]: 'off' } });
    const said = addOperation(access, draftId, { kind: 'layout', delimiter: ',' }, pool);
    if (!said.ok || !said.value.reading) throw new Error('not read again');
    await said.value.reading.finished;
    const commas = reviewOf(access, draftId);
    expect(commas.inspection.columns).toBe(2);
    expect(commas.draft.operations.map(({ kind }) => kind)).toEqual(['use', 'layout']);
    const undone = undoOperation(access, draftId, pool);
    if (undone.ok) await undone.value.reading?.finished;
    const after = reviewOf(access, draftId);
    expect(after.inspection.columns).toBe(4);
    expect(after.plan).toEqual(replay(after.proposal, after.draft.operations.slice(0, 1)));
  });

  test('that makes the file unreadable leaves the draft as it was, and says why', async () => {
    const access = testAccess();
    const draftId = await read(access);
    const before = getDraft(access, draftId);
    const said = addOperation(access, draftId, { kind: 'layout', preambleRecords: 40 }, pool);
    if (!said.ok || !said.value.reading) throw new Error('not read again');
    const outcome = await said.value.reading.finished;
    expect(outcome.ok).toBe(false);
    const after = getDraft(access, draftId);
    expect([after?.plan, after?.operations]).toEqual([before?.plan, before?.operations]);
    expect(findJob(access, said.value.reading.jobId)?.state).toBe('failed');
  });

  test('whose reading is cancelled leaves the draft as it was', async () => {
    const access = testAccess();
    const draftId = await read(access);
    const before = getDraft(access, draftId);
    const said = addOperation(access, draftId, { kind: 'layout', headerRows: 2 }, stopped);
    if (!said.ok || !said.value.reading) throw new Error('not read again');
    cancelJob(access, said.value.reading.jobId);
    await said.value.reading.finished;
    expect(findJob(access, said.value.reading.jobId)?.state).toBe('cancelled');
    expect(getDraft(access, draftId)?.plan).toEqual(before?.plan);
  });

  test('the decimal sign changes numbers without reading again', async () => {
    const access = testAccess();
    const draftId = await read(access);
    const said = addOperation(access, draftId, { kind: 'layout', decimal: '.' });
    expect(said).toMatchObject({ ok: true, value: { reading: null } });
    const size = reviewOf(access, draftId).plan.variables.find(({ heading }) => heading === 'size');
    expect(size?.source).toMatchObject({ number: { decimal: '.' } });
  });
});

describe('names and facts', () => {
  test('are those said last, and go when that is undone', async () => {
    const access = testAccess();
    const draftId = await read(access);
    const facts = { ...noFacts, sampleType: 'opt-in' as const };
    expect(saveDesign(access, draftId, { surveyName: 'S', waveName: 'W', facts }).ok).toBe(true);
    expect(reviewOf(access, draftId)).toMatchObject({
      draft: { surveyName: 'S', waveName: 'W' },
      wave: { sampleType: 'opt-in' }
    });
    undoOperation(access, draftId);
    expect(reviewOf(access, draftId)).toMatchObject({
      draft: { surveyName: null, waveName: null },
      wave: { sampleType: null }
    });
  });
});

describe('a reading', () => {
  test('of a draft that was thrown away meanwhile changes nothing', async () => {
    const access = testAccess();
    const draftId = await read(access);
    const first = startReading(access, draftId, { pool });
    const second = startReading(access, draftId, { pool });
    if (!first.ok || !second.ok) throw new Error('refused');
    await Promise.all([first.value.finished, second.value.finished]);
    expect(findJob(access, first.value.jobId)?.state).toBe('cancelled');
    expect(findJob(access, second.value.jobId)?.state).toBe('done');
  });
});
