import { and, eq } from 'drizzle-orm';
import { newId, type Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import type { Codebook, Labels } from '$lib/codebook/codebook';
import { indicators } from '$lib/indicators';
import type { IndicatorInstance, MappedInput } from '$lib/indicators/definition';
import { groupVariables, type GroupVariable } from '$lib/indicators/propose/group-variables';
import { proposeMappings } from '$lib/indicators/propose/propose-mappings';
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
  const kept = listMappings(access, waveId).filter(({ state }) => state !== 'proposed');
  const isKept = new Set(kept.map(({ indicatorId, key }) => `${indicatorId} ${key}`));
  const proposed = proposeMappings(codebook.value).filter(
    ({ indicatorId, key }) => !isKept.has(`${indicatorId} ${key}`)
  );
  const { db, workspaceId } = access;
  db.transaction((tx) => {
    tx.delete(indicatorMapping)
      .where(
        and(
          eq(indicatorMapping.workspaceId, workspaceId),
          eq(indicatorMapping.waveId, waveId),
          eq(indicatorMapping.state, 'proposed')
        )
      )
      .run();
    const now = Date.now();
    proposed.forEach((instance, i) =>
      tx
        .insert(indicatorMapping)
        // Ids sort by time, so one millisecond each keeps the order of the form.
        .values({ ...instance, id: newId(now + i), workspaceId, waveId, state: 'proposed' })
        .run()
    );
    recordAudit(access, {
      action: 'propose',
      entity: 'indicator-mapping',
      entityId: waveId,
      after: { proposed: proposed.length, kept: kept.length }
    });
  });
  return { ok: true, value: { proposed: proposed.length, kept: kept.length } };
}

export interface MappingInput {
  waveId: Id;
  indicatorId: string;
  key: string;
  labels: Labels;
  inputs: Record<string, MappedInput>;
  state: 'confirmed' | 'off';
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
          .values({ ...input, workspaceId })
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

/** A wave's indicators that are not turned off: proposed and confirmed, in the order of the form. */
export const listInstances = (access: Access, waveId: Id): (StoredMapping & IndicatorInstance)[] =>
  listMappings(access, waveId).filter(({ state }) => state !== 'off');

/** The instance of a key, as the definitions read it; null when the wave has none. */
export function findInstance(access: Access, waveId: Id, key: string): IndicatorInstance | null {
  const mapping = findMapping(access, waveId, key);
  if (!mapping) return null;
  const { indicatorId, labels, inputs } = mapping;
  return { indicatorId, key, labels, inputs };
}

/** Questions by which a wave's people can be split, its area variable left out. */
export function listGroups(access: Access, waveId: Id): GroupVariable[] {
  const codebook = codebookOf(access, waveId);
  const area = findWave(access, waveId)?.areaVariable;
  return codebook.ok ? groupVariables(codebook.value).filter(({ name }) => name !== area) : [];
}

function codebookOf(access: Access, waveId: Id): Parsed<Codebook> {
  if (!findWave(access, waveId)) return refused('no-such-wave');
  const version = currentVersion(access, waveId);
  if (!version) return refused('wave-without-responses');
  return { ok: true, value: readCodebook(access.db, version.versionId) };
}

function mappingIssues({ indicatorId, inputs }: MappingInput, { variables }: Codebook): Issue[] {
  const definition = indicators.find(({ id }) => id === indicatorId);
  if (!definition) return refused('no-such-indicator', 'indicatorId').issues;
  const issues: Issue[] = [];
  const error = (code: string, field: string, params: Issue['params'] = {}): void => {
    issues.push({ code, severity: 'error', where: { field }, params });
  };
  for (const { id, optional } of definition.needs) {
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
    if (input.yes.length === 0) error('nothing-counts', id);
    const codes = new Set(known.flatMap((one) => one?.categories.map(({ code }) => code) ?? []));
    const strange = [...input.yes, ...input.no].find((code) => codes.size > 0 && !codes.has(code));
    if (strange !== undefined) error('code-unknown', id, { code: strange });
    const both = input.yes.find((code) => input.no.includes(code));
    if (both !== undefined) error('code-both-ways', id, { code: both });
  }
  return issues;
}
