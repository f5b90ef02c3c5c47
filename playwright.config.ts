import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/browser.ts';

const port = Number(process.env.E2E_PORT ?? 4174);

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.reports/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: launchOptions(),
    trace: 'retain-on-failure'
  },
  webServer: process.env.E2E_RUNNING
    ? undefined
    : {
        command: 'node scripts/demo.mjs',
        url: `http://127.0.0.1:${port}/healthz`,
        timeout: 240_000,
        env: { PORT: String(port), HOST: '127.0.0.1' },
        stdout: 'pipe',
        stderr: 'pipe'
      }
});
