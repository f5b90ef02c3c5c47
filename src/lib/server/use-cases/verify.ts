import { asc, eq } from 'drizzle-orm';
import type { Issue } from '$lib/base/issue';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { contentSha256, digestChunks, type ChunkDigest } from '$lib/server/db/columns';
import type { Db } from '$lib/server/db/open';
import { sha256Of } from '$lib/server/db/queries/weighting';
import { datasetVersion, estimateSnapshot, weighting } from '$lib/server/db/schema';

export type Snapshot = typeof estimateSnapshot.$inferSelect;

/**
 * Computes a frozen snapshot again from the stored columns and compares it and its hash with what
 * was frozen. No issue: they agree.
 */
export type CheckSnapshot = (db: Db, snapshot: Snapshot) => Issue[];

export interface Verification {
  versions: number;
  snapshots: number;
  /** empty: everything is as it was written */
  issues: Issue[];
}

type Version = typeof datasetVersion.$inferSelect;

/**
 * Checks the whole database: the file itself, every reference between rows, every dataset version
 * against its content hash, weights made here against theirs, every frozen snapshot by `checkSnapshot`.
 */
export function verify(db: Db, checkSnapshot: CheckSnapshot): Verification {
  const versions = db.select().from(datasetVersion).orderBy(asc(datasetVersion.createdAt)).all();
  const snapshots = db
    .select()
    .from(estimateSnapshot)
    .orderBy(asc(estimateSnapshot.computedAt))
    .all();
  return {
    versions: versions.length,
    snapshots: snapshots.length,
    issues: [
      ...checkFile(db),
      ...checkReferences(db),
      ...versions.flatMap((version) => checkVersion(db, version)),
      ...checkWeightings(db),
      ...snapshots.flatMap((snapshot) => checkSnapshot(db, snapshot))
    ]
  };
}

const found = (code: string, params: Issue['params']): Issue => ({
  code,
  severity: 'error',
  where: {},
  params
});

function checkFile(db: Db): Issue[] {
  const lines = db.$client.pragma('integrity_check') as { integrity_check: string }[];
  return lines
    .filter((line) => line.integrity_check !== 'ok')
    .map((line) => found('database-damaged', { detail: line.integrity_check }));
}

function checkReferences(db: Db): Issue[] {
  const broken = db.$client.pragma('foreign_key_check') as { table: string; parent: string }[];
  const counts = new Map<string, number>();
  for (const { table, parent } of broken) {
    const pair = `${table} ${parent}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, count]) => {
    const [table = '', parent = ''] = pair.split(' ');
    return found('reference-broken', { table, parent, count });
  });
}

function checkWeightings(db: Db): Issue[] {
  const ids = db.select({ id: weighting.id }).from(weighting).orderBy(asc(weighting.id)).all();
  return ids.flatMap(({ id }) => {
    const row = db.select().from(weighting).where(eq(weighting.id, id)).get();
    return row && sha256Of(row.weights) !== row.weightsSha256
      ? [found('weighting-changed', { weighting: id })]
      : [];
  });
}

function checkVersion(db: Db, { id, imported, contentSha256: written }: Version): Issue[] {
  const digests: ChunkDigest[] = [...digestChunks(db.$client, id)];
  const codebook = readCodebook(db, id);
  const rows = new Map<number, number>();
  for (const { variable, part, rows: count } of digests)
    if (part === 'values') rows.set(variable, (rows.get(variable) ?? 0) + count);
  const issues = codebook.variables.flatMap(({ name }, number) => {
    const stored = rows.get(number) ?? 0;
    return stored === imported
      ? []
      : [found('column-incomplete', { version: id, variable: name, rows: stored, imported })];
  });
  if (contentSha256(codebook, imported, digests) !== written)
    issues.push(found('version-changed', { version: id }));
  return issues;
}
