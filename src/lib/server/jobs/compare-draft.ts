import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { openDatabase } from '$lib/server/db/open';
import {
  compareFile,
  type CompareRequest,
  type Reimport
} from '$lib/server/use-cases/reimport-compare';

/** What the comparing worker is sent: plain data, since the database handle stays with its thread. */
export interface CompareTask {
  databaseFile: string;
  access: Omit<Access, 'db'>;
  request: CompareRequest;
}

/** Compares a file with a stored version in a worker, on a connection of its own. */
export function compareDraftFile({ databaseFile, access, request }: CompareTask): Parsed<Reimport> {
  const db = openDatabase(databaseFile);
  try {
    return compareFile({ ...access, db }, request);
  } finally {
    db.$client.close();
  }
}
