// The demonstration: installs and builds what is missing, makes the fictional county in a temporary
// folder, and serves it on this machine only, signed in as the demo analyst.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { step } from './run.mjs';
import { say } from './say.mjs';
import { root, setup } from './setup.mjs';

await setup();
await ensureBuild(root);
const built = Date.now();

const data = mkdtempSync(join(tmpdir(), 'groundswell-demo-'));
const host = process.env.HOST ?? '127.0.0.1';
const port = process.env.PORT ?? '3000';
const origin = process.env.ORIGIN ?? `http://${host}:${port}`;
const env = {
  ...process.env,
  NODE_ENV: 'production',
  GROUNDSWELL_DATA: data,
  GROUNDSWELL_DEMO: '1',
  HOST: host,
  PORT: port,
  ORIGIN: origin,
  BODY_SIZE_LIMIT: process.env.BODY_SIZE_LIMIT ?? '4294967296'
};

await step('Making the sample county', process.execPath, ['build/cli/main.js', 'sample'], {
  cwd: root,
  env
});

const server = spawn(process.execPath, ['build/index.js'], { cwd: root, env, stdio: 'inherit' });
const tidy = () => rmSync(data, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  tidy();
  process.exit(code ?? 0);
});

/** Asks until the first page answers. */
async function whenReady() {
  for (;;) {
    try {
      if ((await fetch(`http://${host}:${port}/healthz`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

await whenReady();
say(`\nGroundswell is ready, ${((Date.now() - built) / 1000).toFixed(0)} s after the build.`);
say(`Open ${origin} in a browser. Stop it with Ctrl+C; what you changed is then gone.\n`);
