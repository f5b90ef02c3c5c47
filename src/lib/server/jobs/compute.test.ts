import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { openDatabase } from '$lib/server/db/open';
import type { BenchQuestion } from '$lib/server/use-cases/bench';
import { benchCsv } from '$lib/server/use-cases/bench-view';
import { countyWith } from '$lib/server/use-cases/county.fixture';
import { qualityPage } from '$lib/server/use-cases/data-quality';
import { indicatorTable } from '$lib/server/use-cases/indicator-table';
import { needsChange, needsList } from '$lib/server/use-cases/needs';
import { makeElsewhere, settled } from '$lib/server/use-cases/released-cache';
import { buildWorkers } from '$lib/server/work/built.fixture';
import { makers } from './compute';
import { computeIn } from './compute-elsewhere';
import { WorkerPool } from './pool';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-compute-'));
let access: Access;
let waves: [string, string];
let built: Awaited<ReturnType<typeof buildWorkers>>;
let pool: WorkerPool;

/** The county in a file, which a worker can open. */
beforeAll(async () => {
  const county = countyWith('2023', '2026');
  const file = join(folder, 'county.db');
  county.access.db.$client.prepare('VACUUM INTO ?').run(file);
  access = { ...county.access, db: openDatabase(file) };
  waves = [county.waves['2023'] ?? '', county.waves['2026'] ?? ''];
  built = await buildWorkers();
  pool = new WorkerPool(1, built.workerFile);
}, 120_000);
afterAll(async () => {
  makeElsewhere(null);
  await pool.close();
  access.db.$client.close();
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

const big = (asker: Access) =>
  indicatorTable(asker, {
    waves: [waves[1]],
    instanceKey: 'importance-satisfaction:services',
    group: 'tenure',
    withArea: true
  });

/** A handle on the same file that knows no results yet. */
const fresh = (): Access => ({ ...access, db: openDatabase(access.db.$client.name) });

test.each([
  ['a table by group and place', big],
  ['the needs with their ranks', (asker: Access) => needsList(asker, waves[1])],
  ['the changes of two waves', (asker: Access) => needsChange(asker, ...waves)],
  ['a refusal', (asker: Access) => needsList(asker, 'no such wave')]
])('%s comes from the worker as it is made on the spot', async (_, ask) => {
  makeElsewhere(null);
  const onTheSpot = ask(fresh());
  makeElsewhere(computeIn(pool));
  expect(await settled(() => ask(fresh()))).toEqual(onTheSpot);
});

const question = (): BenchQuestion => ({
  waveId: waves[1],
  design: 'wave',
  family: 'mean',
  fields: { y: ['need_food'], 'y-yes': ['yes'] },
  filter: [{ var: 'tenure', op: '==', value: 'rent' }]
});

test.each([
  ['an answer of the bench', (asker: Access) => benchCsv(asker, question(), 'en')],
  ['the quality of a wave', (asker: Access) => qualityPage(asker, waves[1])]
])('%s comes from the worker as it is made on the spot', async (_, ask) => {
  makeElsewhere(null);
  const onTheSpot = await ask(fresh());
  const inWorker = vi.fn(computeIn(pool));
  makeElsewhere(inWorker);
  expect(await ask(fresh())).toEqual(onTheSpot);
  expect(onTheSpot.ok).toBe(true);
  expect(inWorker).toHaveBeenCalledOnce();
});

test('the thread that waits goes on meanwhile', async () => {
  makeElsewhere(computeIn(pool));
  let turns = 0;
  const clock = setInterval(() => turns++, 0);
  const result = await settled(() => big(fresh()));
  clearInterval(clock);
  expect(result.ok).toBe(true);
  expect(turns).toBeGreaterThan(1);
});

const file = (name: string, code: string): string => {
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
};
const ask = { maker: 'any', args: [] };

test('an error of the work arrives under its own name', async () => {
  makeElsewhere(null);
  const computing = computeIn(pool);
  await expect(computing(access, ask)).rejects.toMatchObject({
    name: 'RangeError',
    message: 'nothing makes "any"'
  });
});

test('a worker that ended is started again', async () => {
  const dies = `const { parentPort, threadId } = require('node:worker_threads');
    const { existsSync, writeFileSync } = require('node:fs');
    parentPort.on('message', () => {
      const mark = ${JSON.stringify(join(folder, 'mark'))};
      if (existsSync(mark)) return parentPort.postMessage({ ok: true, value: { ok: true, value: 'made' } });
      writeFileSync(mark, ''); process.exit(1);
    });`;
  const frail = new WorkerPool(1, () => file('dies.cjs', dies));
  expect(await computeIn(frail)(access, ask)).toEqual({ ok: true, value: 'made' });
  await frail.close();
});

test('a worker that always ends is an error, not a wait without end', async () => {
  const frail = new WorkerPool(1, () =>
    file(
      'ends.cjs',
      `require('node:worker_threads').parentPort.on('message', () => process.exit(1));`
    )
  );
  await expect(computeIn(frail)(access, ask)).rejects.toThrow('the worker ended');
});

test('pages that ask for the same at once wait for one making of it', async () => {
  const counts = `let n = 0;
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', () => { n++; setTimeout(() => parentPort.postMessage({ ok: true, value: { ok: true, value: n } }), 20); });`;
  const counting = new WorkerPool(1, () => file('counts.cjs', counts));
  const computing = computeIn(counting);
  expect(await Promise.all([computing(access, ask), computing(access, ask)])).toEqual(
    Array(2).fill({ ok: true, value: 1 })
  );
  await counting.close();
});

test('every maker that a use case names is one the worker has', () => {
  const useCases = 'src/lib/server/use-cases';
  const named = readdirSync(useCases)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(join(useCases, name), 'utf8').matchAll(/\bmaker: '([^']+)'/g)
    ])
    .map((found) => found[1] ?? '');
  expect([...new Set(named)].sort()).toEqual(Object.keys(makers).sort());
});
