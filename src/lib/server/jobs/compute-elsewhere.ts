import type { Parsed } from '$lib/base/issue';
import type { MakeElsewhere } from '$lib/server/use-cases/released-cache';
import type { ComputeTask } from './compute';
import { WorkerPool, WorkError } from './pool';

/** The compute worker keeps its columns this long for the next table. */
const IDLE = 10 * 60_000;

/**
 * Makes results of pages in one compute worker. Pages that wait for the same result wait together. A
 * worker that ended is started again, once for each result; an error of the work arrives under its name.
 */
export function computeIn(pool: WorkerPool): MakeElsewhere {
  const underWay = new Map<string, Promise<Parsed<unknown>>>();
  return ({ db, ...access }, recipe) => {
    const task: ComputeTask = { databaseFile: db.$client.name, access, recipe };
    const key = JSON.stringify([task.databaseFile, access.workspaceId, access.role, recipe]);
    const waiting = underWay.get(key);
    if (waiting) return waiting;
    const made = run(pool, task).finally(() => underWay.delete(key));
    underWay.set(key, made);
    return made;
  };
}

async function run(pool: WorkerPool, task: ComputeTask): Promise<Parsed<unknown>> {
  const attempt = () => pool.run<Parsed<unknown>>('compute', task);
  try {
    return await attempt().catch((error: unknown) => {
      if (error instanceof WorkError && error.hasDied) return attempt();
      throw error;
    });
  } catch (error) {
    if (!(error instanceof WorkError) || error.hasDied) throw error;
    throw Object.assign(new Error(error.message, { cause: error }), { name: String(error.cause) });
  }
}

/** The program's compute worker. */
export const computeWorker = (): MakeElsewhere => computeIn(new WorkerPool(1, undefined, IDLE));
