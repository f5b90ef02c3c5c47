import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate, implementedFamilies } from '$lib/estimation/query/query';
import { importSurvey } from '$lib/server/use-cases/import-survey';
import { planFile } from '$lib/server/use-cases/inspect-file';
import { writtenOut } from '../../../../tests/conformance/cases';
import { csvSource } from '../../../../tests/conformance/csv-source';
import { responsesOf } from './queries/dataset-version';
import { storedSource } from './stored-source';
import { testAccess } from './version.fixture';

interface CaseFile {
  designs: Record<string, Record<string, unknown>>;
  cases: { id: string; family: string; design?: string }[];
}

const reference = resolve('tests/fixtures/reference');
const folder = mkdtempSync(join(tmpdir(), 'groundswell-source-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file through the real import and out of the column store. */
function stored(path: string) {
  const access = testAccess();
  const planned = planFile({ path, asIs: true });
  if (!planned.ok || !planned.value.plan) throw new Error(`${path} was refused`);
  const { plan } = planned.value;
  const done = importSurvey(access, { path, fileName: path, survey: 's', wave: 'w', plan });
  const responses = done.ok ? responsesOf(access, done.value.versionId) : null;
  if (!responses) throw new Error(`${path} was not stored`);
  return storedSource(responses);
}

/** The answer, or what it was refused with. */
function answer(source: Parameters<typeof evaluate>[0], spec: Record<string, unknown>): unknown {
  try {
    return evaluate(source, spec);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

const files = readdirSync(join(reference, 'cases')).map((name) => ({
  name,
  ...(JSON.parse(readFileSync(join(reference, 'cases', name), 'utf8')) as CaseFile)
}));

describe('a file imported as it is gives the estimates the file itself gives', () => {
  const data = new Set(
    files.flatMap(({ designs }) => Object.values(designs).map(({ data }) => data))
  );
  const compared = new Map<string, number>();
  test.each([...data].filter((path) => typeof path === 'string'))('%s', (path) => {
    const full = join(reference, path);
    const fromStore = stored(full);
    const fromFile = csvSource(readFileSync(full, 'utf8'));
    for (const { designs, cases } of files)
      for (const one of cases) {
        const design = writtenOut(designs, one.design ?? '');
        if (design?.['data'] !== path || !implementedFamilies.includes(one.family)) continue;
        const spec = { ...one, design };
        expect([one.id, answer(fromStore, spec)]).toEqual([one.id, answer(fromFile, spec)]);
        compared.set(path, (compared.get(path) ?? 0) + 1);
      }
    expect(fromStore.rows).toBe(fromFile.rows);
  });

  test('in hundreds of cases', () => {
    expect([...compared.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(400);
  });
});

test('columns are found by heading, then by variable name', () => {
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'How old?,When,Said\n30,2024-01-02,uno\n,2024-01-03,\n41,,uno\n');
  const source = stored(path);
  const kinds = source.names.map((name) => source.column(name)?.kind);
  expect([source.names, kinds[0]]).toEqual([['How old?', 'When', 'Said'], 'numeric']);
  expect(source.column('how_old')).toEqual(source.column('How old?'));
  expect(source.column('nothing')).toBeNull();
});
