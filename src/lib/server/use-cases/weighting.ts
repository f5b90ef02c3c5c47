import { and, eq, inArray } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import {
  makeWeights as compute,
  type MadeWeights,
  type TrimRule,
  type TypedMargin,
  type WeightingReport,
  type WeightingTask
} from '$lib/estimation/weighting';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { currentVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import { claimsRestingOn } from '$lib/server/db/queries/evidence';
import { findWave } from '$lib/server/db/queries/survey';
import {
  findWeighting,
  insertWeighting,
  type WeightingBase,
  type WeightingRequest
} from '$lib/server/db/queries/weighting';
import { claim, wave } from '$lib/server/db/schema';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import type { StoredResponses } from '$lib/server/db/stored-responses';
import { workers, type WorkerPool } from '$lib/server/jobs/pool';
import { supersededSnapshots } from './recompute-snapshot';
import { noDesign, waveDesign } from './wave-design';
import { weightingOf } from './weighting-design';
import { baseWeights, marginsOver, resolveMargins } from './weighting-inputs';

/** Weights that somebody asks for. */
export interface WeightingAsked {
  method: WeightingRequest['method'];
  base: WeightingBase;
  margins: TypedMargin[];
  /** people that every margin is scaled to; null = margins must agree */
  total: number | null;
  missing: WeightingRequest['missing'];
  trim: TrimRule | null;
}

export interface MadeWeighting {
  weightingId: Id;
  sha256: string;
  request: WeightingRequest;
  report: WeightingReport;
}

/** Up to here weights are made at once; larger files go to a worker, so that pages keep answering. */
const rowsAtOnce = 20_000;

/** Weights with what they were made from. */
export interface ComputedWeighting extends MadeWeights {
  versionId: Id;
  request: WeightingRequest;
}

/**
 * Weights for the answers a wave has now, without keeping them.
 *
 * Refused: `no-such-wave`, `wave-without-responses`, `margins-none`, `poststratify-one-margin`, the
 * reasons of `resolveMargins`, of `baseWeights` and of making weights.
 *
 * @param pool null = make them here, however many there are (the command line)
 */
export async function computeWeights(
  access: Access,
  waveId: Id,
  asked: WeightingAsked,
  pool: WorkerPool | null = workers()
): Promise<Parsed<ComputedWeighting>> {
  const row = findWave(access, waveId);
  if (!row) return refused('no-such-wave');
  const version = currentVersion(access, waveId);
  const responses = version && responsesOf(access, version.versionId);
  if (!version || !responses) return refused('wave-without-responses');
  if (asked.method !== 'casper' && asked.margins.length === 0)
    return refused('margins-none', 'margins');
  if (asked.method === 'poststratify' && asked.margins.length > 1)
    return refused('poststratify-one-margin', 'margins');
  const base = baseWeights(responses, asked.base);
  if (!base.ok) return { ok: false, issues: base.issues.map((one) => inWords(responses, one)) };
  const margins = resolveMargins(responses, asked.margins, peopleOf(asked, row, base.value));
  if (!margins.ok) return margins;
  const request: WeightingRequest = { ...asked, margins: margins.value };
  const task: WeightingTask = {
    base: base.value,
    margins: marginsOver(responses, request.margins),
    total: request.total,
    missing: request.missing,
    trim: request.trim
  };
  const made =
    pool && responses.rows > rowsAtOnce
      ? await pool.run<Parsed<MadeWeights>>('weighting', task)
      : compute(task);
  if (!made.ok) return { ok: false, issues: made.issues.map((issue) => inWords(responses, issue)) };
  const { report } = made.value;
  const notes = [...shareNotes(asked, request), ...report.notes];
  return {
    ok: true,
    value: { ...made.value, report: { ...report, notes }, versionId: version.versionId, request }
  };
}

/**
 * Makes weights for the answers a wave has now and keeps them with their report. Nothing uses them
 * until `useWeights`. Refused: the reasons of `computeWeights`.
 */
export async function makeWeights(
  access: Access,
  waveId: Id,
  asked: WeightingAsked,
  pool: WorkerPool | null = workers()
): Promise<Parsed<MadeWeighting>> {
  const computed = await computeWeights(access, waveId, asked, pool);
  if (!computed.ok) return computed;
  const { versionId, request, report, weights, start } = computed.value;
  return access.db.transaction((): Parsed<MadeWeighting> => {
    const kept = insertWeighting(access, {
      datasetVersionId: versionId,
      request,
      report,
      weights,
      start
    });
    // While a worker was busy the version may have been undone.
    if (!kept) return refused('wave-without-responses');
    const { id, sha256 } = kept;
    recordAudit(access, {
      action: 'make-weights',
      entity: 'wave',
      entityId: waveId,
      after: { weighting: id, sha256, method: request.method }
    });
    return { ok: true, value: { weightingId: id, sha256, request, report } };
  });
}

/** Says which targets were read as shares, and of how many people. */
function shareNotes({ margins }: WeightingAsked, request: WeightingRequest): Issue[] {
  return margins.flatMap(({ isShare, cells }, m): Issue[] => {
    const made = request.margins[m];
    if (!isShare || !made) return [];
    const sum = (parts: readonly { target: number }[]): number =>
      Number(parts.reduce((all, { target }) => all + target, 0).toPrecision(12));
    const params = {
      variable: made.variables.join(', '),
      sum: sum(cells),
      people: sum(made.cells)
    };
    return [{ code: 'margin-shares', severity: 'note', where: {}, params }];
  });
}

/** People that shares are of: as asked, those of the first margin of counts, the wave's, the weights'. */
function peopleOf(
  { total, margins }: WeightingAsked,
  { population }: { population: number | null },
  base: Float64Array
): number {
  const counts = margins.find(({ isShare }) => !isShare);
  const sumOfCounts = counts?.cells.reduce((sum, { target }) => sum + target, 0);
  return total ?? sumOfCounts ?? population ?? base.reduce((sum, weight) => sum + weight, 0);
}

/** Fields of a request that a problem can stand at; any other is one of its margins. */
const fields = ['base', 'cluster', 'households', 'total', 'trim'];

/** An issue with the label of its category in place of the code, at a field of the request. */
function inWords({ codebook }: StoredResponses, issue: Issue): Issue {
  const { variable: name, category: code } = issue.params;
  const variable = codebook.variables.find((one) => one.name === name);
  const known = issue.where.field;
  const field = known && fields.includes(known) ? known : 'margins';
  const where = { ...issue.where, field };
  if (!variable) return { ...issue, where };
  const category = variable.categories.find((one) => one.code === code);
  return {
    ...issue,
    where,
    params: {
      ...issue.params,
      ...(category && { category: labelIn(category.labels, 'en') || category.code })
    }
  };
}

/**
 * Uses weights made here for every estimate of a wave, or with null those of its file again. Approved
 * claims that rest on other weights turn stale, as with new answers.
 *
 * Refused: `no-such-wave`, `no-such-weighting`, and `design-...` where the
 * sampling design does not fit the weights.
 */
export function useWeights(
  access: Access,
  waveId: Id,
  weightingId: Id | null
): Parsed<{ waveId: Id }> {
  const row = findWave(access, waveId);
  if (!row) return refused('no-such-wave');
  const design = withWeighting(row.design, weightingId);
  if (weightingId !== null) {
    const version = currentVersion(access, waveId);
    const responses = version && responsesOf(access, version.versionId);
    if (!version || !responses || !findWeighting(access, weightingId))
      return refused('no-such-weighting');
    const made = weightingOf(access, design, version.versionId);
    if (!made.ok) return made;
    const usable = waveDesign(responses, design, made.value);
    if (!usable.ok) return usable;
  }
  access.db.transaction((tx) => {
    tx.update(wave)
      .set({ design })
      .where(and(eq(wave.workspaceId, access.workspaceId), eq(wave.id, waveId)))
      .run();
    markStaleClaims(access);
    recordAudit(access, {
      action: 'use-weights',
      entity: 'wave',
      entityId: waveId,
      before: { weighting: row.design?.weightingId ?? null },
      after: { weighting: weightingId }
    });
  });
  return { ok: true, value: { waveId } };
}

function withWeighting(design: StoredDesign | null, id: Id | null): StoredDesign | null {
  const { weightingId: _, ...rest } = design ?? noDesign;
  if (id !== null) return { ...rest, weightingId: id };
  const isEmpty = !rest.strata && !rest.psu && !rest.weight && !rest.fpc && !rest.replicates;
  return isEmpty ? null : rest;
}

/** Checked and approved claims whose figures rest on data or weights that are not in use any more. */
function markStaleClaims(access: Access): void {
  const stale = supersededSnapshots(access);
  const ids = claimsRestingOn(access, [...stale]);
  if (ids.length === 0) return;
  access.db
    .update(claim)
    .set({ status: 'stale' })
    .where(
      and(
        eq(claim.workspaceId, access.workspaceId),
        inArray(claim.id, ids),
        inArray(claim.status, ['checked', 'approved'])
      )
    )
    .run();
}
