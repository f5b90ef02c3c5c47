import { canonical, type Json } from '$lib/base/canonical';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import {
  findVersion,
  listVersions,
  type ListedVersion
} from '$lib/server/db/queries/dataset-version';
import type { CompareTask } from '$lib/server/jobs/compare-draft';
import { workers, type WorkerPool } from '$lib/server/jobs/pool';
import { draftFile } from '$lib/server/jobs/upload-folder';
import type { ImportPlan } from '$lib/survey/plan';
import { sha256 } from './freeze-figure';
import { changeDraft, findDraftRow, type DraftRow } from './import-drafts';
import type { Reimport } from './reimport-compare';

interface Kept {
  /** of the plan it was read by: another plan makes it old */
  plan: string;
  found: Reimport;
}

const planHash = (plan: unknown): string => sha256(canonical(plan as Json));

/**
 * Compares the file of a draft, read as it is reviewed now, with a stored version, and keeps what came
 * of it for the screens. Runs in a worker.
 *
 * Refused: `no-such-draft`, `not-inspected`, and the reasons of `compareFile`.
 */
export async function compareWithVersion(
  access: Access,
  draftId: Id,
  versionId: Id,
  pool: WorkerPool = workers()
): Promise<Parsed<Reimport>> {
  const row = findDraftRow(access, draftId);
  if (!row || row.state === 'done' || row.state === 'committing') return refused('no-such-draft');
  if (!row.plan || !row.inspection) return refused('not-inspected');
  if (!findVersion(access, versionId)) return refused('no-such-version');
  const { db, ...asker } = access;
  const task: CompareTask = {
    databaseFile: db.$client.name,
    access: asker,
    request: {
      path: draftFile(draftId, row.path),
      companions: row.companions.map(({ fileName, path }) => ({
        name: fileName,
        path: draftFile(draftId, path)
      })),
      plan: row.plan as unknown as ImportPlan,
      versionId
    }
  };
  const compared = await pool.run<Parsed<Reimport>>('compare', task);
  if (!compared.ok) return compared;
  const now = findDraftRow(access, draftId);
  if (!now?.inspection) return refused('no-such-draft');
  const kept: Kept = { plan: planHash(row.plan), found: compared.value };
  changeDraft(access, draftId, { inspection: { ...now.inspection, reimport: kept } });
  return compared;
}

/** What the last comparison of a draft found; null when there was none, or the plan has changed since. */
export function lastComparison(access: Access, draftId: Id): Reimport | null {
  const row = findDraftRow(access, draftId);
  const kept = row && keptIn(row);
  return kept && kept.plan === planHash(row.plan) ? kept.found : null;
}

/** Takes the answers that a comparison listed out of a draft. */
export function forgetComparison(access: Access, draftId: Id): void {
  const row = findDraftRow(access, draftId);
  if (!row || !keptIn(row)) return;
  changeDraft(access, draftId, { inspection: { ...row.inspection, reimport: undefined } });
}

const keptIn = ({ inspection }: Pick<DraftRow, 'inspection'>): Kept | null =>
  (inspection as { reimport?: Kept } | null)?.reimport ?? null;

/** The version that an import of the draft would supersede, by the names it has; null when none. */
export function supersededBy(access: Access, draftId: Id): ListedVersion | null {
  const row = findDraftRow(access, draftId);
  const [survey, wave] = [row?.surveyName?.trim(), row?.waveName?.trim()];
  return (
    listVersions(access).find((version) => version.survey === survey && version.wave === wave) ??
    null
  );
}
