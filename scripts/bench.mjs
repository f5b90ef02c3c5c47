// Benchmarks as ratios in one run: import and queries of a generated file, beside DuckDB's import of
// the same file, R's fread where R is, a bare read of the bytes, and a plain count of the same cells.
//   npm run bench -- [--rows 1000000] [--people 400000] [--columns 60] [--rounds 2] [--large]
// --people is the length of the file that R's survey package is asked about; R is not needed for the rest.
// --large imports a file five times as long too, for its memory alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { generate } from '../tests/perf/generate.mjs';
import { estimates, fread, keepColumns, rake } from '../tests/perf/r.mjs';
import { report } from '../tests/perf/report.mjs';
import { say } from './say.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '400000' },
    columns: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '2' },
    large: { type: 'boolean', default: false }
  }
});
const rows = Number(values.rows);
const people = Number(values.people);
const rounds = Number(values.rounds);
const threads = String(Math.min(2, availableParallelism()));
const duckdb = '@duckdb/node-api@1.5.6-r.1';

process.chdir(root);
const folder = mkdtempSync(join(tmpdir(), 'groundswell-bench-'));
const bundles = resolve('.svelte-kit', `bench-${process.pid}`);

/** Runs a program and tells what it printed and how long it took, from its start to its end. */
function time(args, env = {}) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env }
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`);
  return { output: JSON.parse(stdout), seconds };
}

/** The same with what the program used. */
function measure(script, args, env = {}) {
  const usageFile = join(folder, 'usage.json');
  const preload = ['--import', resolve('tests/perf/usage.mjs')];
  const run = time([...preload, script, ...args], { ...env, USAGE_FILE: usageFile });
  return { ...run, ...JSON.parse(readFileSync(usageFile, 'utf8')) };
}

const best = (runs) => ({
  seconds: Math.min(...runs.map((run) => run.seconds)),
  cpu: Math.min(...runs.map((run) => run.cpu)),
  megabytes: Math.max(...runs.map((run) => run.megabytes))
});

async function buildPrograms() {
  const config = { configFile: resolve('vite.workers.config.ts'), logLevel: 'silent' };
  await build({ ...config, build: { outDir: bundles } });
  for (const name of ['queries', 'pages', 'rake', 'people', 'stall'])
    await build({
      ...config,
      build: {
        outDir: join(bundles, name),
        // A word, not a list: it replaces the workers and the command line, which are built already.
        rolldownOptions: { input: resolve(`tests/perf/${name}.ts`) }
      }
    });
}

function installPeer() {
  const packages = join(folder, 'peer');
  mkdirSync(packages);
  writeFileSync(join(packages, 'package.json'), '{"private":true}');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', duckdb], {
      cwd: packages,
      stdio: 'ignore',
      shell: process.platform === 'win32'
    });
    return packages;
  } catch {
    say(`${duckdb} could not be installed; its column stays empty.`);
    return null;
  }
}

const ours = (csv, round, expected = rows) => {
  const data = join(folder, `data-${round}`);
  const args = ['import', csv, '--survey', 'Bench', '--wave', '1', '--yes', '--json'];
  const run = measure(join(bundles, 'cli/main.js'), args, { GROUNDSWELL_DATA: data });
  if (run.output.imported !== expected)
    throw new Error(`${run.output.imported} rows were imported`);
  return { ...run, data };
};

const peer = (packages, csv, round) => {
  const database = join(folder, `peer-${round}.duckdb`);
  const run = measure(resolve('tests/perf/duckdb.mjs'), [packages, csv, database, threads]);
  if (run.output.rows !== rows) throw new Error(`DuckDB read ${run.output.rows} rows`);
  // Its clock starts after the library is loaded; ours includes starting Node.
  return { ...run, seconds: run.output.seconds, database };
};

/** The questions of `queries.ts` in the peer's best form; its answers must be ours. */
function peerQueries(packages, csv, questions) {
  const database = join(folder, 'peer-queries.duckdb');
  const args = [packages, csv, database, threads, questions];
  const { output } = measure(resolve('tests/perf/duckdb-queries.mjs'), args);
  rmSync(database, { force: true });
  if (output.apart > 1e-9) throw new Error(`DuckDB's answers are ${output.apart} apart from ours`);
  return output;
}

/** A smaller file asked by a whole program of ours and a whole R process; null parts without R. */
function askAboutPeople() {
  const csv = join(folder, 'people.csv');
  say(`Generating ${people} x ${values.columns}…`);
  generate(csv, people, Number(values.columns), 3);
  const { data } = ours(csv, 'people', people);
  rmSync(csv);
  const program = join(bundles, 'people/people.js');
  const database = join(data, 'groundswell.db');
  const runs = Array.from({ length: 3 }, () => time([program, database]));
  const columns = join(folder, 'columns.csv');
  const kept = join(folder, 'columns.rds');
  time([program, database, columns]);
  say("R's survey package, where it is installed…");
  const peer = keepColumns(columns, kept) && estimates(kept, runs[0].output);
  rmSync(data, { recursive: true, force: true });
  return { ours: Math.min(...runs.map(({ seconds }) => seconds)), peer };
}

/** Memory must not grow with the file: the same import, five times the rows. */
function importLarge() {
  const csv = join(folder, 'large.csv');
  say(`Generating ${rows * 5} x ${values.columns}…`);
  generate(csv, rows * 5, Number(values.columns), 2);
  say('Importing it…');
  const run = ours(csv, 'large', rows * 5);
  rmSync(csv);
  rmSync(run.data, { recursive: true, force: true });
  return run;
}

const fastest = (runs) => Math.min(...runs.map(({ seconds }) => seconds));
const number = (value, digits = 2) => value.toFixed(digits);

async function main() {
  say('Building the programs…');
  await buildPrograms();
  const csv = join(folder, 'responses.csv');
  say(`Generating ${rows} x ${values.columns}…`);
  const megabytes = generate(csv, rows, Number(values.columns)) / 1e6;
  say(`${number(megabytes, 0)} MB. Installing the peer…`);
  const packages = installPeer();
  const imports = [];
  const peers = [];
  const reads = [];
  const freads = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds}…`);
    if (round > 1) rmSync(imports.at(-1).data, { recursive: true, force: true });
    imports.push(ours(csv, round));
    if (packages) {
      peers.push(peer(packages, csv, round));
      rmSync(peers.at(-1).database, { force: true });
    }
    reads.push(measure(resolve('tests/perf/bare-read.mjs'), [csv]).output);
    freads.push(fread(csv, threads));
  }
  say('Queries…');
  const database = join(imports.at(-1).data, 'groundswell.db');
  const questions = join(folder, 'questions.json');
  const asked = measure(join(bundles, 'queries/queries.js'), [database, questions]);
  const queries = asked.output;
  const peerAsked = packages && peerQueries(packages, csv, questions);
  // Before the pages: they import the file once more.
  const stored = statSync(database).size / 1e6;
  say('Pages while a file is imported…');
  const pages = measure(join(bundles, 'pages/pages.js'), [database, csv]).output;
  const rakeCsv = join(folder, 'rake.csv');
  const raked = measure(join(bundles, 'rake/rake.js'), [rakeCsv]).output;
  const peerRake = rake(rakeCsv, raked.rows, raked.sizes);
  say('A large table while pages are asked for…');
  const waits = measure(join(bundles, 'stall/stall.js'), [database]).output;
  const whole = askAboutPeople();
  const large = values.large ? importLarge() : null;
  process.stdout.write(
    `\n${report({
      setting: { rows, people, threads, megabytes },
      imports: best(imports),
      peer: peers.length > 0 ? best(peers) : null,
      fread: freads[0] ? fastest(freads) : null,
      read: fastest(reads),
      large,
      pages,
      raked,
      peerRake,
      whole,
      stored,
      queries,
      peerAsked,
      waits,
      memory: asked.megabytes
    })}\n\n`
  );
  process.stdout.write(
    `${rows} rows x ${values.columns} columns, ${number(megabytes, 0)} MB; Node ${process.versions.node}, ` +
      `${availableParallelism()} cores, load ${number(loadavg()[0], 1)}; fastest of ${rounds} rounds, ` +
      `largest memory; ${queries.cells} estimates, ${queries.unknown} without a standard error.\n`
  );
}

try {
  await main();
} catch (error) {
  say(
    `\n${error instanceof Error ? error.message : String(error)}\nThe benchmark was not finished.`
  );
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(bundles, { recursive: true, force: true });
}
