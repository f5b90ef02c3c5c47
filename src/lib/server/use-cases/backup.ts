import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Parsed } from '$lib/base/issue';
import { refused } from '$lib/server/access/refused';
import { connect } from '$lib/server/db/open';
import type { Db } from '$lib/server/db/open';
import { keysFolder } from '$lib/server/secrets/workspace-keys';

export interface Backup {
  file: string;
  bytes: number;
  /** the folder of keys, which is not in it; null when nothing was ever encrypted */
  keys: string | null;
}

/**
 * Copies the whole database into one file while it stays in use. The file appears under its name
 * only when it is complete. Keys are not in it: whoever finds a backup cannot open what is kept private.
 *
 * Refused: `file-exists`.
 */
export async function backup(db: Db, target: string): Promise<Parsed<Backup>> {
  const file = resolve(target);
  if (existsSync(file)) return refused('file-exists', undefined, { file });
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    await db.$client.backup(part);
    const copy = connect(part);
    // Without a write-ahead log beside it, the backup is a single file.
    copy.pragma('journal_mode = DELETE');
    const bytes = copy
      .prepare('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
      .pluck()
      .get() as number;
    copy.close();
    renameSync(part, file);
    const folder = keysFolder(db);
    const keys = folder !== null && existsSync(folder) ? folder : null;
    return { ok: true, value: { file, bytes, keys } };
  } finally {
    rmSync(part, { force: true });
  }
}
