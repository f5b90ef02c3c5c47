import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import type { Db } from '$lib/server/db/open';
import { job } from '$lib/server/db/schema';

/** Long work as a screen sees it. `done` of `total` are bytes for an import. */
export interface JobView {
  id: Id;
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number;
  /** rows read so far; null when they are not counted, or it is not running */
  rows: number | null;
  /** from the speed so far; null while it is not known, or not running */
  secondsLeft: number | null;
  /** ids and issues, never cell values */
  result: Record<string, unknown> | null;
}

/** A running job without a sign of life for this long has lost its process. */
const SILENCE = 120_000;

/** A new job, waiting. */
export function createJob(access: Access, kind: string, total: number): Id {
  const [row] = access.db
    .insert(job)
    .values({
      workspaceId: access.workspaceId,
      kind,
      state: 'waiting',
      total,
      createdBy: access.userId
    })
    .returning({ id: job.id })
    .all();
  if (!row) throw new Error('the job was not written');
  return row.id;
}

const mine = (access: Access, id: Id) =>
  and(eq(job.id, id), eq(job.workspaceId, access.workspaceId));

/** A job of the workspace; null when there is none. One whose process died reads as failed. */
export function findJob(access: Access, id: Id, now: Date = new Date()): JobView | null {
  const row = access.db.select().from(job).where(mine(access, id)).get();
  if (!row) return null;
  const { kind, done, total, result, createdAt } = row;
  const lastSign = (row.beatAt ?? createdAt).getTime();
  const isRunning = row.state === 'running';
  const isSilent = isRunning && now.getTime() - lastSign > SILENCE;
  const isLost = isSilent || ((isRunning || row.state === 'waiting') && lastSign < bornAt());
  const state = isLost ? 'failed' : row.state;
  const took = (now.getTime() - createdAt.getTime()) / 1000;
  const secondsLeft =
    state === 'running' && done > 0 && took > 1 ? (took * Math.max(0, total - done)) / done : null;
  const rows = state === 'running' && typeof result?.rows === 'number' ? result.rows : null;
  return { id, kind, done, total, rows, secondsLeft, result, state };
}

/** A job is waiting or running; false for null. */
export function isJobOpen(access: Access, id: Id | null): boolean {
  const found = id === null ? null : findJob(access, id);
  return found?.state === 'waiting' || found?.state === 'running';
}

/** When this process began: whatever gave its last sign of life before has ended with another process. */
const bornAt = (): number => Date.now() - process.uptime() * 1000;

/** Asks a job to stop; it does so at its next sign of life. False: it had ended, or is not there. */
export function cancelJob(access: Access, id: Id): boolean {
  const asked = access.db
    .update(job)
    .set({ cancelRequested: true })
    .where(mine(access, id))
    .returning({ state: job.state })
    .all();
  return asked.some(({ state }) => state === 'waiting' || state === 'running');
}

/** Work that was asked to stop, and did. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Milliseconds between two signs of life. */
const BEAT = 200;

/**
 * Tells a job's row how far the work is, at most five times a second.
 *
 * @returns call with the amount done, and the rows where they are counted; throws `Cancelled` when somebody asked the job to stop
 */
export function jobProgress(db: Db, id: Id): (done: number, rows?: number) => void {
  const beat = db.$client
    .prepare<[number, number, string | null, Id], number>(
      "UPDATE job SET state = 'running', done = ?, beat_at = ?, result = coalesce(?, result) WHERE id = ? RETURNING cancel_requested"
    )
    .pluck();
  let last = 0;
  return (done, rows) => {
    const now = Date.now();
    if (now - last < BEAT) return;
    last = now;
    const counted = rows === undefined ? null : JSON.stringify({ rows });
    if (beat.get(done, now, counted, id) === 1) throw new Cancelled();
  };
}

/** Ends a job. */
export function finishJob(
  db: Db,
  id: Id,
  state: 'done' | 'failed' | 'cancelled',
  result: Record<string, unknown> | null
): void {
  db.update(job).set({ state, result, finishedAt: new Date() }).where(eq(job.id, id)).run();
}
