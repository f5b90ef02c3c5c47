import { and, eq, inArray } from 'drizzle-orm';
import { newId, type Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import type { Codebook, Labels } from '$lib/codebook/codebook';
import { indicators } from '$lib/indicators';
import type { IndicatorInstance, MappedInput } from '$lib/indicators/definition';
import { groupVariables, type GroupVariable } from '$lib/indicators/propose/group-variables';
import { inputKeys } from '$lib/indicators/input-keys';
import { decideLevel } from '$lib/indicators/levels';
import { proposeBeside } from '$lib/indicators/propose/beside-benchmarks';
import { proposeMappings, type Proposal } from '$lib/indicators/propose/propose-mappings';
import { speaksForWholeOnly } from '$lib/privacy/sample-type';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import {
  findMapping,
  listMappings,
  type StoredMapping
} from '$lib/server/db/queries/indicator-mapping';
import { listBenchmarks } from '$lib/server/db/queries/indicator-inputs';
import { findWave } from '$lib/server/db/queries/survey';
import { indicatorMapping } from '$lib/server/db/schema';

/**
 * Proposes what a wave's questions can feed, from its codebook alone. What a person has confirmed or
 * turned off stays as it is; earlier proposals are replaced.
 *
 * Refused: `no-such-wave`, `wave-without-responses`.
 */
export function proposeForWave(
  access: Access,
  waveId: Id
): Parsed<{ proposed: number; kept: number }> {
  const codebook = codebookOf(access, waveId);
  if (!codebook.ok) return codebook;
  const before = listMappings(access, waveId);
  const kept = before.filter(({ state }) => state === 'confirmed' || state === 'off');
  const isKept = new Set(kept.map(nameOf));
  const found = proposeMappings(codebook.value);
  const beside = proposeBeside([...found, ...kept], codebook.value, listBenchmarks(access));
  const proposed = [...found, ...beside].filter((one) => !isKept.has(nameOf(one)));
  const { db, workspaceId } = access;
  db.transaction((tx) => {
    tx.delete(indicatorMapping)
      .where(
        and(
          eq(indicatorMapping.workspaceId, workspaceId),
          eq(indicatorMapping.waveId, waveId),
          inArray(indicatorMapping.state, ['proposed', 'unsure'])
        )
      )
      .run();
    insertProposals(access, waveId, proposed, before);
    recordAudit(access, {
      action: 'propose',
      entity: 'indicator-mapping',
      entityId: waveId,
      after: { proposed: proposed.length, kept: kept.length }
    });
  });
  return { ok: true, value: { proposed: proposed.length, kept: kept.length } };
}

/**
 * Adds what new published numbers make possible in a wave; nothing that is there changes.
 *
 * Refused: `no-such-wave`, `wave-without-responses`.
 */
export function proposeForBenchmarks(access: Access, waveId: Id): Parsed<{ proposed: number }> {
  const codebook = codebookOf(access, waveId);
  if (!codebook.ok) return codebook;
  const before = listMappings(access, waveId);
  const isThere = new Set(before.map(nameOf));
  const proposed = proposeBeside(before, codebook.value, listBenchmarks(access)).filter(
    (one) => !isThere.has(nameOf(one))
  );
  insertProposals(access, waveId, proposed, []);
  return { ok: true, value: { proposed: proposed.length } };
}

const nameOf = ({ indicatorId, key }: Pick<IndicatorInstance, 'indicatorId' | 'key'>): string =>
  `${indicatorId} ${key}`;

/** Writes proposals in their order; words a person gave an earlier proposal of the name stay. */
function insertProposals(
  { db, workspaceId }: Access,
  waveId: Id,
  proposals: readonly Proposal[],
  before: readonly StoredMapping[]
): void {
  const now = Date.now();
  const said = new Map(before.map((one) => [nameOf(one), one.predicate]));
  proposals.forEach(({ isUnsure, ...instance }, i) =>
    db
      .insert(indicatorMapping)
      // Ids sort by time, so one millisecond each keeps the order of the form.
      .values({
        ...instance,
        ...levelColumns(instance.indicatorId),
        id: newId(now + i),
        workspaceId,
        waveId,
        predicate: said.get(nameOf(instance)) ?? null,
        state: isUnsure ? 'unsure' : 'proposed'
      })
      .run()
  );
}

/** Level of the whole population's number with the rule that decided it, as stored with a mapping. */
function levelColumns(indicatorId: string): Pick<StoredMapping, 'level' | 'levelRule'> {
  const definition = indicators.find(({ id }) => id === indicatorId);
  if (!definition) return { level: null, levelRule: null };
  const { unitOfAnalysis, claim, lever } = definition;
  const whole = { group: null, area: null };
  const { level, rule } = decideLevel({ unitOfAnalysis, claim, lever, split: whole });
  return { level, levelRule: rule };
}

export interface MappingInput {
  waveId: Id;
  indicatorId: string;
  key: string;
  labels: Labels;
  inputs: Record<string, MappedInput>;
  /** `unsure`: kept for later; it is not shown before it is confirmed */
  state: 'confirmed' | 'off' | 'unsure';
}

/**
 * Keeps a mapping as a person wants it: confirmed, changed or turned off; a new key makes a new one.
 *
 * Refused: `no-such-wave`, `wave-without-responses`, `no-such-indicator`, and what does not fit the
 * codebook: `input-missing`, `variable-unknown`, `code-unknown`, `code-both-ways`, `nothing-counts`.
 */
export function saveMapping(access: Access, input: MappingInput): Parsed<StoredMapping> {
  const codebook = codebookOf(access, input.waveId);
  if (!codebook.ok) return codebook;
  const issues = mappingIssues(input, codebook.value);
  if (issues.length > 0) return { ok: false, issues };
  const { db, workspaceId } = access;
  const before = listMappings(access, input.waveId).find(
    ({ indicatorId, key }) => indicatorId === input.indicatorId && key === input.key
  );
  const { labels, inputs, state } = input;
  const saved = db.transaction((tx) => {
    const row = before
      ? tx
          .update(indicatorMapping)
          .set({ labels, inputs, state })
          .where(
            and(eq(indicatorMapping.workspaceId, workspaceId), eq(indicatorMapping.id, before.id))
          )
          .returning()
          .get()
      : tx
          .insert(indicatorMapping)
          .values({ ...input, ...levelColumns(input.indicatorId), workspaceId })
          .returning()
          .get();
    recordAudit(access, {
      action: before ? 'change' : 'create',
      entity: 'indicator-mapping',
      entityId: row.id,
      ...(before && { before: { inputs: before.inputs, state: before.state } }),
      after: { inputs, state }
    });
    return row;
  });
  return { ok: true, value: saved };
}

/** A wave's indicators that may be shown: proposed and confirmed, in the order of the form. */
export const listInstances = (access: Access, waveId: Id): (StoredMapping & IndicatorInstance)[] =>
  listMappings(access, waveId).filter(({ state }) => state === 'proposed' || state === 'confirmed');

/** The instance of a key, as the definitions read it; null when the wave has none. */
export function findInstance(access: Access, waveId: Id, key: string): IndicatorInstance | null {
  const mapping = findMapping(access, waveId, key);
  if (!mapping) return null;
  const { indicatorId, labels, inputs } = mapping;
  return { indicatorId, key, labels, inputs };
}

/**
 * Questions by which a wave's people can be split, its area variable left out. None for a sample that
 * speaks for its whole community only.
 */
export function listGroups(access: Access, waveId: Id): GroupVariable[] {
  const codebook = codebookOf(access, waveId);
  const wave = findWave(access, waveId);
  if (wave?.sampleType && speaksForWholeOnly(wave.sampleType)) return [];
  const area = wave?.areaVariable;
  return codebook.ok ? groupVariables(codebook.value).filter(({ name }) => name !== area) : [];
}

function codebookOf(access: Access, waveId: Id): Parsed<Codebook> {
  if (!findWave(access, waveId)) return refused('no-such-wave');
  const version = currentVersion(access, waveId);
  if (!version) return refused('wave-without-responses');
  return { ok: true, value: readCodebook(access.db, version.versionId) };
}

function mappingIssues(
  { indicatorId, inputs, state }: MappingInput,
  { variables }: Codebook
): Issue[] {
  const definition = indicators.find(({ id }) => id === indicatorId);
  if (!definition) return refused('no-such-indicator', 'indicatorId').issues;
  const issues: Issue[] = [];
  const error = (code: string, field: string, params: Issue['params'] = {}): void => {
    issues.push({ code, severity: 'error', where: { field }, params });
  };
  const wanted = definition.needs.flatMap((spec) => {
    const keys = inputKeys(spec, inputs);
    return (keys.length > 0 ? keys : [spec.id]).map((id) => ({ ...spec, id }));
  });
  for (const { id, optional, numbers } of wanted) {
    const input = inputs[id];
    if (!input || input.variables.length === 0) {
      if (!optional) error('input-missing', id);
      continue;
    }
    const known = input.variables.map((name) => variables.find((one) => one.name === name));
    const unknown = input.variables.find((_, i) => !known[i]);
    if (unknown !== undefined) {
      error('variable-unknown', id, { variable: unknown });
      continue;
    }
    if (input.yes.length === 0 && !numbers && state !== 'unsure') error('nothing-counts', id);
    const codes = new Set(known.flatMap((one) => one?.categories.map(({ code }) => code) ?? []));
    const strange = [...input.yes, ...input.no].find((code) => codes.size > 0 && !codes.has(code));
    if (strange !== undefined) error('code-unknown', id, { code: strange });
    const both = input.yes.find((code) => input.no.includes(code));
    if (both !== undefined) error('code-both-ways', id, { code: both });
  }
  return issues;
}
