import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { testAccess } from '$lib/server/db/version.fixture';
import { inspectDraftFile, type InspectTask } from '$lib/server/jobs/inspect-draft';
import { lookAtRows, type LookTask } from '$lib/server/jobs/look-at-rows';
import type { WorkerPool } from '$lib/server/jobs/pool';
import { previewDraft, rowsAround } from './preview-draft';
import { readDraft } from './draft.fixture';
import { reportDraft } from './report-draft';
import { createDraft } from './upload-draft';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  vi.stubEnv('GROUNDSWELL_DATA', folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const pool = {
  run: (work: string, task: unknown) =>
    Promise.resolve(
      work === 'inspect' ? inspectDraftFile(task as InspectTask) : lookAtRows(task as LookTask)
    )
} as unknown as WorkerPool;

async function read(access: Access, lines: readonly string[]): Promise<string> {
  const body = new Blob([lines.join('\n') + '\n']).stream();
  const made = await createDraft(access, { fileName: 'a.csv', body });
  if (!made.ok) throw new Error('refused');
  const done = await readDraft(access, made.value.draftId, pool);
  if (!done.ok) throw new Error(JSON.stringify(done.issues));
  return made.value.draftId;
}

async function report(access: Access, draftId: string, what: 'issues' | 'bad-rows') {
  const made = await reportDraft(access, draftId, what, 'en', pool);
  if (!made.ok) throw new Error('refused');
  return readFileSync(made.value.path, 'utf8').replace('\ufeff', '').trimEnd().split('\r\n');
}

const plain = [
  'id,rent,age',
  ...Array.from({ length: 80 }, (_, i) => `${i + 1},${['Yes', 'No'][i % 2]},${20 + (i % 50)}`)
];

describe('the report of issues', () => {
  test('has every place, also those a page only counts', async () => {
    const access = testAccess();
    // Thirty rows too short: more than are listed one by one.
    const lines = plain.map((line, i) => (i > 0 && i <= 30 ? line.replace(/,\d+$/, '') : line));
    const draftId = await read(access, lines);
    const records = await report(access, draftId, 'issues');
    expect(records.filter((record) => record.includes('ROW_SHORT'))).toHaveLength(30);
    expect(records[1]).toMatch(/^Repaired,ROW_SHORT,2,/);
  });
});

describe('the rows that could not be read', () => {
  test('come as they stand, with their line and the reason', async () => {
    const access = testAccess();
    const lines = plain.map((line, i) => (i === 5 ? '5,Yes,old' : line));
    const draftId = await read(access, lines);
    const records = await report(access, draftId, 'bad-rows');
    expect(records).toHaveLength(2);
    expect(records[1]).toMatch(/^6,.*could not be read as a number.*,Yes,old$/);
  });

  test('run no formula in a spreadsheet, and keep numbers with a sign', async () => {
    const access = testAccess();
    const lines = plain.map((line, i) =>
      i === 5 ? '5,"=HYPERLINK(""x"")",old' : i === 6 ? '6,-9,old' : line
    );
    const draftId = await read(access, lines);
    const records = (await report(access, draftId, 'bad-rows')).join('\n');
    expect(records).toContain(`"'=HYPERLINK(""x"")"`);
    expect(records).toContain(',-9,old');
  });

  test('hold no personal data, not even where cells have slipped', async () => {
    const access = testAccess();
    const lines = plain.map((line, i) =>
      i === 0
        ? 'id,email,rent,age'
        : i === 7
          ? '7,Smith, John,p7@example.org,Yes,27'
          : i === 9
            ? '9,p9@example.org,Yes,old'
            : line.replace(',', `,p${i}@example.org,`)
    );
    const draftId = await read(access, lines);
    for (const what of ['issues', 'bad-rows'] as const) {
      const text = (await report(access, draftId, what)).join('\n');
      expect(text).not.toMatch(/@|Smith|John/);
    }
    expect((await report(access, draftId, 'bad-rows'))[0]).not.toContain('email');
  });

  test('of another workspace are not there', async () => {
    const access = testAccess();
    const draftId = await read(access, plain);
    const stranger = { ...access, workspaceId: 'other' };
    expect(await reportDraft(stranger, draftId, 'issues', 'en', pool)).toMatchObject({ ok: false });
    expect(await rowsAround(stranger, draftId, 5, pool)).toMatchObject({ ok: false });
    expect(previewDraft(stranger, draftId)).toEqual({ first: [], last: [], widest: [] });
  });
});

describe('rows to look at', () => {
  test('are the first, the last and the widest, with their lines', async () => {
    const access = testAccess();
    const lines = plain.map((line, i) =>
      i === 40 ? `40,${'a long answer '.repeat(20)},30` : line
    );
    const draftId = await read(access, lines);
    const { first, last, widest } = previewDraft(access, draftId);
    expect([first[0]?.line, first.length]).toEqual([2, 20]);
    expect([last.at(-1)?.line, last.length]).toEqual([81, 20]);
    expect(widest.map(({ line }) => line)).toContain(41);
  });

  test('are those around a line', async () => {
    const access = testAccess();
    const draftId = await read(access, plain);
    const found = await rowsAround(access, draftId, 30, pool);
    expect(found.ok && found.value.map(({ line }) => line)).toEqual([27, 28, 29, 30, 31, 32, 33]);
  });
});
