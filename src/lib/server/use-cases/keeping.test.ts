import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sqlite } from '$lib/server/db/engine';
import { connect, openDatabase } from '$lib/server/db/open';
import { listVersions } from '$lib/server/db/queries/dataset-version';
import { testAccess, writeFixture } from '$lib/server/db/version.fixture';
import { backup } from './backup';
import { restore } from './restore';
import { undoImport } from './undo-import';
import { verify } from './verify';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-keeping-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noSnapshots = () => [];
const codes = (result: { issues?: { code: string }[] } | { ok: true }) =>
  'issues' in result ? result.issues?.map((issue) => issue.code) : undefined;

describe('verify', () => {
  test('finds nothing wrong with what an import wrote', () => {
    const access = testAccess();
    writeFixture(access);
    expect(verify(access.db, noSnapshots)).toEqual({ versions: 1, snapshots: 0, issues: [] });
  });

  test.each([
    [
      'a byte of a column',
      `UPDATE column_chunk SET data = zeroblob(length(data)) WHERE variable = 0`
    ],
    ['a label', `UPDATE variable SET labels = '{"und":"other"}' WHERE number = 1`],
    ['the base of a question', `UPDATE question SET base = 'everyone'`]
  ])('finds %s that changed behind its back', (_what, sql) => {
    const access = testAccess();
    writeFixture(access);
    for (const guard of ['column_chunk_no_update', 'variable_no_update', 'question_no_update'])
      access.db.$client.exec(`DROP TRIGGER ${guard}`);
    access.db.$client.exec(sql);
    expect(codes(verify(access.db, noSnapshots))).toEqual(['version-changed']);
  });

  test('finds a column that lost a chunk, and names it', () => {
    const access = testAccess();
    writeFixture(access);
    access.db.$client.exec('DROP TRIGGER column_chunk_no_delete');
    access.db.$client.exec('DELETE FROM column_chunk WHERE variable = 2 AND chunk = 1');
    expect(
      verify(access.db, noSnapshots).issues.map(({ code, params }) => [code, params.variable])
    ).toEqual([
      ['column-incomplete', 'said'],
      ['version-changed', undefined]
    ]);
  });

  test('finds columns without a version', () => {
    const access = testAccess();
    access.db.$client.pragma('foreign_keys = OFF');
    access.db.$client.exec("INSERT INTO column_chunk VALUES ('x', 0, 0, 'values', 'u8', 1, x'01')");
    expect(codes(verify(access.db, noSnapshots))).toEqual(['reference-broken']);
  });
});

describe('undo', () => {
  test('takes the version, its columns and an empty wave away, and makes the earlier current', () => {
    const access = testAccess();
    const first = writeFixture(access);
    const second = writeFixture(access);
    expect(second.supersedes).toBe(first.versionId);
    expect(undoImport(access, second.versionId).ok).toBe(true);
    expect(listVersions(access).map((version) => version.versionId)).toEqual([first.versionId]);
    expect(undoImport(access, first.versionId).ok).toBe(true);
    const count = (table: string) =>
      access.db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(['dataset_version', 'column_chunk', 'variable', 'wave', 'survey'].map(count)).toEqual([
      0, 0, 0, 0, 0
    ]);
    expect(count('audit_entry')).toBe(2);
  });

  test('of a middle version ties its neighbours together', () => {
    const access = testAccess();
    const [first, second, third] = [1, 2, 3].map(() => writeFixture(access).versionId);
    undoImport(access, second ?? '');
    expect(
      access.db.$client
        .prepare('SELECT id, superseded_by AS next FROM dataset_version ORDER BY number')
        .all()
    ).toEqual([
      { id: first, next: third },
      { id: third, next: null }
    ]);
  });

  test('is refused once a frozen figure rests on the version', () => {
    const access = testAccess();
    const { versionId } = writeFixture(access);
    access.db.$client
      .prepare(
        `INSERT INTO estimate_snapshot VALUES ('s', 'w', 'i', 'k', ?, '{}', '{}', '{}', 'e', 0, NULL, 'h')`
      )
      .run(JSON.stringify([{ id: versionId, contentSha256: 'c' }]));
    expect(codes(undoImport(access, versionId))).toEqual(['version-in-use']);
    expect(listVersions(access)).toHaveLength(1);
  });

  test('of a version of another workspace is refused as not there', () => {
    const access = testAccess();
    const { versionId } = writeFixture(access);
    expect(codes(undoImport({ ...access, workspaceId: 'x' }, versionId))).toEqual([
      'no-such-version'
    ]);
  });
});

describe('backup and restore', () => {
  test('bring everything back, and keep what was there beside it', async () => {
    const path = join(folder, 'a', 'groundswell.db');
    const access = testAccess(path);
    const { versionId } = writeFixture(access);
    const file = join(folder, 'a.backup');
    const made = await backup(access.db, file);
    expect(made).toEqual({ ok: true, value: { file, bytes: statSync(file).size, keys: null } });
    expect(existsSync(`${file}-wal`)).toBe(false);
    undoImport(access, versionId);
    expect(codes(restore(file, path))).toEqual(['database-in-use']);
    access.db.$client.close();

    const restored = restore(file, path);
    expect(restored.ok && existsSync(restored.value.earlier ?? '')).toBe(true);
    const db = openDatabase(path);
    expect(listVersions({ ...access, db }).map((version) => version.versionId)).toEqual([
      versionId
    ]);
    expect(verify(db, noSnapshots).issues).toEqual([]);
    db.$client.close();
  });

  test('a backup never overwrites a file', async () => {
    const file = join(folder, 'there');
    writeFileSync(file, 'mine');
    expect(codes(await backup(openDatabase(':memory:'), file))).toEqual(['file-exists']);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('a database that is damaged can be replaced', async () => {
    const path = join(folder, 'damaged', 'groundswell.db');
    const db = openDatabase(path);
    const file = join(folder, 'good.backup');
    await backup(db, file);
    db.$client.close();
    writeFileSync(path, 'rubbish '.repeat(4000));
    expect(restore(file, path).ok).toBe(true);
    openDatabase(path).$client.close();
  });

  test('nothing but a backup this program can read is restored', () => {
    const target = join(folder, 'target.db');
    const text = join(folder, 'text.txt');
    writeFileSync(text, 'hello '.repeat(1000));
    const other = join(folder, 'other.db');
    const foreign = new (sqlite())(other);
    foreign.exec('CREATE TABLE a (b)');
    foreign.close();
    const newer = join(folder, 'newer.db');
    openDatabase(newer).$client.close();
    const ahead = connect(newer);
    ahead.exec("INSERT INTO migration VALUES ('9999', 'x', 0)");
    ahead.close();
    expect(
      [join(folder, 'nowhere'), text, other, newer].map((file) => codes(restore(file, target)))
    ).toEqual([['no-such-file'], ['not-a-database'], ['backup-newer'], ['backup-newer']]);
    expect(existsSync(target)).toBe(false);
  });
});
