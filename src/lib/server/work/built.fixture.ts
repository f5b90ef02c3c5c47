import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/**
 * Builds workers and command line as a release does, inside the project so that packages are found.
 * For tests.
 */
export async function buildWorkers(): Promise<{
  workerFile: (work: string) => string;
  commandLine: string;
  remove: () => void;
}> {
  const folder = resolve('.svelte-kit', `test-build-${process.pid}-${Date.now()}`);
  await build({
    configFile: resolve('vite.workers.config.ts'),
    mode: 'production',
    logLevel: 'silent',
    build: { outDir: folder }
  });
  return {
    workerFile: (work) => join(folder, 'workers', `${work}.worker.js`),
    commandLine: join(folder, 'cli/main.js'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
