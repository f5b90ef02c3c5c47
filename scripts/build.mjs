// Builds the app, its workers and the command line when a source is newer than the last build.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './run.mjs';
import { say } from './say.mjs';

const newest = (path) => {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const sources = [
  'src',
  'static',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'vite.workers.config.ts'
];

export async function ensureBuild(root) {
  const stamp = join(root, 'build/complete');
  const changed = Math.max(...sources.map((source) => newest(join(root, source))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > changed) {
    say('The build is current.');
    return;
  }
  await step('Build', 'npm', ['run', '-s', 'build'], { cwd: root });
}
