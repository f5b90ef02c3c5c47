import { drizzle } from 'drizzle-orm/better-sqlite3';
import { eq } from 'drizzle-orm';
import type { Issue, Parsed } from '$lib/base/issue';
import { driftBetween, type Drift } from '$lib/evidence/drift';
import { snapshotEstimates, snapshotText, type SnapshotEstimate } from '$lib/evidence/snapshot';
import { sliceTable } from '$lib/privacy/release';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import type { Db } from '$lib/server/db/open';
import {
  findSnapshot,
  listSnapshotEstimates,
  supersededAmong,
  type SnapshotRow
} from '$lib/server/db/queries/evidence';
import { findWave } from '$lib/server/db/queries/survey';
import { estimateSnapshot } from '$lib/server/db/schema';
import * as schema from '$lib/server/db/schema';
import { freezable, sha256 } from './freeze-figure';
import { contentOfRow, numbersOf, queryOf, recipeOfSnapshot, releasedOf } from './frozen-figure';
import { tableFrom } from './indicator-table';

/**
 * The released table of a snapshot, computed again from the stored columns by the stored recipe.
 *
 * Refused: `no-such-snapshot`, and the reasons of `tableFrom`.
 */
function recomputeSnapshot(access: Access, snapshotId: string): Parsed<Released<ReleasedTable>> {
  const snapshot = findSnapshot(access, snapshotId);
  if (!snapshot) return refused('no-such-snapshot');
  const { waves, group, reference, slice } = recipeOfSnapshot(snapshot);
  const result = tableFrom(access, waves, { group, reference });
  return result.ok ? { ok: true, value: sliceTable(result.value.table, slice) } : result;
}

/**
 * For `verify`: is a snapshot what it was when it was frozen? Its hash names its content, the numbers
 * for claims are those of its table, and the columns give the same numbers again. Nothing kept in
 * memory is trusted. Issues: `snapshot-changed`, `snapshot-numbers-changed`, `snapshot-differs`,
 * `snapshot-not-computed`.
 */
export function checkSnapshot(db: Db, snapshot: SnapshotRow): Issue[] {
  const issue = (code: string, params: Issue['params'] = {}): Issue => ({
    code,
    severity: 'error',
    where: {},
    params: { snapshot: snapshot.id, ...params }
  });
  const issues: Issue[] = [];
  if (sha256(snapshotText(contentOfRow(snapshot))) !== snapshot.sha256)
    issues.push(issue('snapshot-changed'));
  const access = freshAccess(db, snapshot);
  const kept = releasedOf(snapshot);
  if (!isSame(snapshotEstimates(kept), listSnapshotEstimates(access, snapshot.id)))
    issues.push(issue('snapshot-numbers-changed'));
  try {
    const again = recomputeSnapshot(access, snapshot.id);
    if (!again.ok)
      issues.push(issue('snapshot-not-computed', { reason: again.issues[0]?.code ?? '' }));
    else if (numbersOf(again.value) !== numbersOf(kept)) issues.push(issue('snapshot-differs'));
  } catch (error) {
    issues.push(
      issue('snapshot-not-computed', { reason: error instanceof Error ? error.name : 'unknown' })
    );
  }
  return issues;
}

/** The program itself, over a handle that no cache knows. */
const freshAccess = (db: Db, { workspaceId }: SnapshotRow): Access => ({
  db: drizzle(db.$client, { schema }),
  workspaceId,
  organizationId: '',
  userId: null,
  role: 'viewer'
});

function isSame(a: readonly SnapshotEstimate[], b: readonly SnapshotEstimate[]): boolean {
  const text = (rows: readonly SnapshotEstimate[]): string =>
    rows
      .map((row) => JSON.stringify(Object.entries(row).sort(([x], [y]) => (x < y ? -1 : 1))))
      .sort()
      .join('\n');
  return text(a) === text(b);
}

/** How far a stale snapshot's numbers moved, and the numbers now. */
export interface Moved {
  drift: Drift;
  /** null: the new data does not give this figure any more */
  after: SnapshotEstimate[] | null;
}

/**
 * The same figure on the current dataset version and weights, compared with what was frozen; null
 * where those it rests on are still in use. A figure that cannot be made any more moved materially.
 */
export function driftOf(access: Access, snapshot: SnapshotRow): Moved | null {
  if (!isSuperseded(access, snapshot)) return null;
  const now = freezable(access, queryOf(snapshot));
  if (!now.ok) return { drift: 'material', after: null };
  const after = snapshotEstimates(now.value.released);
  return { drift: driftBetween(snapshotEstimates(releasedOf(snapshot)), after), after };
}

/** Does a snapshot rest on a dataset version that a later one replaced, or on weights not in use? */
export const isSuperseded = (access: Access, snapshot: SnapshotRow): boolean =>
  supersededAmong(
    access,
    snapshot.datasetVersions.map(({ id }) => id)
  ).size > 0 || hasOtherWeights(access, snapshot);

const hasOtherWeights = (access: Access, snapshot: SnapshotRow): boolean =>
  (recipeOfSnapshot(snapshot).waves ?? []).some(({ waveId, design }) => {
    const wave = findWave(access, waveId);
    return (
      wave !== undefined && (wave.design?.weightingId ?? null) !== (design?.weightingId ?? null)
    );
  });

/** Every snapshot of the workspace that rests on a replaced dataset version or on other weights. */
export const supersededSnapshots = (access: Access): Set<string> =>
  new Set(
    access.db
      .select()
      .from(estimateSnapshot)
      .where(eq(estimateSnapshot.workspaceId, access.workspaceId))
      .all()
      .filter((snapshot) => isSuperseded(access, snapshot))
      .map(({ id }) => id)
  );
