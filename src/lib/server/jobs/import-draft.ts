import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { openDatabase } from '$lib/server/db/open';
import {
  importSurvey,
  type Imported,
  type ImportRequest
} from '$lib/server/use-cases/import-survey';
import { jobProgress } from './job';

/** What the import worker is sent: plain data, since the database handle stays with its thread. */
export interface ImportTask {
  databaseFile: string;
  access: Omit<Access, 'db'>;
  jobId: Id;
  request: ImportRequest;
}

/**
 * Runs an import in a worker, on a connection of its own. Its progress goes through the job's row:
 * nothing is locked while the file is read, so the row can be written at any time.
 */
export function importDraft({
  databaseFile,
  access,
  jobId,
  request
}: ImportTask): Parsed<Imported> {
  const db = openDatabase(databaseFile);
  try {
    return importSurvey({ ...access, db }, request, jobProgress(db, jobId));
  } finally {
    db.$client.close();
  }
}
