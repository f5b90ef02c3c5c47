import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { afterAll, describe, expect } from 'vitest';
import { testAccess } from '$lib/server/db/version.fixture';
import { importSurvey } from '$lib/server/use-cases/import-survey';
import { planFile } from '$lib/server/use-cases/inspect-file';
import { Cancelled } from './job';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-cancel-'));
const csv = join(folder, 'answers.csv');
const lines = Array.from(
  { length: 60_000 },
  (_, i) => `${i},Answer ${i % 5},${i % 90},"said, ${i}"`
);
writeFileSync(csv, `id,opinion,age,words\n${lines.join('\n')}\n`);
const access = testAccess(join(folder, 'groundswell.db'));
afterAll(() => {
  access.db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Open files of this process; 0 where the system does not say. */
const openFiles = (): number =>
  existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0;

const rowsOf = (table: string): unknown =>
  access.db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** Everything an import could leave behind. */
function traces() {
  const log = join(folder, 'groundswell.db-wal');
  const spool = join(folder, 'spool');
  return {
    versions: rowsOf('dataset_version'),
    chunks: rowsOf('column_chunk'),
    variables: rowsOf('variable'),
    issues: rowsOf('import_issue'),
    surveys: rowsOf('survey'),
    waves: rowsOf('wave'),
    log: existsSync(log) ? statSync(log).size : 0,
    spool: existsSync(spool) ? readdirSync(spool) : [],
    open: openFiles()
  };
}

const planned = planFile({ path: csv });
const plan = planned.ok ? planned.value.plan : null;

function importUntil(calls: number): boolean {
  if (!plan) throw new Error('the file was refused');
  const request = { path: csv, fileName: 'answers.csv', survey: 'Needs', wave: '2024', plan };
  let told = 0;
  try {
    importSurvey(access, request, () => {
      if (told++ === calls) throw new Cancelled();
    });
    return false;
  } catch (error) {
    if (error instanceof Cancelled) return true;
    throw error;
  }
}

describe('an import that is cancelled', () => {
  // Its progress is told once for each piece of 64 KB.
  const pieces = Math.floor(statSync(csv).size / 65_536);
  test.prop([fc.integer({ min: 0, max: pieces - 1 })], { numRuns: 20 })(
    'leaves nothing behind, whenever that is',
    (calls) => {
      const before = traces();
      expect(importUntil(calls)).toBe(true);
      expect(traces()).toEqual({ ...before, spool: [] });
    }
  );

  test('can be started again and is whole', () => {
    expect(importUntil(3)).toBe(true);
    expect(importUntil(Infinity)).toBe(false);
    expect(rowsOf('dataset_version')).toBe(1);
    expect(traces().spool).toEqual([]);
  });
});
