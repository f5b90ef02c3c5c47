// The lock must install anywhere: no download addresses, a checksum for every package, and an entry
// for every optional package that another one names.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { say } from './say.mjs';

/** @returns sentences about what is wrong with a parsed package-lock.json; none when it is fine */
export function lockProblems(lock) {
  const problems = [];
  const packages = lock.packages ?? {};
  const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    if (entry.resolved) problems.push(`${path}: has a download address`);
    if (!entry.integrity && !entry.link) problems.push(`${path}: has no checksum`);
    for (const name of Object.keys(entry.optionalDependencies ?? {}))
      if (!names.has(name)) problems.push(`${path}: its optional package ${name} has no entry`);
  }
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url);
  const problems = lockProblems(JSON.parse(readFileSync(file, 'utf8')));
  for (const problem of problems) say(`package-lock.json: ${problem}`);
  if (problems.length > 0) {
    say('Make the lock anew with: npm install --package-lock-only --ignore-scripts');
    process.exit(1);
  }
}
