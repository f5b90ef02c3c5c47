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

const idle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The longest time the event loop did nothing else, ms, while `work` went on. */
async function longestStall(work: () => Promise<unknown>): Promise<{ ms: number; stall: number }> {
  await idle(100);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The first turn only sets the clock.
  await idle(20);
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  await idle(20);
  delay.disable();
  return { ms, stall: delay.max / 1e6 };
}

/**
 * A page that needs a large table (every answer to a question by group and neighborhood, with tests),
 * made on the spot and in the compute worker: how long the pages of others would have waited.
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
  const instances = listInstances(access, waveId);
  const [first] = instances;
  if (!first) throw new Error('nothing of the file can be measured');
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
  const onTheSpot = await longestStall(() => Promise.resolve().then(tableOf(first.key)));
  const pool = new WorkerPool(1);
  makeElsewhere(computeIn(pool));
  const second = instances[1] ?? first;
  const elsewhere = await longestStall(() => settled(tableOf(second.key)));
  await pool.close();
  db.$client.close();
  return { onTheSpot, elsewhere, measures: [first.key, second.key] };
}

process.stdout.write(JSON.stringify(await run(process.argv[2] ?? '')));
