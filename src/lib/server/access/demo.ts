import { eq } from 'drizzle-orm';
import type { Db } from '$lib/server/db/open';
import { user } from '$lib/server/db/schema/access';
import { isLoopback, settings } from '$lib/server/settings';
import { openSession, type FoundSession, type Visit } from './session';

/** The fictional person every visitor of the demonstration is, until they sign in as another. */
export const demoAnalyst = { name: 'Marisol Vega', email: 'analyst@demo.groundswell.example' };

/** Places where a visitor of the demonstration may want to be nobody, or somebody else. */
const open = /^\/(sign-in|sign-out|setup|invite|preferences|healthz)(\/|$)/;

/**
 * Signs the visitor in as the demo analyst through an ordinary session; null outside the
 * demonstration, on public pages, for a program others can reach, or before the people are made.
 * The host asked for must be this machine too, so that no other site can borrow the session by
 * pointing its name here.
 */
export async function demoSession(db: Db, visit: Visit): Promise<FoundSession | null> {
  const host = visit.request.headers
    .get('host')
    ?.replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '');
  if (!settings().isDemo || open.test(visit.url.pathname)) return null;
  if (host !== undefined && !isLoopback(host)) return null;
  const analyst = db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(eq(user.email, demoAnalyst.email))
    .get();
  const id = analyst ? await openSession(db, visit, analyst.id) : null;
  return analyst && id !== null ? { id, user: analyst } : null;
}
