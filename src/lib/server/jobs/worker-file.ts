import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * From a bundle to the workers of the same build. How deep the app server's bundles lie is its
 * adapter's choice, so every folder above is looked at.
 */
const beside = [
  '.',
  ...Array.from({ length: 5 }, (_, up) => `${'../'.repeat(up + 1)}workers`),
  '..'
];

/**
 * Where the bundle of a worker lies: in the build this file was bundled into, or where development
 * and tests find one (`.svelte-kit/workers`, `build/workers`).
 *
 * @throws Error naming the command that builds it
 */
export function workerFile(work: string): string {
  const name = `${work}.worker.js`;
  const here = dirname(fileURLToPath(import.meta.url));
  const places = import.meta.env.DEV
    ? [resolve('.svelte-kit/workers'), resolve('build/workers')]
    : beside.map((place) => join(here, place));
  const files = places.map((place) => join(place, name)).filter((file) => existsSync(file));
  // While developing, whichever of the two was built last; in a build there is one.
  const [found] = import.meta.env.DEV
    ? files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    : files;
  if (!found)
    throw new Error(
      `The worker "${name}" has not been built. Run: npx vite build -c vite.workers.config.ts`
    );
  return found;
}
