import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import { hasErrors, type Parsed } from '$lib/base/issue';
import { carriedName, withParent } from '$lib/survey/companions/with-parent';
import type { NamedSource } from '$lib/survey/containers/unpack';
import { executePlan } from '$lib/survey/execute';
import type { ImportPlan, RepeatPlan } from '$lib/survey/plan';
import { withPrivateIdentifiers } from '$lib/survey/protect/with-protection';
import type { Access } from '$lib/server/access/access';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { ColumnSpool } from '$lib/server/db/column-spool';
import { findWave } from '$lib/server/db/queries/survey';
import { datasetVersion, wave } from '$lib/server/db/schema';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import { importMeans } from '$lib/server/secrets/import-means';

/** A repeated group that has been read and waits to be written with its parent. */
export interface ReadRepeat {
  repeat: RepeatPlan;
  /** as it was carried out: with what each member's respondent adds */
  plan: ImportPlan;
  spool: ColumnSpool;
}

/**
 * Reads the repeated groups of a plan, each with what its respondents add. The spools are the caller's
 * to close, also those of an earlier group when a later one is refused: they are in `read` by then.
 *
 * @param files every file of the import by the name the plan knows it by, the one of responses among them
 * @param read gets what has been read
 */
export function readRepeats(
  access: Access,
  parent: { file: string; plan: ImportPlan },
  files: readonly NamedSource[],
  read: ReadRepeat[],
  work: { folder: string; onProgress: () => void }
): Parsed<null> {
  for (const repeat of parent.plan.repeats ?? []) {
    const source =
      files.find(({ name }) => name === repeat.file)?.source ??
      files.find(({ name }) => name === parent.file)?.source;
    if (!repeat.include || !source) continue;
    const plan = withPrivateIdentifiers(withParent(repeat, parent));
    const means = importMeans(access, plan);
    if (!means.ok) return means;
    const spool = new ColumnSpool(work.folder, means.value.seal);
    read.push({ repeat, plan, spool });
    executePlan(source, plan, spool, {
      ...means.value,
      companions: files,
      onProgress: work.onProgress
    });
    const { issues } = spool.summary;
    if (hasErrors(issues)) return { ok: false, issues };
  }
  return { ok: true, value: null };
}

/** The survey under which the members of a repeated group are kept. */
export const repeatSurvey = (survey: string, repeat: string): string =>
  `${survey.trim()}: ${repeat}`;

/**
 * Brings the waves of a version's repeated groups in line with the wave of its responses: who was asked,
 * when, and by which design. Members are clustered in their households: without a PSU in the design, the
 * variable that names their respondent is it. Call it whenever the wave is described anew.
 */
export function describeRepeats(access: Access, parentVersionId: Id): void {
  const { db, workspaceId } = access;
  const parent = db
    .select({ waveId: datasetVersion.waveId })
    .from(datasetVersion)
    .where(and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.id, parentVersionId)))
    .get();
  const facts = parent && findWave(access, parent.waveId);
  if (!facts) return;
  const children = db
    .select({ id: datasetVersion.id, waveId: datasetVersion.waveId })
    .from(datasetVersion)
    .where(
      and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.repeatOf, parentVersionId))
    )
    .all();
  for (const child of children) {
    const { sampleType, fieldedFrom, fieldedTo, universe, mode, sponsor, weighting, limits } =
      facts;
    const { threshold, thresholdReason, areaSetId, groupNames, groupWords } = facts;
    const { variables } = readCodebook(db, child.id);
    const names = new Set(variables.map(({ name }) => name));
    const carried = (name: string | null): string | null => {
      if (name === null) return null;
      // A variable of the members themselves may have the same name: then ours has a longer one.
      const longer = carriedName(name, new Set([name]));
      return names.has(longer) ? longer : names.has(name) ? name : null;
    };
    const key = variables.filter(({ role }) => role === 'psu')[0]?.name ?? null;
    db.update(wave)
      .set({
        sampleType,
        fieldedFrom,
        fieldedTo,
        universe,
        mode,
        sponsor,
        weighting,
        limits,
        threshold,
        thresholdReason,
        areaSetId,
        groupNames,
        groupWords,
        areaVariable: carried(facts.areaVariable),
        design: designOf(facts.design, carried, key)
      })
      .where(and(eq(wave.workspaceId, workspaceId), eq(wave.id, child.waveId)))
      .run();
  }
}

function designOf(
  parent: StoredDesign | null,
  carried: (name: string | null) => string | null,
  key: string | null
): StoredDesign {
  const { strata = null, psu = null, weight = null, fpc = null } = parent ?? {};
  return {
    strata: carried(strata),
    psu: carried(psu) ?? key,
    weight: carried(weight),
    // Counted in PSUs of the responses: households where they have none.
    fpc: psu === null ? null : carried(fpc),
    nest: parent?.nest ?? false,
    lonely: parent?.lonely ?? 'adjust'
  };
}
