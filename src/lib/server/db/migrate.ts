import { createHash } from 'node:crypto';
import type { Connection } from './engine';

/** The database cannot be used by this program; the message is for the person who starts it. */
export class DatabaseVersionError extends Error {
  override name = 'DatabaseVersionError';
}

export interface Migration {
  name: string;
  sql: string;
}

// Bundled as text, so that the built app, the workers and the command line carry them along.
const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  eager: true,
  import: 'default'
});

/** The program's migrations, oldest first. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => ({ name: path.replace(/^.*\/|\.sql$/g, ''), sql }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const digest = (sql: string) => createHash('sha256').update(sql).digest('hex');

/**
 * Brings a database to the shape this program knows, in one transaction.
 *
 * @throws DatabaseVersionError when a newer program made it, or its migrations are not these
 */
export function migrate(connection: Connection, known: readonly Migration[] = migrations): void {
  const applied = appliedMigrations(connection);
  requireKnown(applied, known);
  const waiting = known.slice(applied.length);
  if (waiting.length === 0) return;
  connection
    .transaction(() => {
      // Another process may have migrated between the look above and the lock here.
      const now = appliedMigrations(connection).length;
      connection.exec(
        'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL)'
      );
      const record = connection.prepare('INSERT INTO migration VALUES (?, ?, ?)');
      for (const { name, sql } of known.slice(now)) {
        connection.exec(sql);
        record.run(name, digest(sql), Date.now());
      }
    })
    .immediate();
}

/**
 * What a database has been through, oldest first; empty for a new file.
 *
 * @throws DatabaseVersionError when the file holds tables of another program
 */
export function appliedMigrations(connection: Connection): { name: string; sha256: string }[] {
  const tables = connection
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map((row) => row.name);
  if (tables.length === 0) return [];
  if (!tables.includes('migration'))
    throw new DatabaseVersionError(
      'This file is a database of another program. Choose another data folder.'
    );
  return connection
    .prepare<[], { name: string; sha256: string }>(
      'SELECT name, sha256 FROM migration ORDER BY name'
    )
    .all();
}

/** @throws DatabaseVersionError when `applied` is not the beginning of `known` */
export function requireKnown(
  applied: readonly { name: string; sha256: string }[],
  known: readonly Migration[] = migrations
): void {
  if (applied.length > known.length)
    throw new DatabaseVersionError(
      `This database was made by a newer version of Groundswell (it has ${applied.length} migrations, this program knows ${known.length}). Update the program, or restore an older backup.`
    );
  applied.forEach(({ name, sha256 }, i) => {
    const own = known[i];
    if (own?.name !== name || digest(own.sql) !== sha256)
      throw new DatabaseVersionError(
        `This database was made by another edition of Groundswell: migration "${name}" is not the one this program has. Use the program that made it, or start with an empty data folder.`
      );
  });
}
