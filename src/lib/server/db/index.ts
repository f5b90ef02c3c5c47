import { settings } from '$lib/server/settings';
import { openDatabase, type Db } from './open';

export { openDatabase, type Db } from './open';

let open: { file: string; db: Db } | null = null;

/** The program's database, opened at the first call; a build or a test that never asks opens nothing. */
export function getDb(): Db {
  const file = settings().databaseFile;
  if (open && open.file !== file) closeDb();
  open ??= { file, db: openDatabase(file) };
  return open.db;
}

/** Closes the program's database; the next `getDb` opens it again. */
export function closeDb(): void {
  open?.db.$client.close();
  open = null;
}
