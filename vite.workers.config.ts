import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

// Vite does not bundle worker_threads files, and Node cannot run them as TypeScript; so the workers
// and the command line get their own build, beside the app's: `build/`, or `.svelte-kit/` while
// developing (`WORKERS_OUT=.svelte-kit/workers`).
const workers = 'src/lib/server/work';
const input: Record<string, string> = {};
for (const file of readdirSync(workers).filter((name) => name.endsWith('.worker.ts')))
  input[`workers/${basename(file, '.ts')}`] = resolve(workers, file);
if (existsSync('src/cli/main.ts')) input['cli/main'] = resolve('src/cli/main.ts');

/** The last step of `npm run build` leaves a mark: what is older than it need not be built again. */
const markComplete: Plugin = {
  name: 'mark-complete',
  writeBundle({ dir }) {
    if (dir) writeFileSync(join(dir, 'complete'), `${new Date().toISOString()}\n`);
  }
};

export default defineConfig({
  plugins: [markComplete],
  resolve: { alias: { $lib: resolve('src/lib') } },
  ssr: {
    noExternal: true,
    external: ['better-sqlite3', 'better-sqlite3-napi', '@resvg/resvg-js']
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: dirname(process.env.WORKERS_OUT ?? 'build/workers'),
    // The app's own build is already there.
    emptyOutDir: false,
    copyPublicDir: false,
    sourcemap: false,
    rolldownOptions: {
      input,
      output: { entryFileNames: '[name].js', chunkFileNames: 'workers/shared/[name]-[hash].js' }
    }
  }
});
