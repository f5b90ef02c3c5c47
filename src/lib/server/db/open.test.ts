import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sqlite } from './engine';
import { DatabaseVersionError, migrate, migrations } from './migrate';
import { openDatabase } from './open';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a database', () => {
  test('is opened with the pragmas the storage relies on', () => {
    const db = openDatabase(join(folder, 'new', 'a.db'));
    const pragma = (name: string) => db.$client.pragma(name, { simple: true });
    expect({
      journal: pragma('journal_mode'),
      page: pragma('page_size'),
      keys: pragma('foreign_keys'),
      recursive: pragma('recursive_triggers'),
      secure: pragma('secure_delete'),
      synchronous: pragma('synchronous'),
      busy: pragma('busy_timeout')
    }).toEqual({
      journal: 'wal',
      page: 8192,
      keys: 1,
      recursive: 1,
      secure: 1,
      synchronous: 1,
      busy: 5000
    });
    db.$client.close();
  });

  test('keeps its rows when it is opened again', () => {
    const path = join(folder, 'again.db');
    const first = openDatabase(path);
    first.$client
      .prepare("INSERT INTO workspace (id, slug, name, created_at) VALUES ('w', 's', 'n', 0)")
      .run();
    first.$client.close();
    const second = openDatabase(path);
    expect(second.$client.prepare('SELECT name FROM workspace').pluck().all()).toEqual(['n']);
    second.$client.close();
  });

  test('of a newer program is refused with a sentence', () => {
    const path = join(folder, 'newer.db');
    openDatabase(path).$client.close();
    const connection = new (sqlite())(path);
    connection.prepare("INSERT INTO migration VALUES ('9999_later', 'x', 0)").run();
    connection.close();
    expect(() => openDatabase(path)).toThrow(/newer version of Groundswell/);
  });

  test('of another program is refused', () => {
    const path = join(folder, 'other.db');
    const connection = new (sqlite())(path);
    connection.exec('CREATE TABLE something (x)');
    connection.close();
    expect(() => openDatabase(path)).toThrow(DatabaseVersionError);
  });

  test('whose migration text differs is refused', () => {
    const path = join(folder, 'edited.db');
    openDatabase(path).$client.close();
    const connection = new (sqlite())(path);
    expect(() => {
      migrate(connection, [{ name: migrations[0]?.name ?? '', sql: '-- edited' }]);
    }).toThrow(DatabaseVersionError);
    connection.close();
  });

  test('is left as it was when a migration fails', () => {
    const connection = new (sqlite())(':memory:');
    const broken = [
      { name: '0000', sql: 'CREATE TABLE a (x);' },
      { name: '0001', sql: 'CREATE TABLE a (x);' }
    ];
    expect(() => {
      migrate(connection, broken);
    }).toThrow(/already exists/);
    expect(connection.prepare('SELECT count(*) FROM sqlite_master').pluck().get()).toBe(0);
    connection.close();
  });
});
