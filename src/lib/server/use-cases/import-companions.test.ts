import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { workbookBytes, type Written } from '$lib/survey/containers/workbook.fixture';
import type { Access } from '$lib/server/access/access';
import { findVersion, listVersions, responsesOf } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import { datasetVersion } from '$lib/server/db/schema';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import { testAccess } from '$lib/server/db/version.fixture';
import { describeWave, factsOf } from './describe-wave';
import { importSurvey } from './import-survey';
import { arrangeSurvey, inspectFile, planFile } from './inspect-file';
import { valueOf } from './two-organizations.fixture';
import { undoImport } from './undo-import';
import { verify } from './verify';
import { waveDesign } from './wave-design';

const fixture = (name: string): string => join('tests/fixtures/files', name);
const form = ['survey', 'choices', 'settings'].map((sheet) => fixture(`xlsform-${sheet}.csv`));
const folder = mkdtempSync(join(tmpdir(), 'groundswell-companions-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const written = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** Files dropped together, imported as proposed. */
function bring(access: Access, files: readonly string[], names = { survey: 'Needs', wave: '1' }) {
  const [path = '', ...rest] = files;
  const arranged = valueOf(
    arrangeSurvey({ path, companions: rest.map((each) => ({ path: each })) })
  );
  const { plan, issues } = valueOf(planFile(arranged));
  if (!plan) throw new Error(issues.map(({ code }) => code).join());
  return importSurvey(access, {
    path: arranged.path,
    fileName: basename(arranged.path),
    companions: (arranged.companions ?? []).map((each) => ({
      path: each.path,
      fileName: basename(each.path)
    })),
    ...names,
    plan
  });
}

const pairs = (path: string, ...companions: string[]) => {
  const { inspection } = valueOf(
    inspectFile({ path, companions: companions.map((each) => ({ path: each })) })
  );
  return inspection;
};

const table = (rows: (string | number)[][]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;

const clean = (access: Access): void => {
  expect(verify(access.db, () => []).issues).toEqual([]);
};

test('a KoboToolbox export is stored with its repeated group, whatever the order of the files', () => {
  const access = testAccess();
  const done = valueOf(
    bring(access, [fixture('kobo-repeat-members.csv'), ...form, fixture('kobo-names.csv')])
  );
  expect(done).toMatchObject({ rows: 40, imported: 40 });
  expect(done.repeats).toMatchObject([{ name: 'Needs: members', rows: 85, imported: 85 }]);
  const parent = responsesOf(access, done.versionId);
  const counts = parent?.numbers('members').values ?? [];
  expect(Array.from(counts).reduce((sum, count) => sum + count, 0)).toBe(85);
  const child = responsesOf(access, done.repeats[0]?.versionId ?? '');
  expect(child?.rows).toBe(85);
  expect(child?.categories('member_sex').categories.map(({ labels }) => labels.en)).toContain(
    'Female'
  );
  // Each member has the neighborhood of the household.
  const names = child?.codebook.variables.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['member_age', 'neighborhood', 'submission_uuid']));
  const wave = findWave(access, done.repeats[0]?.waveId ?? '');
  expect(wave?.design).toMatchObject({ psu: 'submission_uuid', weight: null });
  clean(access);
});

test('the files read beside a version are named with their hashes, and the members name their parent', () => {
  const access = testAccess();
  const done = valueOf(
    bring(access, [fixture('odk-central-main.csv'), fixture('odk-central-members.csv'), ...form])
  );
  const versions = access.db.select().from(datasetVersion).all();
  const parent = versions.find(({ id }) => id === done.versionId);
  expect(parent?.companions.map(({ fileName }) => fileName)).toContain('odk-central-members.csv');
  expect(parent?.companions.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  const child = versions.find(({ repeatOf }) => repeatOf === done.versionId);
  expect(child).toMatchObject({ imported: 85, fileName: 'odk-central-members.csv' });
});

test('undoing an import takes its repeated groups with it', () => {
  const access = testAccess();
  const done = valueOf(
    bring(access, [fixture('kobo-names.csv'), fixture('kobo-repeat-members.csv')])
  );
  expect(listVersions(access)).toHaveLength(2);
  valueOf(undoImport(access, done.versionId));
  expect(listVersions(access)).toEqual([]);
  expect(access.db.$client.prepare('SELECT count(*) FROM column_chunk').pluck().get()).toBe(0);
  expect(access.db.$client.prepare('SELECT count(*) FROM wave').pluck().get()).toBe(0);
});

test('a corrected export supersedes the responses and their members', () => {
  const access = testAccess();
  const members = 'name,_index,_parent_table_name,_parent_index,_submission__uuid\n';
  const main = (last: string) =>
    table([
      ['q', '_id', '_uuid', '_index'],
      ['a', 1, 'u-1', 1],
      [last, 2, 'u-2', 2]
    ]);
  const child = (sex: string) => `${members}${sex},1,main,1,u-1\nm,2,main,2,u-2\n`;
  const first = valueOf(
    bring(access, [written('main.csv', main('b')), written('people.csv', child('f'))])
  );
  const second = valueOf(
    bring(access, [written('main.csv', main('c')), written('people.csv', child('m'))])
  );
  const of = (id: string | undefined) => findVersion(access, id ?? '')?.supersededBy;
  expect(of(first.versionId)).toBe(second.versionId);
  expect(of(first.repeats[0]?.versionId)).toBe(second.repeats[0]?.versionId);
  clean(access);
});

test('members whose respondent is not there are left out and named by line', () => {
  const access = testAccess();
  const main = table([
    ['q', 'w', 'SubmissionDate', 'KEY'],
    ['a', 1.5, '2024-01-01', 'uuid:1'],
    ['b', 0.5, '2024-01-02', 'uuid:2']
  ]);
  const child = table([
    ['age', 'PARENT_KEY', 'KEY'],
    [4, 'uuid:1', 'uuid:1/m[1]'],
    [5, 'uuid:9', 'uuid:9/m[1]'],
    [6, 'uuid:2', 'uuid:2/m[1]']
  ]);
  const done = valueOf(bring(access, [written('f.csv', main), written('f-members.csv', child)]));
  expect(done.repeats).toMatchObject([{ name: 'Needs: members', rows: 3, imported: 2 }]);
  const version = findVersion(access, done.repeats[0]?.versionId ?? '');
  expect(version?.excluded).toEqual([{ reason: 'no-parent', count: 1 }]);
  const lines = access.db.$client
    .prepare("SELECT line FROM import_issue WHERE code = 'REPEAT_WITHOUT_PARENT'")
    .pluck()
    .all();
  expect(lines).toEqual([3]);
});

test('the members follow the design of their respondents when it is described', () => {
  const access = testAccess();
  const main = table([
    ['stratum', 'weight', 'q', 'SubmissionDate', 'KEY'],
    ['x', 1.5, 'a', '2024-01-01', 'uuid:1'],
    ['x', 0.5, 'b', '2024-01-02', 'uuid:2'],
    ['y', 1, 'b', '2024-01-03', 'uuid:3'],
    ['y', 1, 'a', '2024-01-03', 'uuid:4']
  ]);
  const child = table([
    ['weight', 'PARENT_KEY', 'KEY'],
    [70, 'uuid:1', 'a'],
    [60, 'uuid:1', 'b'],
    [80, 'uuid:4', 'c']
  ]);
  const done = valueOf(bring(access, [written('g.csv', main), written('g-members.csv', child)]));
  const wave = findWave(access, done.waveId);
  if (!wave) throw new Error('no wave');
  const design = {
    strata: 'stratum',
    psu: null,
    weight: 'weight',
    fpc: null,
    nest: false,
    lonely: 'adjust' as const
  };
  valueOf(describeWave(access, wave.id, { ...factsOf(wave), sampleType: 'probability', design }));
  const members = findWave(access, done.repeats[0]?.waveId ?? '');
  expect(members?.sampleType).toBe('probability');
  // Their own weight is that of their bodies.
  expect(members?.design).toMatchObject({
    strata: 'stratum',
    psu: 'parent_key',
    weight: 'weight_respondent'
  });
  const responses = responsesOf(access, done.repeats[0]?.versionId ?? '');
  expect(Array.from(responses?.numbers('weight_respondent').values ?? [])).toEqual([1.5, 1.5, 1]);
});

test('with its dictionary a REDCap export has its labels, and "prefer not to answer" is no answer', () => {
  const inspection = pairs(fixture('redcap-raw.csv'), fixture('redcap-dictionary.csv'));
  expect(inspection.companions).toMatchObject([{ kind: 'dictionary', matched: 14, unmatched: 0 }]);
  const income = inspection.variables.find(({ name }) => name === 'income');
  expect(income).toMatchObject({ nValid: 34, missing: [{ reason: 'refused', count: 6 }] });
  expect(income?.label).toBe('What is your yearly household income?');
  const needs = inspection.questions.find(({ kind }) => kind === 'multiple-response');
  expect(needs?.options?.[0]?.label).toBe('Affordable housing');
});

test('with its codebook a microdata file has labels, its own missing codes, and 88 as none', () => {
  const inspection = pairs(fixture('brfss-like.csv'), fixture('brfss-like-codebook.csv'));
  const of = (heading: string) => inspection.variables.find(({ name }) => name === heading);
  expect(of('genhlth')).toMatchObject({ nValid: 293, counts: { Excellent: 56 } });
  expect(of('physhlth')).toMatchObject({ kind: 'numeric', nValid: 291 });
  expect(of('psu')?.role).toBe('psu');
});

test('replicate weights in a file of their own are read with the respondents, in any order', () => {
  const access = testAccess();
  const id = (i: number): string => `V08000${String(i).padStart(4, '0')}`;
  const people = Array.from({ length: 30 }, (_, i) => i + 1);
  const main = table([
    ['SCRAM', 'PWEIGHT', 'ANSWER'],
    ...people.map((i) => [id(i), `${i}.5`, (i % 2) + 1])
  ]);
  const replicates = table([
    ['SCRAM', ...Array.from({ length: 12 }, (_, r) => `PWEIGHT${r + 1}`)],
    ...[...people]
      .reverse()
      .map((i) => [id(i), ...Array.from({ length: 12 }, (_, r) => `${i}.${r + 10}`)])
  ]);
  const weights = written('pulse_repwgt.csv', replicates);
  const answers = written('pulse.csv', main);
  expect(pairs(answers, weights).companions).toMatchObject([
    { kind: 'weights', mainColumn: 'SCRAM', companionColumn: 'SCRAM', matched: 30, unmatched: 0 }
  ]);
  const done = valueOf(bring(access, [weights, answers]));
  const stored = responsesOf(access, done.versionId);
  const roles = stored?.codebook.variables.filter(({ role }) => role === 'replicate-weight');
  expect(roles).toHaveLength(12);
  expect(stored?.numbers('pweight1').values[4]).toBe(5.1);
  expect(stored?.rows).toBe(30);
  const design: StoredDesign = {
    strata: null,
    psu: null,
    weight: 'pweight',
    fpc: null,
    nest: true,
    lonely: 'adjust',
    replicates: { variables: roles!.map(({ name }) => name), type: 'bootstrap' }
  };
  const made = valueOf(waveDesign(stored!, design));
  expect(made.replicates).toMatchObject({ kind: 'bootstrap', scale: 1 / 11 });
  const unknown = { ...design, replicates: { ...design.replicates!, type: null } };
  expect(valueOf(waveDesign(stored!, unknown)).replicates).toBeNull();
  clean(access);
});

test('two surveys that share nothing are not imported as one', () => {
  const { plan, issues } = valueOf(
    planFile({ path: fixture('kobo-names.csv'), companions: [{ path: fixture('jotform.csv') }] })
  );
  expect(plan).toBeNull();
  expect(issues.map(({ code }) => code)).toContain('TWO_SURVEYS');
});

test('a companion that the plan reads must be given', () => {
  const access = testAccess();
  const { plan } = valueOf(
    planFile({
      path: fixture('odk-central-main.csv'),
      companions: [{ path: fixture('odk-central-members.csv') }]
    })
  );
  if (!plan) throw new Error('refused');
  const path = fixture('odk-central-main.csv');
  const done = importSurvey(access, { path, fileName: 'x.csv', survey: 'N', wave: '1', plan });
  expect(done.ok ? null : done.issues[0]?.code).toBe('companion-missing');
  expect(listVersions(access)).toEqual([]);
});

test('one workbook holds the responses, their repeated group and the form', () => {
  const access = testAccess();
  const text = (rows: string): Written[][] =>
    rows
      .trim()
      .split('\n')
      .map((row) =>
        row
          .trim()
          .split('|')
          .map((cell) => (cell === '' ? null : /^\d+$/.test(cell) ? Number(cell) : cell))
      );
  const sheets = {
    'READ ME': text('About this export\nMade in May'),
    'People data': text(`
      tenure|_id|_uuid|_submission_time|_index
      own|71|u-71|2024-05-01T10:00:00|1
      rent|72|u-72|2024-05-02T10:00:00|2
      rent|73|u-73|2024-05-03T10:00:00|3`),
    kids: text(`
      kid_age|_index|_parent_table_name|_parent_index|_submission__id|_submission__uuid
      4|1|People data|1|71|u-71
      7|2|People data|1|71|u-71
      9|3|People data|3|73|u-73`),
    survey: text(`
      type|name|label
      select_one tenure|tenure|Do you own your home?
      begin_repeat|kids|Kids
      integer|kid_age|How old?
      end_repeat||`),
    choices: text(`
      list_name|name|label
      tenure|own|I own it
      tenure|rent|I rent it`)
  };
  const path = written('all.xlsx', workbookBytes(sheets));
  const inspection = pairs(path);
  expect(inspection).toMatchObject({ format: 'kobo', rows: 3 });
  expect(inspection.companions.map(({ kind, container }) => [kind, container])).toEqual([
    ['form', { kind: 'xlsx', sheet: 'survey' }],
    ['form', { kind: 'xlsx', sheet: 'choices' }],
    ['none', { kind: 'xlsx', sheet: 'READ ME' }],
    ['repeat', { kind: 'xlsx', sheet: 'kids' }]
  ]);
  expect(inspection.questions[0]?.options?.map(({ label }) => label)).toEqual([
    'I own it',
    'I rent it'
  ]);
  const done = valueOf(bring(access, [path]));
  expect(done).toMatchObject({ imported: 3, repeats: [{ name: 'Needs: kids', imported: 3 }] });
  const kids = responsesOf(access, done.repeats[0]?.versionId ?? '');
  const { codes, categories } = kids?.categories('tenure') ?? { codes: [], categories: [] };
  expect(Array.from(codes, (code) => categories[code - 1]?.code)).toEqual(['own', 'own', 'rent']);
  clean(access);
});

test('an archive with the table of responses and one for each repeated group is one import', () => {
  const access = testAccess();
  const names = ['odk-central-members.csv', 'odk-central-main.csv'];
  const entries: Record<string, Uint8Array> = {};
  for (const name of names) entries[name] = new Uint8Array(readFileSync(fixture(name)));
  const path = written('riverbend.zip', zipSync(entries));
  const done = valueOf(bring(access, [path, ...form]));
  expect(done).toMatchObject({ imported: 40, repeats: [{ name: 'Needs: members', imported: 85 }] });
  clean(access);
});
