/**
 * Writes the sample county: node scripts/sample-county.mjs [FOLDER]
 * The folder is data/sample-county unless named. Same bytes every time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSampleCounty } from './sample-county/build.mjs';

const folder = resolve(
  process.argv[2] ?? fileURLToPath(new URL('../data/sample-county', import.meta.url))
);
mkdirSync(folder, { recursive: true });
for (const [name, text] of buildSampleCounty()) {
  writeFileSync(join(folder, name), text);
  console.log(`${join(folder, name)}  ${Buffer.byteLength(text).toLocaleString('en-US')} bytes`);
}
