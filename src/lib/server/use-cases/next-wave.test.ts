import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { listTemplates } from '$lib/server/db/queries/import-template';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import { testAccess } from '$lib/server/db/version.fixture';
import { draftOf, poolOf, reviewOf } from './draft.fixture';
import { addOperation, undoOperation } from './draft-operations';
import { evidenceLibrary, olderEvidence } from './evidence-view';
import { freezeExhibit, saveExhibit } from './exhibits';
import { freezeFigure } from './freeze-figure';
import { compareDraft, startAfresh, templateInUse, useTemplate } from './import-template-draft';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { needChanges } from './needs-overview';
import { compareWithVersion, lastComparison, supersededBy } from './reimport';
import { compareFile } from './reimport-compare';
import { commitReview, openDecisions, saveDesign } from './review-draft';
import { codesOf, valueOf } from './two-organizations.fixture';
import { importWave, surveyFiles, type Asks } from './two-waves.fixture';
import { undoImport } from './undo-import';

let folder: string;
const dataBefore = process.env.GROUNDSWELL_DATA;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'next-wave-'));
  process.env.GROUNDSWELL_DATA = folder;
});
afterAll(() => {
  if (dataBefore === undefined) delete process.env.GROUNDSWELL_DATA;
  else process.env.GROUNDSWELL_DATA = dataBefore;
  rmSync(folder, { recursive: true, force: true });
});

async function drafted(access: Access, asks: Asks, change = (csv: string) => csv) {
  const { path, companions, remove } = surveyFiles(asks);
  try {
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return await draftOf(access, path, companions);
  } finally {
    remove();
  }
}

async function committed(access: Access, draftId: string, waveName: string): Promise<string> {
  const { wave } = reviewOf(access, draftId);
  const facts = { ...wave, sampleType: 'probability' as const, population: 90_000 };
  const { surveyName } = reviewOf(access, draftId).draft;
  valueOf(saveDesign(access, draftId, { surveyName: surveyName ?? 'Needs', waveName, facts }));
  valueOf(addOperation(access, draftId, { kind: 'accept-all' }));
  await valueOf(commitReview(access, draftId, poolOf(access))).finished;
  const review = reviewOf(access, draftId);
  expect(review.draft.state).toBe('done');
  return review.draft.datasetVersionId ?? '';
}

const variableOf = ({ plan }: ReturnType<typeof reviewOf>, heading: string) =>
  plan.variables.find((one) => one.heading === heading);

describe('the next wave of a survey', () => {
  test('takes the decisions of the wave before over at once, and they can be undone', async () => {
    const access = testAccess();
    const first = await drafted(access, {});
    const bus = reviewOf(access, first).plan.questions.find(({ id }) => id === 'bus')!;
    valueOf(addOperation(access, first, { kind: 'use', uses: { [bus.id]: 'off' } }));
    await committed(access, first, '2024');
    expect(listTemplates(access)).toMatchObject([{ survey: 'Needs', wave: '2024' }]);

    const second = await drafted(access, { share: 0.6 });
    const review = reviewOf(access, second);
    expect(review.draft.surveyName).toBe('Needs');
    expect(templateInUse(review)).toBe(listTemplates(access)[0]?.id);
    expect(variableOf(review, 'bus')?.include).toBe(false);
    expect(codesOf({ ok: false, issues: openDecisions(review) })).not.toContain(
      'TEMPLATE_OPTIONS_CHANGED'
    );
    valueOf(undoOperation(access, second));
    expect(variableOf(reviewOf(access, second), 'bus')?.include).toBe(true);
    expect(templateInUse(reviewOf(access, second))).toBeNull();
  });

  test('with one changed option asks about it, and no change is told over it', async () => {
    const access = testAccess();
    importWave(access, '2024');
    const got = { yes: 'Yes', some: 'Some of it', no: 'No' };
    const draftId = await drafted(access, { got, share: 0.1 });
    const review = reviewOf(access, draftId);
    expect(review.plan.openQuestions.map(({ code, where }) => [code, where.column])).toEqual([
      ['TEMPLATE_OPTIONS_CHANGED', 'got_rent']
    ]);
    const compared = compareDraft(access, draftId, null)!;
    expect(compared.match).toMatchObject({
      kind: 'exact',
      options: [{ added: ['some (Some of it)'], gone: [], isDefined: true }]
    });
    valueOf(useTemplate(access, draftId, compared.listed.id));
    expect(reviewOf(access, draftId).plan.openQuestions).toEqual([]);
    await committed(access, draftId, '2026');
    const { waveId } = listTemplates(access)[0]!;
    expect(needChanges(access, findWave(access, waveId)!, 'en')).toMatchObject({
      changed: [],
      broken: [{ key: 'unmet-need:rent' }]
    });
  });

  test('starts afresh when a person wants it, and can go back', async () => {
    const access = testAccess();
    importWave(access, '2024');
    const draftId = await drafted(access, {});
    valueOf(startAfresh(access, draftId));
    expect(templateInUse(reviewOf(access, draftId))).toBeNull();
    valueOf(undoOperation(access, draftId));
    expect(templateInUse(reviewOf(access, draftId))).not.toBeNull();
  });

  test('keeps a column apart as a person chose', async () => {
    const access = testAccess();
    importWave(access, '2024');
    const draftId = await drafted(access, {});
    const compared = compareDraft(access, draftId, null)!;
    valueOf(useTemplate(access, draftId, compared.listed.id, [3]));
    expect(variableOf(reviewOf(access, draftId), 'own_car')?.name).toBe('own_car_2');
  });

  test('is compared first when columns differ', async () => {
    const access = testAccess();
    importWave(access, '2024');
    const draftId = await drafted(access, {}, (csv) =>
      csv.replace(/^(.*)$/gm, (line) => `${line},${line.startsWith('_uuid') ? 'pet' : 'cat'}`)
    );
    const review = reviewOf(access, draftId);
    expect([templateInUse(review), review.draft.surveyName]).toEqual([null, 'Needs']);
    expect(compareDraft(access, draftId, null)?.match).toMatchObject({
      kind: 'partial',
      added: [{ heading: 'pet' }]
    });
  });

  test('has no template left when the import it came from is taken back', () => {
    const access = testAccess();
    const { versionId } = importWave(access, '2024');
    valueOf(undoImport(access, versionId));
    expect(listTemplates(access)).toEqual([]);
  });
});

/** Line 3 changed, line 5 taken out, two rows added. */
const corrected = (csv: string): string => {
  const lines = csv.trimEnd().split('\n');
  lines[2] = lines[2]!.replace(/^(uuid-\d+),no,,no,/, '$1,no,,yes,');
  lines.splice(4, 1);
  return [...lines, 'uuid-x,no,,no,bad,', 'uuid-y,yes,no,no,good,a new wish', ''].join('\n');
};

describe('a corrected file', () => {
  test('is compared by the id of the responses: changed, new, gone, and where', async () => {
    const access = testAccess();
    const { versionId, waveId } = importWave(access, '2024');
    const draftId = await drafted(access, {}, corrected);
    const found = valueOf(await compareWithVersion(access, draftId, versionId, poolOf(access)));
    expect(found).toMatchObject({
      key: ['_uuid'],
      rows: { before: 400, now: 401 },
      unchanged: 398,
      changed: 1,
      added: 2,
      removed: 1,
      variables: [{ name: 'own_car', cells: 1 }],
      cells: [{ line: 3, column: 'own_car', before: 'No', now: 'Yes' }]
    });
    expect(lastComparison(access, draftId)).toEqual(found);
    valueOf(addOperation(access, draftId, { kind: 'use', uses: { bus: 'off' } }));
    expect(lastComparison(access, draftId)).toBeNull();

    await committed(access, draftId, '2024');
    expect(currentVersion(access, waveId)).toMatchObject({ number: 2, imported: 401 });
  });

  test('never shows what people wrote, nor their ids', () => {
    const access = testAccess();
    const { versionId } = importWave(access, '2024');
    const { path, companions, remove } = surveyFiles();
    const text = readFileSync(path, 'utf8').replaceAll('a wish number', 'another wish number');
    writeFileSync(path, text);
    const plan = valueOf(planFile({ path, companions })).plan!;
    const found = valueOf(compareFile(access, { path, companions: [], plan, versionId }));
    remove();
    expect(found.changed).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toMatch(/wish number|uuid-0/);
    expect(found.cells.every(({ before, now }) => before === null && now === null)).toBe(true);
  });

  test('without ids is compared by whole rows', () => {
    const access = testAccess();
    const path = join(folder, 'bare.csv');
    const row = (i: number) => `${['a', 'b', 'c'][i % 3]},${i % 7},${i % 2 === 0 ? 'Yes' : 'No'}`;
    const rows = Array.from({ length: 60 }, (_, i) => row(i));
    const write = (lines: readonly string[]) =>
      writeFileSync(path, ['place,size,own', ...lines, ''].join('\n'));
    write(rows);
    const request = () => ({ path, plan: valueOf(planFile({ path })).plan! });
    const { versionId } = valueOf(
      importSurvey(access, { ...request(), fileName: 'bare.csv', survey: 'S', wave: 'W' })
    );
    write(rows.map((line, i) => (i === 0 ? 'a,0,No' : line)));
    const found = valueOf(compareFile(access, { ...request(), companions: [], versionId }));
    expect(found).toMatchObject({ key: [], unchanged: 59, changed: 0, added: 1, removed: 1 });
  });

  test('becomes version 2 of its wave, and what rests on version 1 says so', async () => {
    const access = testAccess();
    const { waveId } = importWave(access, '2024');
    const query = {
      show: 'unmet-need:rent',
      by: null,
      place: null,
      wave: waveId,
      versus: 'everyone',
      view: 'dots'
    } as const;
    const { exhibitId } = valueOf(freezeFigure(access, query, { language: 'en' }));
    valueOf(
      saveExhibit(
        access,
        exhibitId,
        {
          title: 'Help with the rent',
          authorAlt: null,
          visibility: 'coalition',
          claimId: null
        },
        'en'
      )
    );
    valueOf(freezeExhibit(access, exhibitId, 'en'));
    expect(olderEvidence(access)).toEqual({ exhibits: 0, claims: 0 });

    const draftId = await drafted(access, {}, corrected);
    const { wave } = reviewOf(access, draftId);
    valueOf(
      saveDesign(access, draftId, {
        surveyName: 'Needs',
        waveName: '2024',
        facts: { ...wave, sampleType: 'probability', population: 90_000 }
      })
    );
    expect(supersededBy(access, draftId)).toMatchObject({ number: 1, wave: '2024' });
    await committed(access, draftId, '2024');
    expect(currentVersion(access, waveId)?.number).toBe(2);
    expect(olderEvidence(access).exhibits).toBe(1);
    expect(evidenceLibrary(access, 'en').exhibits).toMatchObject([{ isStale: true }]);
  });

  test('with the same bytes and decisions is refused', async () => {
    const access = testAccess();
    importWave(access, '2024');
    const draftId = await drafted(access, {});
    const { wave } = reviewOf(access, draftId);
    const facts = { ...wave, sampleType: 'probability' as const, population: 90_000 };
    valueOf(saveDesign(access, draftId, { surveyName: 'Needs', waveName: '2024', facts }));
    await valueOf(commitReview(access, draftId, poolOf(access))).finished;
    const { draft } = reviewOf(access, draftId);
    expect(draft.state).toBe('inspected');
    const result = access.db.$client
      .prepare('SELECT result FROM job WHERE id = ?')
      .pluck()
      .get(draft.jobId) as string;
    expect(result).toContain('already-imported');
  });
});
