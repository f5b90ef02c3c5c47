import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import type { Labels } from '$lib/codebook/codebook';
import { defaultThreshold, thresholds } from '$lib/privacy/policy';
import type { SampleType } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import { wave } from '$lib/server/db/schema';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import { describeRepeats } from './import-repeats';
import { noDesign } from './wave-design';

/** What people say about a wave: who was asked, how, when, and by which design. */
export interface WaveFacts {
  sampleType: SampleType | null;
  population: number | null;
  fieldedFrom: string | null;
  fieldedTo: string | null;
  universe: Labels | null;
  mode: Labels | null;
  sponsor: string | null;
  weighting: Labels | null;
  limits: Labels | null;
  design: StoredDesign | null;
  areaVariable: string | null;
  /** null: the usual one of the sample type */
  threshold: number | null;
  thresholdReason: string | null;
}

/** Facts of a wave nobody has described yet. */
export const noFacts: WaveFacts = {
  sampleType: null,
  population: null,
  fieldedFrom: null,
  fieldedTo: null,
  universe: null,
  mode: null,
  sponsor: null,
  weighting: null,
  limits: null,
  design: null,
  areaVariable: null,
  threshold: null,
  thresholdReason: null
};

/** What is wrong with facts, field by field; a survey without a sample type cannot be described. */
export function factIssues(facts: WaveFacts, responses: number): Issue[] {
  const issues: Issue[] = [];
  const error = (code: string, field: string): void => {
    issues.push({ code, severity: 'error', where: { field }, params: {} });
  };
  if (facts.sampleType === null) error('sample-type-missing', 'sampleType');
  if (facts.population !== null && facts.population < responses)
    error('population-below-responses', 'population');
  if (facts.fieldedFrom && facts.fieldedTo && facts.fieldedTo < facts.fieldedFrom)
    error('field-dates-reversed', 'fieldedTo');
  if (facts.threshold !== null) {
    if (!thresholds.some((offered) => offered === facts.threshold))
      error('threshold-not-offered', 'threshold');
    else if (
      facts.threshold !== defaultThreshold({ ...facts, responses }) &&
      !facts.thresholdReason?.trim()
    )
      error('threshold-reason-missing', 'thresholdReason');
  }
  return issues;
}

/**
 * Keeps what people say about a wave, with its sampling design.
 *
 * Refused: `no-such-wave`, `sample-type-missing`, `population-below-responses`,
 * `field-dates-reversed`, `threshold-not-offered`, `threshold-reason-missing`, and
 * `design-variable-unknown` when the current version lacks a variable that the design names.
 */
export function describeWave(access: Access, waveId: Id, facts: WaveFacts): Parsed<{ waveId: Id }> {
  const before = findWave(access, waveId);
  if (!before) return refused('no-such-wave');
  const version = currentVersion(access, waveId);
  const issues = factIssues(facts, version?.imported ?? 0);
  if (version) {
    const known = new Set(readCodebook(access.db, version.versionId).variables.map((v) => v.name));
    const { design } = facts;
    const named = [
      ['strata', design?.strata],
      ['psu', design?.psu],
      ['weight', design?.weight],
      ['fpc', design?.fpc],
      ['areaVariable', facts.areaVariable]
    ] as const;
    for (const [field, name] of named)
      if (name && !known.has(name))
        issues.push({
          code: 'design-variable-unknown',
          severity: 'error',
          where: { field },
          params: { variable: name }
        });
  }
  if (issues.length > 0) return { ok: false, issues };
  access.db.transaction((tx) => {
    tx.update(wave)
      .set({ ...facts, design: keepMade(before.design, facts.design) })
      .where(and(eq(wave.workspaceId, access.workspaceId), eq(wave.id, waveId)))
      .run();
    if (version) describeRepeats(access, version.versionId);
    recordAudit(access, {
      action: 'update',
      entity: 'wave',
      entityId: waveId,
      before: changed(factsOf(before), facts),
      after: changed(facts, factsOf(before))
    });
  });
  return { ok: true, value: { waveId } };
}

/** A form says nothing of weights made here and of replicates: what it leaves out stays. */
function keepMade(before: StoredDesign | null, after: StoredDesign | null): StoredDesign | null {
  const kept: Partial<StoredDesign> = {
    ...(before?.weightingId && { weightingId: before.weightingId }),
    ...(before?.replicates && { replicates: before.replicates })
  };
  if (Object.keys(kept).length === 0) return after;
  return { ...kept, ...(after ?? noDesign) };
}

/** The facts a wave has. */
export function factsOf(row: NonNullable<ReturnType<typeof findWave>>): WaveFacts {
  const { sampleType, population, fieldedFrom, fieldedTo, universe, mode, sponsor } = row;
  const { weighting, limits, design, areaVariable, threshold, thresholdReason } = row;
  return {
    sampleType,
    population,
    fieldedFrom,
    fieldedTo,
    universe,
    mode,
    sponsor,
    weighting,
    limits,
    design,
    areaVariable,
    threshold,
    thresholdReason
  };
}

/** The fields of the first that differ in the second. */
const changed = (facts: WaveFacts, other: WaveFacts): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(other[field as keyof WaveFacts])
    )
  );
