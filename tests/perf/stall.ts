import { existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { eq } from 'drizzle-orm';
import { openDatabase } from '$lib/server/db/open';
import { listVersions } from '$lib/server/db/queries/dataset-version';
import { wave } from '$lib/server/db/schema';
import { computeIn } from '$lib/server/jobs/compute-elsewhere';
import { WorkerPool } from '$lib/server/jobs/pool';
import { indicatorTable } from '$lib/server/use-cases/indicator-table';
import { listInstances, proposeForWave } from '$lib/server/use-cases/mapping';
import { makeElsewhere, settled } from '$lib/server/use-cases/released-cache';

/** tables made in the compute worker, one after the other */
const TABLES = 5;

const idle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the thread of the pages did while something went on, ms. */
interface Watch {
  /** from start to end */
  ms: number;
  /** the longest time the event loop did nothing else, waits for a processor included */
  stall: number;
  /** the longest turn by its processor time alone; null where the system does not tell */
  busy: number | null;
}

const middle = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;

const schedule = `/proc/self/task/${process.pid}/schedstat`;

/** Processor time of the main thread so far, ms (Linux). */
const processorTime = (): number => Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6;

async function watch(work: () => Promise<unknown>): Promise<Watch> {
  const isTold = existsSync(schedule);
  await idle(100);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The first turn only sets the clock.
  await idle(20);
  let busy = 0;
  let last = isTold ? processorTime() : 0;
  const turns = setInterval(() => {
    const now = isTold ? processorTime() : 0;
    busy = Math.max(busy, now - last);
    last = now;
  }, 1);
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  await idle(20);
  clearInterval(turns);
  delay.disable();
  return { ms, stall: delay.max / 1e6, busy: isTold ? busy : null };
}

/**
 * A page that needs a large table (every answer to a question by group and neighborhood, with tests),
 * made on the spot and in the compute worker: how long the pages of others would have waited, beside
 * what they wait when nothing is made. Of several tables the usual one: the machine has turns of its own.
 */
async function run(databaseFile: string) {
  const db = openDatabase(databaseFile);
  const workspaceId =
    db.$client.prepare<[], string>('SELECT id FROM workspace').pluck().get() ?? '';
  const asker = { organizationId: '', userId: null, role: 'owner' as const, workspaceId };
  const access = { ...asker, db };
  const waveId = listVersions(access)[0]?.waveId ?? '';
  const named = (heading: string) =>
    db.$client
      .prepare<[string], string>('SELECT name FROM variable WHERE heading = ?')
      .pluck()
      .get(heading) ?? heading;
  const design = { strata: named('stratum'), psu: named('psu'), weight: named('weight') };
  db.update(wave)
    .set({
      sampleType: 'probability',
      areaVariable: named('neighborhood'),
      design: { ...design, fpc: null, nest: false, lonely: 'fail' }
    })
    .where(eq(wave.id, waveId))
    .run();
  proposeForWave(access, waveId);
  const [first, ...others] = listInstances(access, waveId);
  if (!first || others.length < TABLES) throw new Error('too little of the file can be measured');
  const tableOf = (instanceKey: string) => () => {
    const made = indicatorTable(access, {
      waves: [waveId],
      instanceKey,
      group: named('race'),
      withArea: true
    });
    if (!made.ok) throw new Error(made.issues.map(({ code }) => code).join());
    return made.value.table.cells.length;
  };
  const onTheSpot = await watch(() => Promise.resolve().then(tableOf(first.key)));
  const resting = await watch(() => idle(1000));
  const pool = new WorkerPool(1);
  makeElsewhere(computeIn(pool));
  const tables: Watch[] = [];
  for (const { key } of others.slice(0, TABLES))
    tables.push(await watch(() => settled(tableOf(key))));
  await pool.close();
  db.$client.close();
  const stall = middle(tables.map((one) => one.stall));
  const busy = resting.busy === null ? null : middle(tables.map((one) => one.busy ?? 0));
  return { onTheSpot, resting, elsewhere: { stall, busy } };
}

process.stdout.write(JSON.stringify(await run(process.argv[2] ?? '')));
