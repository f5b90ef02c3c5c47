import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { indicators, recordIndicators } from '$lib/indicators';
import { topicOf, type Benchmark, type BenchmarkKind } from '$lib/indicators/benchmark';
import type { IndicatorInstance } from '$lib/indicators/definition';
import { levelIssues } from '$lib/indicators/levels';
import type { NotedReview } from '$lib/indicators/read-inputs';
import type { Assessment, Records } from '$lib/indicators/records';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import {
  coalitionTies,
  findBenchmarkRow,
  findReviewRow,
  listBenchmarks,
  listReviews
} from '$lib/server/db/queries/indicator-inputs';
import { listVersions } from '$lib/server/db/queries/dataset-version';
import { benchmark, policyReview } from '$lib/server/db/schema';
import { proposeForBenchmarks } from './mapping';

/**
 * Keeps published numbers. One of the same kind, topic, place and date takes the place of the earlier
 * one. Waves are offered what the numbers make possible.
 */
export function saveBenchmarks(
  access: Access,
  rows: readonly Benchmark[]
): Parsed<{ saved: number }> {
  const { db, workspaceId, userId } = access;
  db.transaction((tx) => {
    for (const row of rows) {
      const { value, moe, source, note } = row;
      tx.insert(benchmark)
        .values({ ...row, workspaceId, createdBy: userId })
        .onConflictDoUpdate({
          target: [
            benchmark.workspaceId,
            benchmark.kind,
            benchmark.topic,
            benchmark.place,
            benchmark.date
          ],
          set: { value, moe, source, note, createdBy: userId }
        })
        .run();
    }
    recordAudit(access, {
      action: 'create',
      entity: 'benchmark',
      entityId: workspaceId,
      after: { rows: rows.length, sources: [...new Set(rows.map(({ source }) => source))] }
    });
    for (const waveId of new Set(listVersions(access).map((version) => version.waveId)))
      proposeForBenchmarks(access, waveId);
  });
  return { ok: true, value: { saved: rows.length } };
}

/** Takes a published number away. What was frozen with it stays. Refused: `no-such-row`. */
export function removeBenchmark(access: Access, id: Id): Parsed<{ id: Id }> {
  const row = findBenchmarkRow(access, id);
  if (!row) return refused('no-such-row');
  access.db.transaction((tx) => {
    tx.delete(benchmark)
      .where(and(eq(benchmark.workspaceId, access.workspaceId), eq(benchmark.id, id)))
      .run();
    const { kind, topic, place, value, source, date } = row;
    recordAudit(access, {
      action: 'delete',
      entity: 'benchmark',
      entityId: id,
      before: { kind, topic, place, value, source, date }
    });
  });
  return { ok: true, value: { id } };
}

/**
 * Keeps readings of policies; every reading is a row of its own, the latest of a coder counts.
 *
 * Refused: `document-missing`, `date-missing`, `coder-missing`: without them nothing is said of a policy.
 */
export function saveReviews(
  access: Access,
  rows: readonly NotedReview[]
): Parsed<{ saved: number }> {
  const { db, workspaceId, userId } = access;
  const issues = rows.flatMap((review) => levelIssues(ofPolicy, { review }));
  if (issues.length > 0) return { ok: false, issues };
  db.transaction((tx) => {
    for (const row of rows)
      tx.insert(policyReview)
        .values({ ...row, workspaceId, createdBy: userId })
        .run();
    recordAudit(access, {
      action: 'create',
      entity: 'policy-review',
      entityId: workspaceId,
      after: { rows: rows.length, policies: [...new Set(rows.map(({ policy }) => policy))] }
    });
  });
  return { ok: true, value: { saved: rows.length } };
}

/** What the level rules look at in a reading. */
const ofPolicy = {
  unitOfAnalysis: 'policy',
  claim: 'domain',
  split: { group: null, area: null }
} as const;

/** Takes a reading away. Refused: `no-such-row`. */
export function removeReview(access: Access, id: Id): Parsed<{ id: Id }> {
  const row = findReviewRow(access, id);
  if (!row) return refused('no-such-row');
  access.db.transaction((tx) => {
    tx.delete(policyReview)
      .where(and(eq(policyReview.workspaceId, access.workspaceId), eq(policyReview.id, id)))
      .run();
    const { policy, clause, coder, score, document, date } = row;
    recordAudit(access, {
      action: 'delete',
      entity: 'policy-review',
      entityId: id,
      before: { policy, clause, coder, score, document, date }
    });
  });
  return { ok: true, value: { id } };
}

const plain = ({ kind, topic, place, value, moe, source, date, note }: Benchmark): Benchmark => ({
  kind,
  topic,
  place,
  value,
  moe,
  source,
  date,
  note
});

/** Kinds that change an indicator where they are known, though it does without them. */
const helpful: Readonly<Record<string, BenchmarkKind[]>> = {
  'people-in-need': ['population'],
  'supply-need-ratio': ['population'],
  'budget-adequacy': ['population'],
  'take-up': ['population']
};

/**
 * The published numbers an instance is put beside: of its kinds, of its topic or of all. None for most.
 *
 * Refused: `benchmark-missing` with the kind it cannot do without.
 */
export function benchmarksFor(
  access: Access,
  { indicatorId, key }: Pick<IndicatorInstance, 'indicatorId' | 'key'>
): Parsed<Benchmark[]> {
  const needed = indicators.find(({ id }) => id === indicatorId)?.benchmarks ?? [];
  const kinds = [...needed, ...(helpful[indicatorId] ?? [])];
  if (kinds.length === 0) return { ok: true, value: [] };
  const topic = topicOf(key);
  const rows = listBenchmarks(access)
    .filter((row) => kinds.includes(row.kind) && (row.topic === topic || row.topic === ''))
    .map(plain);
  const missing = needed.find((kind) => !rows.some((row) => row.kind === kind));
  return missing === undefined
    ? { ok: true, value: rows }
    : refused('benchmark-missing', 'benchmarks', { kind: missing });
}

/** What people brought in beside surveys. */
export const recordsOf = (access: Access): Records => ({
  benchmarks: listBenchmarks(access).map(plain),
  reviews: listReviews(access).map(({ policy, kind, clause, coder, score, document, date }) => ({
    policy,
    kind,
    clause,
    coder,
    score,
    document,
    date
  })),
  coalition: coalitionTies(access)
});

/** An indicator read from records; null where nothing feeds it, or it is none of them. */
export const assessmentOf = (access: Access, indicatorId: string): Assessment | null =>
  recordIndicators.find(({ id }) => id === indicatorId)?.assess(recordsOf(access)) ?? null;
