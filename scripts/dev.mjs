// Development: workers once, then the development server.
import { step } from './run.mjs';
import { root, setup } from './setup.mjs';

await setup();
await step('Workers', 'npx', ['--no-install', 'vite', 'build', '-c', 'vite.workers.config.ts'], {
  cwd: root,
  env: { ...process.env, WORKERS_OUT: '.svelte-kit/workers' }
});
await step('Development server', 'npx', ['--no-install', 'vite', 'dev', ...process.argv.slice(2)], {
  cwd: root
});
