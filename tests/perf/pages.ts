import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { openDatabase } from '$lib/server/db/open';
import { listVersions, responsesOf } from '$lib/server/db/queries/dataset-version';
import { createJob } from '$lib/server/jobs/job';
import { WorkerPool } from '$lib/server/jobs/pool';
import { planFile } from '$lib/server/use-cases/inspect-file';

/** Asks for the page at a steady pace, whatever the answers take, on a thread of its own. */
const visitor = `
const { parentPort, workerData } = require('node:worker_threads');
const { get } = require('node:http');
const times = [];
const asked = setInterval(() => {
  const started = performance.now();
  get(workerData.url, (answer) => answer.resume().on('end', () => times.push(performance.now() - started)));
}, workerData.every);
parentPort.on('message', () => { clearInterval(asked); setTimeout(() => parentPort.postMessage(times), 500); });
`;

async function visit(url: string, every: number, meanwhile: () => Promise<unknown>) {
  const worker = new Worker(visitor, { eval: true, workerData: { url, every } });
  await new Promise((resolve) => worker.once('online', resolve));
  await meanwhile();
  const times = await new Promise<number[]>((resolve) => {
    worker.once('message', resolve);
    worker.postMessage('stop');
  });
  await worker.terminate();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { pages: sorted.length, median: at(0.5), p99: at(0.99) };
}

/**
 * Pages over the imported file while the same file is imported again by the worker pool: each asks the
 * database for the versions, sums three columns of it and writes 80 KB of HTML.
 */
async function run(databaseFile: string, csv: string) {
  const db = openDatabase(databaseFile);
  const workspaceId =
    db.$client.prepare<[], string>('SELECT id FROM workspace').pluck().get() ?? '';
  const { db: _, ...who } = { db, organizationId: '', userId: null, role: 'owner' as const };
  const access = { ...who, db, workspaceId };
  const version = listVersions(access)[0];
  if (!version) throw new Error('nothing was imported');
  const server = createServer((_request, response) => {
    const responses = responsesOf(access, listVersions(access)[0]?.versionId ?? version.versionId);
    const named = (heading: string) =>
      responses?.codebook.variables.find((one) => one.heading === heading)?.name ?? heading;
    const area = responses?.categories(named('neighborhood'));
    const weights = responses?.numbers(named('weight')).values;
    const sums = new Float64Array((area?.categories.length ?? 0) + 1);
    if (area && weights)
      for (let i = 0; i < weights.length; i++)
        sums[area.codes[i] as number]! += weights[i] as number;
    const row = `<tr><td>${Array.from(sums, (sum) => sum.toFixed(1)).join('</td><td>')}</td></tr>`;
    response.end(row.repeat(Math.ceil(80_000 / row.length)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const planned = planFile({ path: csv });
  if (!planned.ok || !planned.value.plan) throw new Error('the file was refused');
  const request = { path: csv, fileName: 'again.csv', survey: 'Bench', wave: 'again' };
  const task = {
    databaseFile,
    access: { ...who, workspaceId },
    jobId: createJob(access, 'import', 1),
    request: { ...request, plan: planned.value.plan }
  };
  const pool = new WorkerPool(1);
  const idle = await visit(url, 100, () => new Promise((resolve) => setTimeout(resolve, 4000)));
  let seconds = 0;
  const busy = await visit(url, 100, async () => {
    const started = performance.now();
    const done = await pool.run<{ ok: boolean }>('import', task);
    if (!done.ok) throw new Error('the second import was refused');
    seconds = (performance.now() - started) / 1000;
  });
  await pool.close();
  server.close();
  db.$client.close();
  return { idle, busy, seconds };
}

process.stdout.write(JSON.stringify(await run(process.argv[2] ?? '', process.argv[3] ?? '')));
