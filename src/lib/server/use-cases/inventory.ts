import type { Id } from '$lib/base/id';
import type { Codebook, Labels } from '$lib/codebook/codebook';
import { indicators, inventory, recordIndicators } from '$lib/indicators';
import type { BenchmarkKind } from '$lib/indicators/benchmark';
import type { IndicatorDefinition, IndicatorFacts } from '$lib/indicators/definition';
import { questionsFor } from '$lib/indicators/propose/fits-input';
import type { Records } from '$lib/indicators/records';
import type { Access } from '$lib/server/access/access';
import { responsesOf, listVersions } from '$lib/server/db/queries/dataset-version';
import { listMappings, type StoredMapping } from '$lib/server/db/queries/indicator-mapping';
import { recordsOf } from './indicator-inputs';
import { wavesWithResponses } from './show-figure';

/** What keeps an indicator from being measured here, or where it stands: a sentence in `text`. */
export type Standing =
  | { state: 'measured'; measures: MeasureLink[] }
  | { state: 'assessed' }
  | { state: 'mappable'; why: 'unsure'; waveId: Id; key: string }
  | { state: 'mappable'; why: 'not-mapped'; waveId: Id; input: Labels }
  | { state: 'missing'; why: 'no-survey' }
  | { state: 'missing'; why: 'no-question'; input: Labels }
  | { state: 'missing'; why: 'no-benchmark'; kind: BenchmarkKind }
  | { state: 'missing'; why: 'no-records'; records: 'reviews' | 'benchmarks' | 'coalition' };

/** One measure of an indicator in a wave. */
export interface MeasureLink {
  key: string;
  labels: Labels;
  waveId: Id;
  wave: string;
}

export interface InventoryRow {
  facts: IndicatorFacts;
  standing: Standing;
}

interface WaveFacts {
  waveId: Id;
  name: string;
  codebook: Codebook;
  mappings: StoredMapping[];
}

/** The whole inventory with where each indicator stands in the workspace, newest wave first. */
export function inventoryRows(access: Access): InventoryRow[] {
  const waves = waveFacts(access);
  const records = recordsOf(access);
  return inventory.map((facts) => ({ facts, standing: standingOf(facts, waves, records) }));
}

/** Where one indicator stands; null when there is none of this id. */
export function inventoryRow(access: Access, id: string): InventoryRow | null {
  const facts = inventory.find((one) => one.id === id);
  return facts
    ? { facts, standing: standingOf(facts, waveFacts(access), recordsOf(access)) }
    : null;
}

function waveFacts(access: Access): WaveFacts[] {
  const versions = new Map(listVersions(access).map((one) => [one.waveId, one.versionId]));
  return wavesWithResponses(access).flatMap(({ wave }) => {
    const version = versions.get(wave.id);
    const codebook = version ? responsesOf(access, version)?.codebook : undefined;
    return codebook
      ? [{ waveId: wave.id, name: wave.name, codebook, mappings: listMappings(access, wave.id) }]
      : [];
  });
}

function standingOf(
  facts: IndicatorFacts,
  waves: readonly WaveFacts[],
  records: Records
): Standing {
  const definition = indicators.find(({ id }) => id === facts.id);
  return definition
    ? surveyStanding(definition, waves, records)
    : recordStanding(facts.id, records);
}

function recordStanding(id: string, records: Records): Standing {
  const definition = recordIndicators.find((one) => one.id === id);
  if (definition?.assess(records)) return { state: 'assessed' };
  return {
    state: 'missing',
    why: 'no-records',
    records: definition?.records[0] ?? 'benchmarks'
  };
}

function surveyStanding(
  { id, needs, benchmarks }: IndicatorDefinition,
  waves: readonly WaveFacts[],
  records: Records
): Standing {
  const mapped = waves.flatMap(({ waveId, name, mappings }) =>
    mappings
      .filter((one) => one.indicatorId === id)
      .map(({ key, labels, state }) => ({ key, labels, state, waveId, wave: name }))
  );
  const lacking = benchmarks.find((kind) => !records.benchmarks.some((one) => one.kind === kind));
  const measures = mapped.filter(({ state }) => state === 'proposed' || state === 'confirmed');
  if (measures.length > 0 && lacking === undefined)
    return {
      state: 'measured',
      measures: measures.map(({ key, labels, waveId, wave }) => ({ key, labels, waveId, wave }))
    };
  if (waves.length === 0) return { state: 'missing', why: 'no-survey' };
  if (lacking !== undefined) return { state: 'missing', why: 'no-benchmark', kind: lacking };
  const unsure = mapped.find(({ state }) => state === 'unsure');
  if (unsure) return { state: 'mappable', why: 'unsure', waveId: unsure.waveId, key: unsure.key };
  const required = needs.filter(({ optional }) => !optional);
  const missingIn = ({ codebook }: WaveFacts) =>
    required.find((spec) => questionsFor(spec, codebook).length === 0);
  const able = waves.find((one) => missingIn(one) === undefined);
  if (able)
    return {
      state: 'mappable',
      why: 'not-mapped',
      waveId: able.waveId,
      input: required[0]?.labels ?? {}
    };
  return { state: 'missing', why: 'no-question', input: missingIn(waves[0]!)?.labels ?? {} };
}
