import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Issue } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { datasetVersion, estimateSnapshot, importIssue, survey, wave } from '$lib/server/db/schema';
import { storedResponses, type StoredResponses } from '$lib/server/db/stored-responses';

const listed = {
  versionId: datasetVersion.id,
  number: datasetVersion.number,
  surveyId: survey.id,
  survey: survey.name,
  waveId: wave.id,
  wave: wave.name,
  rows: datasetVersion.rows,
  imported: datasetVersion.imported,
  excluded: datasetVersion.excluded,
  importedAt: datasetVersion.createdAt,
  fileName: datasetVersion.fileName,
  fileSha256: datasetVersion.fileSha256,
  contentSha256: datasetVersion.contentSha256,
  format: datasetVersion.format,
  supersededBy: datasetVersion.supersededBy
};

/** A dataset version with the names of its survey and wave. */
export type ListedVersion = ReturnType<typeof listVersions>[number];

const versions = ({ db }: Access) =>
  db
    .select(listed)
    .from(datasetVersion)
    .innerJoin(wave, eq(wave.id, datasetVersion.waveId))
    .innerJoin(survey, eq(survey.id, wave.surveyId));

/** Current versions of the workspace, one a wave, by survey and wave name. */
export const listVersions = (access: Access) =>
  versions(access)
    .where(
      and(eq(datasetVersion.workspaceId, access.workspaceId), isNull(datasetVersion.supersededBy))
    )
    .orderBy(asc(survey.name), asc(wave.name))
    .all();

/** Every version of a wave, newest first. */
export const listVersionsOfWave = (access: Access, waveId: Id): ListedVersion[] =>
  versions(access)
    .where(and(eq(datasetVersion.workspaceId, access.workspaceId), eq(wave.id, waveId)))
    .orderBy(desc(datasetVersion.number))
    .all();

/** A version by its id, current or not. */
export const findVersion = (access: Access, id: Id): ListedVersion | undefined =>
  versions(access)
    .where(and(eq(datasetVersion.workspaceId, access.workspaceId), eq(datasetVersion.id, id)))
    .get();

/** A frozen figure of the workspace rests on a version: it cannot be undone any more. */
export const isVersionInUse = ({ db, workspaceId }: Access, versionId: Id): boolean =>
  db
    .select({ id: estimateSnapshot.id })
    .from(estimateSnapshot)
    .where(
      and(
        eq(estimateSnapshot.workspaceId, workspaceId),
        sql`EXISTS (SELECT 1 FROM json_each(${estimateSnapshot.datasetVersions}) v WHERE v.value ->> 'id' = ${versionId})`
      )
    )
    .get() !== undefined;

/** The current version of a wave. */
export const currentVersion = (access: Access, waveId: Id): ListedVersion | undefined =>
  listVersionsOfWave(access, waveId).find((version) => version.supersededBy === null);

/** Versions of the workspace made from a file with these bytes. */
export const versionsOfFile = (access: Access, fileSha256: string): ListedVersion[] =>
  versions(access)
    .where(
      and(
        eq(datasetVersion.workspaceId, access.workspaceId),
        eq(datasetVersion.fileSha256, fileSha256)
      )
    )
    .orderBy(desc(datasetVersion.createdAt))
    .all();

/** Responses of a version, by column; null when the workspace has no such version. */
export function responsesOf(access: Access, versionId: Id): StoredResponses | null {
  const version = findVersion(access, versionId);
  return version ? storedResponses(access.db, { ...version, id: version.versionId }) : null;
}

/** What the reading of a version found, in file order. */
export const listImportIssues = ({ db, workspaceId }: Access, versionId: Id): Issue[] =>
  db
    .select({ row: importIssue })
    .from(importIssue)
    .innerJoin(datasetVersion, eq(datasetVersion.id, importIssue.datasetVersionId))
    .where(and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.id, versionId)))
    .orderBy(asc(importIssue.id))
    .all()
    .map(({ row }) => ({
      code: row.code,
      severity: row.severity as Issue['severity'],
      where: {
        ...(row.line !== null && { line: row.line }),
        ...(row.column !== null && { column: row.column }),
        ...(row.columnIndex !== null && { columnIndex: row.columnIndex })
      },
      params: row.params
    }));
