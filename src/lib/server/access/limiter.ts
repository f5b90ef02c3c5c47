import { createHash } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import type { Db } from '$lib/server/db/open';
import { signInAttempt } from '$lib/server/db/schema/access';

const WINDOW = 15 * 60_000;

/** Wrong passwords allowed in 15 minutes. An address is often a whole office. */
export const attemptLimits = { account: 10, address: 50 } as const;

export interface Attempt {
  email: string;
  /** of the client as the server sees it, never from a header the client wrote */
  address: string;
}

/**
 * Counts one try against its account and its address, before the password is looked at, so that
 * tries sent at once are all counted.
 *
 * @returns null when the try may go on, else the minutes to wait
 */
export function countAttempt(db: Db, attempt: Attempt, now: Date = new Date()): number | null {
  const windowStart = new Date(now.getTime() - WINDOW);
  return db.transaction(
    (tx) => {
      tx.delete(signInAttempt).where(lt(signInAttempt.windowStartsAt, windowStart)).run();
      const waits = keysOf(attempt).map(({ key, limit }) => {
        const row = tx
          .insert(signInAttempt)
          .values({ key, count: 1, windowStartsAt: now })
          .onConflictDoUpdate({
            target: signInAttempt.key,
            set: { count: sql`min(${signInAttempt.count} + 1, ${limit + 1})` }
          })
          .returning()
          .get();
        return row.count > limit ? row.windowStartsAt.getTime() + WINDOW - now.getTime() : 0;
      });
      const wait = Math.max(...waits);
      return wait > 0 ? Math.max(1, Math.ceil(wait / 60_000)) : null;
    },
    { behavior: 'immediate' }
  );
}

/** After a right password: the account starts anew, and the address gets this one try back. */
export function forgiveAttempt(db: Db, attempt: Attempt): void {
  const [account, address] = keysOf(attempt);
  db.delete(signInAttempt).where(eq(signInAttempt.key, account.key)).run();
  db.update(signInAttempt)
    .set({ count: sql`max(${signInAttempt.count} - 1, 0)` })
    .where(eq(signInAttempt.key, address.key))
    .run();
}

// Hashed: the table needs no list of who tried, and no address.
const keysOf = ({ email, address }: Attempt) =>
  [
    { key: `account:${digest(email.trim().toLowerCase())}`, limit: attemptLimits.account },
    { key: `address:${digest(network(address))}`, limit: attemptLimits.address }
  ] as const;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * The part of an address that one client holds: an IPv4 address whole, of IPv6 the first 64 bits
 * (a home or an office gets that many, RFC 6177).
 */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
