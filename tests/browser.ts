import { existsSync, readFileSync } from 'node:fs';

/** What `scripts/browser.mjs` found and remembered. */
interface FoundBrowser {
  path: string;
}

const memory = 'node_modules/.cache/browser.json';

/** Chromium and its flags, the same for component tests and end-to-end tests. */
export function launchOptions(): { executablePath?: string; args: string[] } {
  const found = existsSync(memory)
    ? (JSON.parse(readFileSync(memory, 'utf8')) as FoundBrowser)
    : undefined;
  const path =
    found?.path ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));
  return {
    ...(path ? { executablePath: path } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage'
    ]
  };
}
