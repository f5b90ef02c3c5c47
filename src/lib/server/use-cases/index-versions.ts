import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import { pointsToGive, weightsFrom } from '$lib/composite/allocation';
import type { Aggregation, IndexIndicator } from '$lib/composite/definition';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import {
  findIndex,
  findIndexByName,
  findIndexVersion,
  listAllocations,
  listIndexVersions
} from '$lib/server/db/queries/composite-index';
import { compositeIndex, indexAllocation, indexVersion } from '$lib/server/db/schema';
import { indexChoices } from './index-choices';

/** How a version is made, as a person fills it in. */
export interface IndexVersionInput {
  indicators: Omit<IndexIndicator, 'labels'>[];
  aggregation: Aggregation;
  note: string;
}

/**
 * Makes an index with its first version.
 *
 * Refused: `index-name-missing`, `index-name-taken`, and the reasons of `addIndexVersion`.
 */
export function createIndex(
  access: Access,
  { name, ...input }: IndexVersionInput & { name: string }
): Parsed<{ indexId: Id; versionId: Id }> {
  const trimmed = name.trim();
  const issues = versionIssues(access, input);
  if (trimmed === '') issues.unshift(issue('index-name-missing', 'name'));
  else if (findIndexByName(access, trimmed)) issues.unshift(issue('index-name-taken', 'name'));
  if (issues.length > 0) return { ok: false, issues };
  const { db, workspaceId, userId } = access;
  return db.transaction((tx) => {
    const { id: indexId } = tx
      .insert(compositeIndex)
      .values({ workspaceId, name: trimmed, createdBy: userId ?? 'program' })
      .returning({ id: compositeIndex.id })
      .get();
    recordAudit(access, {
      action: 'create',
      entity: 'composite-index',
      entityId: indexId,
      after: { name: trimmed }
    });
    return { ok: true, value: { indexId, versionId: insertVersion(access, indexId, 1, input) } };
  });
}

/**
 * Adds a version to an index. Earlier versions, and what they give, stay as they are.
 *
 * Refused: `not-here`; `index-too-few` under two indicators; `index-measure-unknown` for one that no
 * wave measures by area; `goalposts-unreadable`, `goalposts-order`; `index-measure-twice`.
 */
export function addIndexVersion(
  access: Access,
  indexId: Id,
  input: IndexVersionInput
): Parsed<{ versionId: Id }> {
  if (!findIndex(access, indexId)) return refused('not-here');
  const issues = versionIssues(access, input);
  if (issues.length > 0) return { ok: false, issues };
  const [newest] = listIndexVersions(access, indexId);
  return access.db.transaction(() => ({
    ok: true,
    value: { versionId: insertVersion(access, indexId, (newest?.number ?? 0) + 1, input) }
  }));
}

function insertVersion(
  access: Access,
  indexId: Id,
  number: number,
  { indicators, aggregation, note }: IndexVersionInput
): Id {
  const labels = new Map(indexChoices(access).map((choice) => [choice.key, choice.labels]));
  const row = {
    number,
    aggregation,
    note: note.trim(),
    indicators: indicators.map(({ key, direction, low, high }) => ({
      key,
      labels: labels.get(key) ?? { und: key },
      direction,
      low,
      high
    }))
  };
  const { id } = access.db
    .insert(indexVersion)
    .values({
      ...row,
      workspaceId: access.workspaceId,
      indexId,
      createdBy: access.userId ?? 'program'
    })
    .returning({ id: indexVersion.id })
    .get();
  recordAudit(access, { action: 'create', entity: 'index-version', entityId: id, after: row });
  return id;
}

const issue = (code: string, field: string, params: Issue['params'] = {}): Issue => ({
  code,
  severity: 'error',
  where: { field },
  params
});

function versionIssues(
  access: Access,
  { indicators }: Pick<IndexVersionInput, 'indicators'>
): Issue[] {
  const known = new Set(indexChoices(access).map(({ key }) => key));
  const issues: Issue[] = [];
  if (indicators.length < 2) issues.push(issue('index-too-few', 'use'));
  if (new Set(indicators.map(({ key }) => key)).size < indicators.length)
    issues.push(issue('index-measure-twice', 'use'));
  for (const { key, low, high } of indicators) {
    if (!known.has(key)) issues.push(issue('index-measure-unknown', 'use'));
    if (![low, high].every((post) => post >= 0 && post <= 1))
      issues.push(issue('goalposts-unreadable', `low:${key}`));
    else if (low >= high) issues.push(issue('goalposts-order', `low:${key}`));
  }
  return issues;
}

/**
 * Keeps how the asker's organization divides 100 points among the indicators of a version, in place of
 * its earlier division.
 *
 * Refused: `not-here`; `weights-settled`; `points-unreadable` for less than 0 or an unknown indicator;
 * `points-sum` when they do not add up to 100.
 */
export function givePoints(
  access: Access,
  indexVersionId: Id,
  points: { key: string; points: number }[]
): Parsed<{ total: number }> {
  const version = findIndexVersion(access, indexVersionId);
  if (!version) return refused('not-here');
  if (version.settledAt) return refused('weights-settled');
  const keys = version.indicators.map(({ key }) => key);
  const wrong = points.find((one) => !keys.includes(one.key) || !(one.points >= 0));
  if (wrong) return refused('points-unreadable', `points:${wrong.key}`);
  const total = points.reduce((sum, one) => sum + one.points, 0);
  if (Math.abs(total - pointsToGive) > 1e-9)
    return refused('points-sum', 'points', { total: Math.round(total * 100) / 100 });
  const given = Object.fromEntries(points.map((one) => [one.key, one.points]));
  const { db, workspaceId, organizationId, userId } = access;
  const before = listAllocations(access, indexVersionId).find(
    (row) => row.organizationId === organizationId
  );
  db.transaction((tx) => {
    if (before)
      tx.update(indexAllocation)
        .set({ points: given, givenBy: userId ?? 'program' })
        .where(and(eq(indexAllocation.workspaceId, workspaceId), eq(indexAllocation.id, before.id)))
        .run();
    else
      tx.insert(indexAllocation)
        .values({
          workspaceId,
          indexVersionId,
          organizationId,
          points: given,
          givenBy: userId ?? 'program'
        })
        .run();
    recordAudit(access, {
      action: before ? 'change' : 'create',
      entity: 'index-allocation',
      entityId: indexVersionId,
      ...(before && { before: { points: before.points } }),
      after: { points: given }
    });
  });
  return { ok: true, value: { total } };
}

/**
 * Settles the weights of a version for good: the mean of what the organizations gave, equal weights
 * where nobody gave any. After this nothing of the version changes.
 *
 * Refused: `not-here`; `weights-settled`.
 */
export function settleWeights(access: Access, indexVersionId: Id): Parsed<{ weights: number[] }> {
  const version = findIndexVersion(access, indexVersionId);
  if (!version) return refused('not-here');
  if (version.settledAt) return refused('weights-settled');
  const weights = weightsOfVersion(access, indexVersionId);
  access.db.transaction((tx) => {
    tx.update(indexVersion)
      .set({ weights, settledAt: new Date() })
      .where(
        and(eq(indexVersion.workspaceId, access.workspaceId), eq(indexVersion.id, indexVersionId))
      )
      .run();
    recordAudit(access, {
      action: 'settle',
      entity: 'index-version',
      entityId: indexVersionId,
      after: { weights }
    });
  });
  return { ok: true, value: { weights } };
}

/** Weights of a version in the order of its indicators: settled, or what they would be today. */
export function weightsOfVersion(access: Access, indexVersionId: Id): number[] {
  const version = findIndexVersion(access, indexVersionId);
  if (!version) return [];
  return (
    version.weights ??
    weightsFrom(
      version.indicators.map(({ key }) => key),
      listAllocations(access, indexVersionId).map(({ points }) => points)
    )
  );
}
