import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDb, getDb } from '$lib/server/db';
import type { Access } from '$lib/server/access/access';
import { membership, organization, user, workspace } from '$lib/server/db/schema';
import type { ImportTask } from '$lib/server/jobs/import-draft';
import { inspectDraftFile, type InspectTask } from '$lib/server/jobs/inspect-draft';
import type { WorkerPool } from '$lib/server/jobs/pool';
import { noFacts } from '$lib/server/use-cases/describe-wave';
import { importSurvey } from '$lib/server/use-cases/import-survey';
import { readDraft } from '$lib/server/use-cases/draft.fixture';
import { commitReview, saveDesign } from '$lib/server/use-cases/review-draft';
import { createDraft } from '$lib/server/use-cases/upload-draft';
import { valueOf } from '$lib/server/use-cases/two-organizations.fixture';

/**
 * A file with personal data of every kind, imported with the choices the program proposes, leaves none of
 * it: not in the bytes of the database, not in what the pages of the wizard or of the wave are given, not
 * in the log. What people wrote in their own words is stored, in the column of the answers alone.
 */

const personal = {
  name: ['Marisol Quintanilla', 'Deshawn Whitfield', 'Priya Raghunathan', 'Tobias Ackermann'],
  email: [
    'marisol.q@example.org',
    'dwhit77@example.net',
    'priya@example.com',
    'tobias@example.org'
  ],
  phone: ['(816) 555-0147', '816-555-0163', '816.555.0178', '+1 816 555 0192'],
  address: ['4817 Larkspur Lane', '22 Foxglove Court', '918 Juniper Street', '7 Magnolia Avenue'],
  ssn: ['521-44-9086', '613-20-7745', '247-83-1159', '402-66-3391'],
  dob: ['1961-11-23', '1987-04-19', '1999-08-02', '1943-12-30'],
  ip: ['198.51.100.61', '203.0.113.88', '192.0.2.147', '198.51.100.202'],
  point: [
    '39.10483 -94.58312 270 4.8',
    '39.09211 -94.55874 268 5.1',
    '39.12077 -94.60125 0 0',
    '39.08846 -94.57093 0 0'
  ],
  device: [
    'ee.example:kT7dPq2mWz',
    'ee.example:vB4xLn9rYs',
    'ee.example:hC6jGf1aQe',
    'ee.example:uN8sRw3oDi'
  ]
};
const rows = 24;
const at = (list: readonly string[], i: number): string => list[i % list.length] ?? '';
const words = (i: number): string =>
  `The bus is late, ask ${at(personal.name, i)} or write to quoted${i}@example.org about stop ${i}`;
const csv = [
  'response key,Full name,E-mail,Phone,Street address,SSN,Date of birth,IP address,home gps,deviceid,Do you rent?,What should change?',
  ...Array.from({ length: rows }, (_, i) =>
    [
      `R-${7000 + i}`,
      ...Object.values(personal).map((list) => at(list, i)),
      i % 3 === 0 ? 'Yes' : 'No',
      `"${words(i)}"`
    ].join(',')
  )
].join('\n');
const secrets = Object.values(personal).flat();
const quoted = Array.from({ length: rows }, (_, i) => `quoted${i}@example.org`);
const found = (text: string, among: readonly string[]): string[] =>
  among.filter((one) => text.includes(one));

const folder = mkdtempSync(join(tmpdir(), 'import-egress-'));
const before = process.env.GROUNDSWELL_DATA;
const logged: string[] = [];
let access: Access;
let draftId = '';
let waveId = '';

const poolOf = (): WorkerPool =>
  ({
    run: (work: string, task: unknown) =>
      Promise.resolve(
        work === 'inspect'
          ? inspectDraftFile(task as InspectTask)
          : importSurvey(access, (task as ImportTask).request)
      )
  }) as unknown as WorkerPool;

beforeAll(async () => {
  process.env.GROUNDSWELL_DATA = folder;
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, way).mockImplementation((...said: unknown[]) => {
      logged.push(said.map((one) => inspect(one, { depth: 8 })).join(' '));
    });
  const db = getDb();
  const workspaceId = db
    .insert(workspace)
    .values({ slug: 'here', name: 'Here' })
    .returning()
    .get().id;
  const organizationId = db
    .insert(organization)
    .values({ workspaceId, name: 'Us', memberLevel: 'voting' })
    .returning()
    .get().id;
  const now = new Date();
  db.insert(user)
    .values({ id: 'u', name: 'U', email: 'u@x.org', createdAt: now, updatedAt: now })
    .run();
  db.insert(membership).values({ workspaceId, organizationId, userId: 'u', role: 'owner' }).run();
  access = { db, workspaceId, organizationId, userId: 'u', role: 'owner' };
  const body = new Blob([csv]).stream();
  ({ draftId } = valueOf(await createDraft(access, { fileName: 'answers.csv', body })));
  valueOf(await readDraft(access, draftId, poolOf()));
});
afterAll(() => {
  vi.restoreAllMocks();
  closeDb();
  if (before === undefined) delete process.env.GROUNDSWELL_DATA;
  else process.env.GROUNDSWELL_DATA = before;
  rmSync(folder, { recursive: true, force: true });
});

type Load = (event: unknown) => unknown;
const pages = import.meta.glob<{ load?: Load }>('/src/routes/**/+page.server.ts');

/** All that the pages under a path are given, as text; refusals and redirects are answers too. */
async function givenUnder(part: string, params: Record<string, string>): Promise<string> {
  const given: string[] = [];
  for (const [file, open] of Object.entries(pages)) {
    if (!file.includes(part)) continue;
    const { load } = await open();
    const needed = [...file.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
    if (!load || needed.some((name) => params[name] === undefined)) continue;
    for (const query of [
      '',
      '?show=personal',
      '?q=what_should_change',
      '?line=5',
      '?state=approved'
    ]) {
      const url = new URL(`https://here.example/here${query}`);
      const locals = {
        language: 'en',
        theme: 'auto',
        sessionId: 's',
        isDemo: false,
        user: { id: 'u', name: 'U', email: 'u@x.org' }
      };
      try {
        const answer = await load({
          locals,
          params,
          url,
          parent: () => Promise.resolve({}),
          depends: () => undefined,
          untrack: (work: () => unknown) => work()
        });
        given.push(
          `${file} ${inspect(answer, { depth: null, maxArrayLength: null, maxStringLength: null })}`
        );
      } catch (error) {
        if (!isRedirect(error) && !isHttpError(error)) throw error;
      }
    }
  }
  expect(given.length, part).toBeGreaterThan(2);
  return given.join('\n');
}

describe('while the file is under review', () => {
  test('every personal column is off', async () => {
    const { openReview } = await import('$lib/server/use-cases/review-draft');
    const review = openReview(access, draftId)?.review;
    const off = review?.plan.variables
      .filter(({ include }) => !include)
      .map(({ columnIndex }) => columnIndex);
    expect(off).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('no page of the wizard is given a cell of them, nor a word anybody wrote', async () => {
    const text = await givenUnder('data/import/[draft]', { workspace: 'here', draft: draftId });
    expect(found(text, [...secrets, ...quoted])).toEqual([]);
    expect(text).toContain('What should change?');
  });

  test('the database holds none of it', () => {
    access.db.$client.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(join(folder, 'groundswell.db'), 'latin1');
    expect(found(bytes, [...secrets, ...quoted])).toEqual([]);
  });
});

describe('after the import', () => {
  beforeAll(async () => {
    const facts = { ...noFacts, sampleType: 'opt-in' as const };
    valueOf(saveDesign(access, draftId, { surveyName: 'Needs', waveName: '2026', facts }));
    const { openReview } = await import('$lib/server/use-cases/review-draft');
    const { addOperation } = await import('$lib/server/use-cases/draft-operations');
    for (const { code, where } of openReview(access, draftId)?.review?.plan.openQuestions ?? [])
      valueOf(addOperation(access, draftId, { kind: 'decide', code, where, choice: 'accept' }));
    await valueOf(commitReview(access, draftId, poolOf())).finished;
    const { listVersions } = await import('$lib/server/db/queries/dataset-version');
    waveId = listVersions(access)[0]?.waveId ?? '';
    expect(waveId).not.toBe('');
  });

  test('own words stand in the column of the answers and nowhere else; personal columns nowhere', () => {
    const { db } = access;
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(join(folder, 'groundswell.db'), 'latin1');
    const isWritten = secrets.filter((secret) => !personal.name.includes(secret));
    expect(found(bytes, isWritten)).toEqual([]);
    const tables = db.$client
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all() as string[];
    for (const table of tables.filter((name) => name !== 'column_chunk')) {
      const all = inspect(db.$client.prepare(`SELECT * FROM "${table}"`).all(), {
        ...{ depth: null, maxArrayLength: null, maxStringLength: null }
      });
      expect(found(all, [...secrets, ...quoted]), table).toEqual([]);
    }
  });

  test('no page shows a text that nobody approved, save the page of texts', async () => {
    const pagesOfWave = await givenUnder('(app)/[workspace]', {
      ...{ workspace: 'here', wave: waveId, draft: draftId, question: 'what_should_change' }
    });
    const texts = pagesOfWave.split('\n').length;
    expect(texts).toBeGreaterThan(50);
    const byPage = pagesOfWave.split(/\n(?=\/src\/routes)/);
    const telling = byPage.filter((page) => found(page, [...secrets, ...quoted]).length > 0);
    expect([...new Set(telling.map((page) => page.split(' ')[0]?.split('/').at(-2)))]).toEqual([
      'texts'
    ]);
  });

  test('the uploaded file is gone', () => {
    const left = readFileSync(join(folder, 'groundswell.db')).length;
    expect(left).toBeGreaterThan(0);
    expect(() => readFileSync(join(folder, 'uploads', draftId, 'main'))).toThrow('ENOENT');
  });

  test('the log said nothing of it', () => {
    expect(found(logged.join('\n'), [...secrets, ...quoted])).toEqual([]);
  });
});
