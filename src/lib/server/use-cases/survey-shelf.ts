import { and, desc, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { SampleType } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { listSurveys, listWaves } from '$lib/server/db/queries/survey';
import { datasetVersion, user } from '$lib/server/db/schema';

/** One import of a wave. */
export interface ShelvedVersion {
  id: Id;
  number: number;
  fileName: string;
  /** of the file's bytes */
  sha256: string;
  rows: number;
  imported: number;
  excluded: { reason: string; count: number }[];
  importedAt: Date;
  /** null: the command line or the program itself */
  importedBy: string | null;
  isCurrent: boolean;
}

/** A survey with its waves, newest first, and every import of each. */
export interface ShelvedSurvey {
  id: Id;
  name: string;
  waves: {
    id: Id;
    name: string;
    sampleType: SampleType | null;
    fieldedFrom: string | null;
    fieldedTo: string | null;
    /** answers in use; null when the wave has none */
    responses: number | null;
    versions: ShelvedVersion[];
  }[];
}

/** Every survey of the workspace with what was imported when and by whom. */
export const surveyShelf = (access: Access): ShelvedSurvey[] =>
  listSurveys(access).map(({ id, name }) => ({
    id,
    name,
    waves: listWaves(access, id)
      .reverse()
      .map((wave) => {
        const versions = versionsOf(access, wave.id);
        return {
          id: wave.id,
          name: wave.name,
          sampleType: wave.sampleType,
          fieldedFrom: wave.fieldedFrom,
          fieldedTo: wave.fieldedTo,
          responses: versions.find(({ isCurrent }) => isCurrent)?.imported ?? null,
          versions
        };
      })
  }));

const versionsOf = ({ db, workspaceId }: Access, waveId: Id): ShelvedVersion[] =>
  db
    .select({
      id: datasetVersion.id,
      number: datasetVersion.number,
      fileName: datasetVersion.fileName,
      sha256: datasetVersion.fileSha256,
      rows: datasetVersion.rows,
      imported: datasetVersion.imported,
      excluded: datasetVersion.excluded,
      importedAt: datasetVersion.createdAt,
      importedBy: user.name,
      supersededBy: datasetVersion.supersededBy
    })
    .from(datasetVersion)
    .leftJoin(user, eq(user.id, datasetVersion.importedBy))
    .where(and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.waveId, waveId)))
    .orderBy(desc(datasetVersion.number))
    .all()
    .map(({ supersededBy, ...version }) => ({ ...version, isCurrent: supersededBy === null }));
