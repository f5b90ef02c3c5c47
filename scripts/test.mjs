// The whole gate: installs what is missing, then every kind of check; ends with one tally line.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { run, step } from './run.mjs';
import { say } from './say.mjs';
import { root, setup } from './setup.mjs';
import { tally } from './tally.mjs';

const started = Date.now();
await setup();
await ensureBrowser(root);

const reports = join(root, '.reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports);
const npx = (...args) => ['npx', ['--no-install', ...args], { cwd: root }];

await step('Build', 'npm', ['run', '-s', 'build'], { cwd: root });
await step('Formatting, linting, lock', 'npm', ['run', '-s', 'lint'], { cwd: root });
await step('Types', 'npm', ['run', '-s', 'check'], { cwd: root });

const suites = ['server', 'conformance', 'files', 'browser'];
for (const suite of suites) {
  say(`\n── Tests: ${suite}`);
  const [command, args, options] = npx(
    'vitest',
    'run',
    '--project',
    suite,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${suite}.json`)}`
  );
  await run(command, args, options);
}
if (existsSync(join(root, 'playwright.config.ts'))) {
  suites.push('e2e');
  say('\n── Tests: end to end');
  const [command, args, options] = npx('playwright', 'test');
  await run(command, args, options);
}

const { passed, failed, skipped } = tally(reports, suites);
say(`\nThe whole run took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
