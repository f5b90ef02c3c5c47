import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newToken } from './token';

/**
 * The secret that signs session cookies: read from its file, made at the first start. It stands
 * beside the database, not in it, so that a copy of the database alone opens no session.
 */
export function cookieSecret(file: string): string {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // "wx": of two processes starting at once, the second reads what the first wrote.
    writeFileSync(file, newToken() + newToken(), { flag: 'wx', mode: 0o600 });
    chmodSync(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
