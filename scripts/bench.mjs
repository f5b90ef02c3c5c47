// Benchmarks as ratios in one run: import and queries of a generated file, beside DuckDB's import of
// the same file, R's fread where R is, a bare read of the bytes, and a plain count of the same cells.
//   npm run bench -- [--rows 1000000] [--columns 60] [--rounds 2] [--large]
// --large imports a file five times as long too, for its memory alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { generate } from '../tests/perf/generate.mjs';
import { fread, rake } from '../tests/perf/r.mjs';
import { say } from './say.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    columns: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '2' },
    large: { type: 'boolean', default: false }
  }
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);
const threads = String(Math.min(2, availableParallelism()));
const duckdb = '@duckdb/node-api@1.5.6-r.1';

process.chdir(root);
const folder = mkdtempSync(join(tmpdir(), 'groundswell-bench-'));
const bundles = resolve('.svelte-kit', `bench-${process.pid}`);

/** Runs a program and tells what it printed, how long it took, and what it used. */
function measure(script, args, env = {}) {
  const usageFile = join(folder, 'usage.json');
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', resolve('tests/perf/usage.mjs'), script, ...args],
    { encoding: 'utf8', env: { ...process.env, ...env, USAGE_FILE: usageFile } }
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return { output: JSON.parse(stdout), seconds, ...JSON.parse(readFileSync(usageFile, 'utf8')) };
}

const best = (runs) => ({
  seconds: Math.min(...runs.map((run) => run.seconds)),
  cpu: Math.min(...runs.map((run) => run.cpu)),
  megabytes: Math.max(...runs.map((run) => run.megabytes))
});

async function buildPrograms() {
  const config = { configFile: resolve('vite.workers.config.ts'), logLevel: 'silent' };
  await build({ ...config, build: { outDir: bundles } });
  for (const name of ['queries', 'pages', 'rake'])
    await build({
      ...config,
      build: {
        outDir: join(bundles, name),
        rolldownOptions: { input: { [name]: resolve(`tests/perf/${name}.ts`) } }
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

function table(lines) {
  const widths = lines[0].map((_, c) => Math.max(...lines.map((line) => line[c].length)));
  const row = (line) => `| ${line.map((cell, c) => cell.padEnd(widths[c])).join(' | ')} |`;
  const [head, ...rest] = lines;
  return [row(head), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...rest.map(row)].join(
    '\n'
  );
}

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
  const asked = measure(join(bundles, 'queries/queries.js'), [database]);
  const queries = asked.output;
  // Before the pages: they import the file once more.
  const stored = statSync(database).size / 1e6;
  say('Pages while a file is imported…');
  const pages = measure(join(bundles, 'pages/pages.js'), [database, csv]).output;
  const rakeCsv = join(folder, 'rake.csv');
  const raked = measure(join(bundles, 'rake/rake.js'), [rakeCsv]).output;
  const peerRake = rake(rakeCsv, raked.rows, raked.sizes);
  const large = values.large ? importLarge() : null;
  const own = best(imports);
  const other = peers.length > 0 ? best(peers) : null;
  const ratio = (a, b) => (b === undefined ? '' : number(a / b));
  const plain = queries.estimates / queries.counts;
  const goal = (met) => (met ? 'met' : 'NOT MET');
  const lines = [
    ['', 'Groundswell', 'beside', 'ratio', 'goal'],
    [
      `import, seconds (DuckDB, ${threads} threads)`,
      number(own.seconds),
      other ? number(other.seconds) : '',
      ratio(own.seconds, other?.seconds),
      other ? `<= 0.6: ${goal(own.seconds <= 0.6 * other.seconds)}` : ''
    ],
    ...(freads[0]
      ? [
          [
            `import, seconds (R fread into memory, ${threads} threads)`,
            number(own.seconds),
            number(fastest(freads)),
            ratio(own.seconds, fastest(freads)),
            ''
          ]
        ]
      : []),
    [
      'import, seconds (every byte read, nothing done)',
      number(own.seconds),
      number(fastest(reads)),
      ratio(own.seconds, fastest(reads)),
      ''
    ],
    [
      'import, processor seconds',
      number(own.cpu),
      other ? number(other.cpu) : '',
      ratio(own.cpu, other?.cpu),
      ''
    ],
    [
      'import, rows a second',
      String(Math.round(rows / own.seconds)),
      other ? String(Math.round(rows / other.seconds)) : '',
      ratio(other?.seconds ?? NaN, other ? own.seconds : undefined),
      ''
    ],
    [
      'import, peak memory in MB',
      number(own.megabytes, 0),
      other ? number(other.megabytes, 0) : '',
      ratio(own.megabytes, other?.megabytes),
      `< 350: ${goal(own.megabytes < 350)}`
    ],
    ...(large
      ? [
          [
            'the same for a file five times as long (this one)',
            number(large.megabytes, 0),
            number(own.megabytes, 0),
            ratio(large.megabytes, own.megabytes),
            `<= 1.3: ${goal(large.megabytes <= 1.3 * own.megabytes)}`
          ]
        ]
      : []),
    [
      `a page while a file is imported, ms, 99 of 100 of ${pages.busy.pages} (idle)`,
      number(pages.busy.p99, 1),
      number(pages.idle.p99, 1),
      ratio(pages.busy.p99, pages.idle.p99),
      `<= 100: ${goal(pages.busy.p99 <= 100)}`
    ],
    [
      `raking ${raked.rows} rows to four margins, ms${peerRake ? ' (R survey)' : ''}`,
      number(raked.ms, 0),
      peerRake ? number(peerRake.seconds * 1000, 0) : '',
      peerRake ? ratio(raked.ms, peerRake.seconds * 1000) : '',
      ''
    ],
    [
      'stored, MB (the file)',
      number(stored, 0),
      number(megabytes, 0),
      ratio(stored, megabytes),
      ''
    ],
    ['three columns from disk, ms', number(queries.load, 1), '', '', ''],
    ['weighted cross-tab of three columns, ms', number(queries.crossTab, 1), '', '', ''],
    ['design (strata and PSUs), ms', number(queries.design, 1), '', '', ''],
    [
      '50 indicators x 12 areas with SEs, ms (plain count)',
      number(queries.estimates, 0),
      number(queries.counts, 0),
      number(plain),
      `<= 2: ${goal(plain <= 2)}`
    ],
    [
      'the same with Korn-Graubard ranges, ms (plain count)',
      number(queries.intervals, 0),
      number(queries.counts, 0),
      number(queries.intervals / queries.counts),
      ''
    ],
    ['queries, peak memory in MB', number(asked.megabytes, 0), '', '', '']
  ];
  process.stdout.write(`\n${table(lines)}\n\n`);
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
