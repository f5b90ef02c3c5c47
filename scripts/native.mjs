// The SQLite addon: load it, else restore it from the cache, else build it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';
import { say, stop } from './say.mjs';

const addon = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';

/** Loading happens in another process: a wrong build can end a process outright. */
const loads = (root, name) =>
  spawnSync(process.execPath, ['-e', `new (require('${name}'))(':memory:').close()`], {
    cwd: root
  }).status === 0;

function cacheFile(root) {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8')
  );
  const libc = process.report?.getReport?.().header?.glibcVersionRuntime ? 'glibc' : 'other';
  const name = `better-sqlite3-${version}-abi${process.versions.modules}-${process.platform}-${process.arch}-${libc}.node`;
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'groundswell', name);
}

export async function ensureDatabaseAddon(root) {
  if (Number(process.versions.napi) >= 10 && loads(root, 'better-sqlite3-napi')) {
    say('The database addon loads.');
    return;
  }
  if (loads(root, 'better-sqlite3')) {
    say('The database addon loads.');
    return;
  }
  const cached = cacheFile(root);
  const target = join(root, addon);
  if (existsSync(cached)) {
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(cached, target);
    if (loads(root, 'better-sqlite3')) {
      say('The database addon was restored from the cache.');
      return;
    }
  }
  say('\n── Building the database addon (about a minute the first time)');
  await run('npm', ['rebuild', 'better-sqlite3'], {
    cwd: root,
    shell: process.platform === 'win32'
  });
  if (!loads(root, 'better-sqlite3'))
    stop(
      'The database addon (better-sqlite3) could not be built.',
      'On Debian or Ubuntu: apt-get install python3 make g++ — then run the command again. Or use Node 22.14 or newer, which needs no compiler.'
    );
  mkdirSync(dirname(cached), { recursive: true });
  copyFileSync(target, cached);
  say('── The database addon is built.');
}
