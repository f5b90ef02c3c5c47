import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Access, Role } from '$lib/server/access/access';
import { openDatabase } from '$lib/server/db/open';
import { responsesOf } from '$lib/server/db/queries/dataset-version';
import { area, areaSet, auditEntry, organization, workspace } from '$lib/server/db/schema';
import { withProtection, type ProtectionChoice } from '$lib/survey/protect/with-protection';
import { backup } from './backup';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { privateVariables, revealPrivate } from './protect-reveal';
import { codesOf, valueOf } from './two-organizations.fixture';
import { verify } from './verify';

const folder = mkdtempSync(join(tmpdir(), 'protect-'));
const databaseFile = join(folder, 'groundswell.db');
const db = openDatabase(databaseFile);
afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = join(folder, 'answers.csv');
writeFileSync(
  path,
  [
    'id,Full name,Email,stop_latitude,stop_longitude,q1',
    '1,Ana Lopez,ana@example.org,39.05,-94.55,Yes',
    '2,Joe Smith,joe@example.org,39.15,-94.55,No',
    '3,,ANA@example.org,,,Yes'
  ].join('\n')
);

function place(slug: string): Access {
  const workspaceId = db.insert(workspace).values({ slug, name: slug }).returning().get().id;
  const organizationId = db
    .insert(organization)
    .values({ workspaceId, name: slug, memberLevel: 'voting' })
    .returning()
    .get().id;
  return { db, workspaceId, organizationId, userId: null, role: 'owner' };
}

function read(access: Access, wave: string, choices: readonly ProtectionChoice[]) {
  const proposal = valueOf(planFile({ path })).plan;
  if (!proposal) throw new Error('the file was refused');
  const plan = choices.reduce((now, choice) => withProtection(now, choice, proposal), proposal);
  return importSurvey(access, { path, fileName: 'answers.csv', survey: 'Needs', wave, plan });
}

const own = place('own');
const other = place('other');
const emailCode: ProtectionChoice = {
  variable: 'Email',
  protect: { how: 'pseudonym' },
  include: true
};
const namePrivate: ProtectionChoice = {
  variable: 'Full_name',
  protect: { how: 'private' },
  include: true
};
const nameOf = (access: Access, versionId: string, heading: string) =>
  responsesOf(access, versionId)?.codebook.variables.find((one) => one.heading === heading)?.name ??
  '';
const names = valueOf(planFile({ path })).plan?.variables.map(({ name }) => name) ?? [];
namePrivate.variable = names[1] ?? '';
emailCode.variable = names[2] ?? '';

describe('pseudonyms', () => {
  test('a person has the same code in every wave of the workspace, and another in the next', () => {
    const codes = [
      [own, '2025'],
      [own, '2026'],
      [other, '2026']
    ].map(([access, wave]) => {
      const { versionId } = valueOf(read(access as Access, wave as string, [emailCode]));
      return responsesOf(access as Access, versionId)?.texts(
        nameOf(access as Access, versionId, 'Email')
      );
    });
    expect(codes[0]).toEqual(codes[1]);
    expect(codes[0]?.[0]).toBe(codes[0]?.[2]);
    expect(codes[0]?.[0]).not.toBe(codes[0]?.[1]);
    expect(codes[2]?.some((code) => codes[0]?.includes(code))).toBe(false);
  });
});

describe('what is kept private', () => {
  const { versionId } = valueOf(read(own, 'private', [namePrivate]));
  const variable = nameOf(own, versionId, 'Full name');

  test('is nowhere in the bytes of the database, and what everybody reads is empty', () => {
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(databaseFile);
    for (const secret of ['Ana Lopez', 'Joe Smith', 'ana@example', 'ANA@example'])
      expect(bytes.includes(secret)).toBe(false);
    expect(responsesOf(own, versionId)?.texts(variable)).toEqual(['', '', null]);
    expect(verify(db, () => []).issues).toEqual([]);
  });

  test('opens for who manages the workspace, and each time is written down without a value', () => {
    const revealed = valueOf(revealPrivate(own, versionId, variable));
    expect(revealed.rows).toEqual([
      { row: 1, value: 'Ana Lopez' },
      { row: 2, value: 'Joe Smith' }
    ]);
    const entry = db
      .select()
      .from(auditEntry)
      .all()
      .findLast(({ action }) => action === 'reveal-private');
    expect(entry).toMatchObject({ workspaceId: own.workspaceId, after: { variable, cells: 2 } });
    expect(JSON.stringify(entry)).not.toContain('Ana');
  });

  test.each([
    'analyst',
    'organization-representative',
    'facilitator',
    'reviewer',
    'speaker',
    'viewer'
  ] as Role[])('stays closed to the role %s', (role) => {
    expect(codesOf(revealPrivate({ ...own, role }, versionId, variable))).toEqual(['not-allowed']);
  });

  test('stays closed to another workspace, and only private columns open', () => {
    expect(codesOf(revealPrivate(other, versionId, variable))).toEqual(['no-such-version']);
    expect(privateVariables(other, versionId)).toEqual([]);
    expect(codesOf(revealPrivate(own, versionId, 'q1'))).toEqual(['not-private']);
  });

  test('stays closed without the key, and with a wrong one; nothing makes a new one', () => {
    const file = join(folder, 'keys', own.workspaceId);
    renameSync(file, `${file}.away`);
    expect(codesOf(revealPrivate(own, versionId, variable))).toEqual(['key-missing']);
    writeFileSync(file, Buffer.alloc(32, 1).toString('base64'));
    expect(codesOf(revealPrivate(own, versionId, variable))).toEqual(['key-wrong']);
    writeFileSync(file, 'no key');
    expect(codesOf(revealPrivate(own, versionId, variable))).toEqual(['key-wrong']);
    rmSync(file);
    renameSync(`${file}.away`, file);
    expect(revealPrivate(own, versionId, variable).ok).toBe(true);
  });

  test('a backup is the database alone, and says where the keys lie', async () => {
    const made = valueOf(await backup(db, join(folder, 'copy.db')));
    expect(made.keys).toBe(join(folder, 'keys'));
    const copy = readFileSync(made.file);
    for (const name of readdirSync(join(folder, 'keys'))) {
      const master = readFileSync(join(folder, 'keys', name), 'utf8').trim();
      expect(copy.includes(master) || copy.includes(Buffer.from(master, 'base64'))).toBe(false);
    }
  });
});

describe('a place looked up in areas', () => {
  const square = (south: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [-95, south],
        [-94, south],
        [-94, south + 0.1],
        [-95, south + 0.1],
        [-95, south]
      ]
    ]
  });
  const set = db
    .insert(areaSet)
    .values({ workspaceId: own.workspaceId, name: 'Sides' })
    .returning()
    .get();
  for (const [code, south] of [
    ['N', 39.1],
    ['S', 39]
  ] as const)
    db.insert(area)
      .values({
        workspaceId: own.workspaceId,
        areaSetId: set.id,
        code,
        name: `${code} side`,
        geometry: square(south)
      })
      .run();
  const choice: ProtectionChoice = {
    variable: names[3] ?? '',
    protect: { how: 'area', areaSetId: set.id },
    include: true
  };

  test('is an answer with the names of the areas', () => {
    const { versionId } = valueOf(read(own, 'areas', [choice]));
    const { codes, categories } = responsesOf(own, versionId)?.categories(choice.variable) ?? {};
    expect(Array.from(codes ?? [], (code) => categories?.[code - 1]?.labels.und ?? null)).toEqual([
      'S side',
      'N side',
      null
    ]);
  });

  test('another workspace has no such areas', () => {
    expect(codesOf(read(other, 'areas', [choice]))).toEqual(['no-such-area-set']);
  });
});
