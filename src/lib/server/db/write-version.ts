import { desc, eq } from 'drizzle-orm';
import { newId, type Id } from '$lib/base/id';
import type { Issue } from '$lib/base/issue';
import type { Codebook } from '$lib/codebook/codebook';
import type { ImportSummary } from '$lib/survey/sink';
import type { ColumnSpool } from './column-spool';
import { readCodebook, writeCodebook } from './codebook-rows';
import { chunkWriter, contentSha256 } from './columns';
import type { Db } from './open';
import { datasetVersion } from './schema';

export interface VersionRecord extends Pick<
  typeof datasetVersion.$inferInsert,
  | 'workspaceId'
  | 'waveId'
  | 'fileSha256'
  | 'fileName'
  | 'fileBytes'
  | 'format'
  | 'encoding'
  | 'delimiter'
  | 'plan'
  | 'importedBy'
  | 'companions'
  | 'repeatOf'
> {
  codebook: Codebook;
  summary: ImportSummary;
}

/**
 * Writes a dataset version: columns, codebook and issues first, the version row last, which closes
 * them. The wave's earlier version, if any, is superseded by it, which marks the claims that rest on
 * it as stale. Call it inside a transaction: a crash then leaves either everything or nothing.
 *
 * @returns id and content hash of the version, and the id of the version it supersedes
 */
export function writeVersion(
  db: Db,
  { codebook, summary, ...record }: VersionRecord,
  spool: ColumnSpool
): { versionId: Id; contentSha256: string; supersedes: Id | null } {
  // The rows below point at the version row, which comes last.
  db.$client.pragma('defer_foreign_keys = ON');
  const versionId = newId();
  spool.copyTo(chunkWriter(db.$client, versionId));
  writeCodebook(db, versionId, codebook);
  writeIssues(db, versionId, summary.issues);
  const stored = readCodebook(db, versionId);
  const hash = contentSha256(stored, summary.imported, spool.digests);
  const latest = latestVersion(db, record.waveId);
  db.insert(datasetVersion)
    .values({
      ...record,
      id: versionId,
      number: (latest?.number ?? 0) + 1,
      contentSha256: hash,
      rows: summary.rows,
      imported: summary.imported,
      excluded: summary.excluded
    })
    .run();
  const supersedes = latest && latest.supersededBy === null ? latest.id : null;
  if (supersedes !== null)
    db.update(datasetVersion)
      .set({ supersededBy: versionId })
      .where(eq(datasetVersion.id, supersedes))
      .run();
  return { versionId, contentSha256: hash, supersedes };
}

const latestVersion = (db: Db, waveId: Id) =>
  db
    .select({
      id: datasetVersion.id,
      number: datasetVersion.number,
      supersededBy: datasetVersion.supersededBy
    })
    .from(datasetVersion)
    .where(eq(datasetVersion.waveId, waveId))
    .orderBy(desc(datasetVersion.number))
    .limit(1)
    .get();

function writeIssues(db: Db, versionId: Id, issues: readonly Issue[]): void {
  const insert = db.$client.prepare(
    'INSERT INTO import_issue (id, dataset_version_id, code, severity, line, "column", column_index, params) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
  );
  for (const { code, severity, where, params } of issues)
    insert.run(
      newId(),
      versionId,
      code,
      severity,
      where.line ?? null,
      where.column ?? null,
      where.columnIndex ?? null,
      JSON.stringify(params)
    );
}
