import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '$lib/server/db/open';
import { buildWorkers } from '$lib/server/work/built.fixture';
import { verify } from './verify';

const ROWS = 200_000;
const folder = mkdtempSync(join(tmpdir(), 'groundswell-kill-'));
const file = join(folder, 'big.csv');
let built: Awaited<ReturnType<typeof buildWorkers>>;

beforeAll(async () => {
  built = await buildWorkers();
  execFileSync(process.execPath, [resolve('tests/perf/generate.mjs'), file, String(ROWS), '12']);
}, 120_000);
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

function startImport(data: string) {
  const child = spawn(
    process.execPath,
    [built.commandLine, 'import', file, '--survey', 'S', '--wave', 'W', '--yes'],
    { env: { ...process.env, GROUNDSWELL_DATA: data }, stdio: 'ignore' }
  );
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  return { child, ended };
}

function stateOf(data: string) {
  const db = openDatabase(join(data, 'groundswell.db'));
  const number = (sql: string) => db.$client.prepare(sql).pluck().get() as number;
  const state = {
    versions: number('SELECT count(*) FROM dataset_version'),
    rows: number('SELECT coalesce(sum(imported), 0) FROM dataset_version'),
    traces:
      number('SELECT count(*) FROM column_chunk') +
      number('SELECT count(*) FROM variable') +
      number('SELECT count(*) FROM survey') +
      number('SELECT count(*) FROM wave'),
    issues: verify(db, () => []).issues
  };
  db.$client.close();
  const spool = join(data, 'spool');
  return { ...state, spooled: existsSync(spool) ? readdirSync(spool) : [] };
}

describe(`kill -9 during an import of ${ROWS} rows`, () => {
  const nothing = { versions: 0, rows: 0, traces: 0, issues: [], spooled: [] };

  test('while the file is read leaves nothing', async () => {
    const data = join(folder, 'reading');
    const { child, ended } = startImport(data);
    while (!existsSync(join(data, 'spool'))) await pause(2);
    await pause(50);
    child.kill('SIGKILL');
    await ended;
    expect(stateOf(data)).toEqual(nothing);
  });

  test('while the columns are written leaves nothing or everything', async () => {
    const data = join(folder, 'writing');
    const log = join(data, 'groundswell.db-wal');
    const size = () => (existsSync(log) ? statSync(log).size : 0);
    const { child, ended } = startImport(data);
    // Past the migrations the log grows only when the transaction writes.
    while (!existsSync(join(data, 'spool'))) await pause(1);
    const before = size();
    let isOver = false;
    void ended.then(() => (isOver = true));
    while (!isOver && size() < before + 1_000_000) await pause(0);
    child.kill('SIGKILL');
    const code = await ended;
    const state = stateOf(data);
    if (code === null && state.versions === 0) expect(state).toEqual(nothing);
    else expect(state).toMatchObject({ versions: 1, rows: ROWS, issues: [], spooled: [] });
  });

  test('never happened: everything is there, and verify is clean', async () => {
    const data = join(folder, 'whole');
    expect(await startImport(data).ended).toBe(0);
    expect(stateOf(data)).toMatchObject({ versions: 1, rows: ROWS, issues: [], spooled: [] });
  });
});
