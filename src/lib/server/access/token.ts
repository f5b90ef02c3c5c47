import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link: 32 random bytes in URL letters. Shown once; only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: SHA-256, hexadecimal. No salt is needed for 256 random bits. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

const HOUR = 3_600_000;

/** How long links live, in milliseconds. */
const lifetimes = { setup: 24 * HOUR, invitation: 14 * 24 * HOUR } as const;

export const expiry = (kind: keyof typeof lifetimes, now: Date = new Date()): Date =>
  new Date(now.getTime() + lifetimes[kind]);
