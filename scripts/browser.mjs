// A Chromium for the tests: one that is installed, else Debian's, else Playwright's own download.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { say, stop } from './say.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

const starts = (path) =>
  spawnSync(path, ['--version'], { timeout: 30_000, encoding: 'utf8' }).status === 0;

const find = () =>
  [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path) && starts(path));

/** @returns the path of a browser, remembered for the test runners */
export async function ensureBrowser(root) {
  let path = find();
  if (!path && process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (...args) => {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      return run(command, rest, {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      }).catch(() => 1);
    };
    say('\n── Installing Chromium with apt-get (tests only)');
    await apt('update', '-qq');
    await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
    path = find();
  }
  if (!path) {
    say('\n── Asking Playwright for a Chromium');
    const code = await run('npx', ['playwright', 'install', 'chromium'], { cwd: root });
    if (code === 0) {
      const { chromium } = await import('@playwright/test');
      path = chromium.executablePath();
    }
  }
  if (!path)
    stop(
      'No Chromium was found for the browser tests.',
      'Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one, then run the command again.'
    );
  const memory = join(root, 'node_modules/.cache');
  mkdirSync(memory, { recursive: true });
  writeFileSync(join(memory, 'browser.json'), JSON.stringify({ path }));
  say(`Browser for the tests: ${path}`);
  return path;
}
