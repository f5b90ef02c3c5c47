import { and, eq, ne } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { findVersion, type ListedVersion } from '$lib/server/db/queries/dataset-version';
import { datasetVersion, indicatorMapping, survey, wave } from '$lib/server/db/schema';

/**
 * Takes an import back, with its repeated groups: columns and codebook are overwritten with zeroes and gone, the version
 * it superseded is current again, and a wave or survey left empty goes too, unless somebody has
 * confirmed a mapping in it. Claims that were marked stale stay so until somebody looks at them.
 *
 * Refused: `no-such-version`; `version-in-use` as soon as a frozen figure rests on it.
 */
export function undoImport(access: Access, versionId: Id): Parsed<{ versionId: Id }> {
  const version = findVersion(access, versionId);
  if (!version) return refused('no-such-version');
  const { db } = access;
  const work = db.$client.transaction(() => {
    for (const each of [...repeatsOf(access, versionId), version]) {
      db.delete(datasetVersion).where(eq(datasetVersion.id, each.versionId)).run();
      relink(access, each);
      removeEmptyWave(access, each);
    }
    recordAudit(access, {
      action: 'undo-import',
      entity: 'dataset-version',
      entityId: versionId,
      before: { survey: version.survey, wave: version.wave, rows: version.rows }
    });
  });
  try {
    work.immediate();
  } catch (error) {
    if (error instanceof Error && error.message.includes('rests on this dataset version'))
      return refused('version-in-use');
    throw error;
  }
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  return { ok: true, value: { versionId } };
}

/** The repeated groups that were imported with a version. */
const repeatsOf = (access: Access, versionId: Id): ListedVersion[] =>
  access.db
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .where(
      and(
        eq(datasetVersion.workspaceId, access.workspaceId),
        eq(datasetVersion.repeatOf, versionId)
      )
    )
    .all()
    .flatMap(({ id }) => findVersion(access, id) ?? []);

/** Whatever the version superseded is superseded by its successor, or current again. */
function relink({ db }: Access, { versionId, supersededBy }: ListedVersion): void {
  const earlier = db
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .where(eq(datasetVersion.supersededBy, versionId))
    .all();
  for (const { id } of earlier) {
    const set = (value: Id | null) =>
      db.update(datasetVersion).set({ supersededBy: value }).where(eq(datasetVersion.id, id)).run();
    set(null);
    if (supersededBy !== null) set(supersededBy);
  }
}

function removeEmptyWave({ db }: Access, { waveId, surveyId }: ListedVersion): void {
  const holds = (found: unknown) => found !== undefined;
  if (
    holds(
      db
        .select({ id: datasetVersion.id })
        .from(datasetVersion)
        .where(eq(datasetVersion.waveId, waveId))
        .get()
    ) ||
    holds(
      db
        .select({ id: indicatorMapping.id })
        .from(indicatorMapping)
        .where(and(eq(indicatorMapping.waveId, waveId), ne(indicatorMapping.state, 'proposed')))
        .get()
    )
  )
    return;
  db.delete(indicatorMapping).where(eq(indicatorMapping.waveId, waveId)).run();
  db.delete(wave).where(eq(wave.id, waveId)).run();
  if (!holds(db.select({ id: wave.id }).from(wave).where(eq(wave.surveyId, surveyId)).get()))
    db.delete(survey).where(eq(survey.id, surveyId)).run();
}
