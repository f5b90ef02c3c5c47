// The command line: runs its bundle, and builds it first when a source is newer.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src/lib', 'src/cli', 'package-lock.json', 'vite.workers.config.ts'];

const newest = (path) => {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** The bundle to run: the build's, or the one made while developing, whichever is current. */
export function bundle() {
  const changed = Math.max(...sources.map((source) => newest(join(root, source))));
  const places = ['build', '.svelte-kit'].map((place) => join(root, place, 'cli/main.js'));
  const current = places.find((file) => existsSync(file) && statSync(file).mtimeMs > changed);
  if (current) return current;
  process.stderr.write('Building the command line…\n');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', 'vite.workers.config.ts'],
    {
      cwd: root,
      env: { ...process.env, WORKERS_OUT: '.svelte-kit/workers' },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8'
    }
  );
  if (status !== 0) {
    process.stderr.write(`${stderr}\nThe command line could not be built. Run: npm run setup\n`);
    process.exit(1);
  }
  return places[1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await import(pathToFileURL(bundle()).href);
