import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Parsed } from '$lib/base/issue';
import { refused } from '$lib/server/access/refused';
import { appliedMigrations, DatabaseVersionError, requireKnown } from '$lib/server/db/migrate';
import { connect } from '$lib/server/db/open';

export interface Restored {
  databaseFile: string;
  /** where the database that was there before lies now; null when there was none */
  earlier: string | null;
}

/**
 * Puts a backup in the place of the database, all at once; the database that was there is kept
 * beside it under a name with the moment. The program must not be running.
 *
 * Refused: `no-such-file`, `not-a-database`, `backup-newer` (or of another program),
 * `database-damaged`, `database-in-use`.
 */
export function restore(
  backupFile: string,
  databaseFile: string,
  now: Date = new Date()
): Parsed<Restored> {
  const source = resolve(backupFile);
  const fault = faultOf(source);
  if (fault) return fault;
  mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 });
  if (existsSync(databaseFile) && !closeLog(databaseFile)) return refused('database-in-use');

  const arriving = `${databaseFile}.restoring`;
  copyFileSync(source, arriving);
  flush(arriving);
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const earlier = existsSync(databaseFile)
    ? join(dirname(databaseFile), `before-restore-${stamp}.db`)
    : null;
  if (earlier !== null) copyFileSync(databaseFile, earlier);
  for (const log of ['-wal', '-shm']) rmSync(databaseFile + log, { force: true });
  renameSync(arriving, databaseFile);
  return { ok: true, value: { databaseFile, earlier } };
}

function faultOf(source: string): ReturnType<typeof refused> | null {
  if (!existsSync(source)) return refused('no-such-file', undefined, { file: source });
  const params = { file: source };
  try {
    const backup = connect(source, { readonly: true });
    try {
      const applied = appliedMigrations(backup);
      if (applied.length === 0) return refused('not-a-database', undefined, params);
      requireKnown(applied);
      const check = backup.pragma('integrity_check', { simple: true }) as string;
      return check === 'ok'
        ? null
        : refused('database-damaged', undefined, { ...params, detail: check });
    } finally {
      backup.close();
    }
  } catch (error) {
    if (error instanceof DatabaseVersionError)
      return refused('backup-newer', undefined, { ...params, detail: error.message });
    return refused('not-a-database', undefined, params);
  }
}

/** Brings the write-ahead log into the file; false while another process has the database open. */
function closeLog(file: string): boolean {
  try {
    const connection = connect(file);
    connection.pragma('busy_timeout = 500');
    try {
      return connection.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
    } finally {
      connection.close();
    }
  } catch (error) {
    // A damaged file cannot be opened; nothing is lost by putting the backup in its place.
    return !isBusy(error);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
