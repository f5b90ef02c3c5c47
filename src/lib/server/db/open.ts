import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { sqlite, type Connection } from './engine';
import { migrate } from './migrate';
import * as schema from './schema';

/** The database: Drizzle over one connection, which `$client` gives for raw statements. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Connection };

/**
 * Opens a database file (made when absent, readable by its owner only), with the pragmas every
 * connection needs, and brings it to the program's shape.
 *
 * @param path file, or `:memory:`
 * @throws DatabaseVersionError when the file belongs to a newer program or to another one
 */
export function openDatabase(path: string): Db {
  const inMemory = path === ':memory:';
  const isNew = inMemory || !existsSync(path);
  if (!inMemory) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const connection = connect(path);
  try {
    // Page size counts only before the first table is made; WAL fixes it.
    if (isNew) connection.pragma('page_size = 8192');
    connection.pragma('journal_mode = WAL');
    connection.pragma('journal_size_limit = 67108864');
    migrate(connection);
    if (isNew && !inMemory) chmodSync(path, 0o600);
  } catch (error) {
    connection.close();
    throw error;
  }
  return drizzle(connection, { schema });
}

/**
 * A bare connection with the pragmas the storage relies on: foreign keys; REPLACE that fires
 * delete triggers; zeroes over deleted answers; five seconds of patience with another writer.
 */
export function connect(path: string, options: { readonly?: boolean } = {}): Connection {
  const connection = new (sqlite())(path, options);
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('recursive_triggers = ON');
  connection.pragma('secure_delete = ON');
  return connection;
}

/** Runs `work` with the commit on disk before it returns (imports, freezes). */
export function durably<T>(db: Db, work: () => T): T {
  db.$client.pragma('synchronous = FULL');
  try {
    return work();
  } finally {
    db.$client.pragma('synchronous = NORMAL');
  }
}
