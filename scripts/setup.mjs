// Everything a fresh clone needs, and nothing when it has it: packages and the database addon.
// Needs Node and npm only.
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureDatabaseAddon } from './native.mjs';
import { step } from './run.mjs';
import { say, stop } from './say.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(
      `Groundswell needs Node 20.19 or newer; this is ${process.versions.node}.`,
      'Install Node 22 or 24 from your package manager or nodejs.org, then run the command again.'
    );
}

/** True when the installed packages are those of the lock file. */
function packagesAreCurrent() {
  const installed = `${root}node_modules/.package-lock.json`;
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs
  );
}

export async function setup() {
  checkNode();
  if (packagesAreCurrent()) say('Packages are installed.');
  else
    await step('Installing packages', 'npm', ['ci', '--ignore-scripts'], {
      cwd: root,
      shell: process.platform === 'win32'
    });
  await ensureDatabaseAddon(root);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
