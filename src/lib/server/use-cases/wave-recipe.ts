import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Benchmark } from '$lib/indicators/benchmark';
import type { IndicatorInstance } from '$lib/indicators/definition';
import { policyFor, type ReleasePolicy } from '$lib/privacy/policy';
import type { TableMethod, TableSource } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import {
  currentVersion,
  responsesOf,
  type findVersion
} from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import { benchmarksFor } from './indicator-inputs';
import { findInstance } from './mapping';
import { namedWeighting, type NamedWeighting } from './weighting-design';

/** What a figure asks for. The same query gives the same released table, whoever asks. */
export interface TableQuery {
  /** wave ids, oldest first; one, or several for change */
  waves: Id[];
  /** key of the instance: "unmet-need:rent" */
  instanceKey: string;
  /** variable that splits people; null = none */
  group: string | null;
  /** split by the area variable of the wave */
  withArea: boolean;
  /** member of the group variable the others are compared with */
  reference?: string | null;
}

/** Everything that made one wave's part of a table: what a frozen snapshot keeps and recomputes from. */
export interface WaveRecipe {
  waveId: Id;
  datasetVersionId: Id;
  contentSha256: string;
  instance: IndicatorInstance;
  design: StoredDesign | null;
  /** the weights made here that the design names, by the hash of their bytes */
  weighting?: NamedWeighting;
  population: number | null;
  area: string | null;
  policy: ReleasePolicy;
  /** published numbers the measure is put beside, as they stood */
  benchmarks?: Benchmark[];
}

/** What one wave brings to a query, or why it cannot. */
export function recipeOf(
  access: Access,
  waveId: Id,
  { instanceKey, group, withArea }: TableQuery
): Parsed<WaveRecipe> {
  const wave = findWave(access, waveId);
  if (!wave) return refused('no-such-wave', 'waves');
  const version = currentVersion(access, waveId);
  if (!version) return refused('wave-without-responses', 'waves', { wave: wave.name });
  const instance = findInstance(access, waveId, instanceKey);
  if (!instance)
    return refused('no-such-measure', 'instanceKey', { key: instanceKey, wave: wave.name });
  const known = responsesOf(access, version.versionId)?.codebook.variables ?? [];
  const canSplit = (name: string) =>
    known.some(
      (one) => one.name === name && one.kind === 'categorical' && one.role !== 'identifier'
    );
  if (group !== null && !canSplit(group))
    return refused('group-unknown', 'group', { group, wave: wave.name });
  const area = withArea ? wave.areaVariable : null;
  if (withArea && (area === null || !canSplit(area)))
    return refused('area-unknown', 'withArea', { wave: wave.name });
  const policy = policyFor({ ...wave, responses: version.imported });
  if (!policy.ok) return policy;
  const weighting = namedWeighting(access, wave.design);
  const benchmarks = benchmarksFor(access, instance);
  if (!benchmarks.ok) return benchmarks;
  return {
    ok: true,
    value: {
      waveId,
      datasetVersionId: version.versionId,
      contentSha256: version.contentSha256,
      instance,
      design: wave.design,
      ...(weighting && { weighting }),
      population: wave.population,
      area,
      policy: policy.value,
      ...(benchmarks.value.length > 0 && { benchmarks: benchmarks.value })
    }
  };
}

/** A wave's part in a table, for its source line. */
export const sourceOf = (
  wave: NonNullable<ReturnType<typeof findWave>>,
  version: NonNullable<ReturnType<typeof findVersion>>,
  { sampleType }: Pick<ReleasePolicy, 'sampleType'>
): TableSource => ({
  waveId: wave.id,
  datasetVersionId: version.versionId,
  surveyName: version.survey,
  waveName: wave.name,
  sampleType,
  fieldedFrom: wave.fieldedFrom,
  fieldedTo: wave.fieldedTo,
  responses: version.imported,
  ...(sampleType === 'census' && { population: wave.population }),
  isSample: wave.isSample
});

export const weightingWord = (design: StoredDesign | null): TableMethod['weighting'] =>
  design?.weight || design?.weightingId ? 'weighted' : 'unweighted';
