import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import type { Db } from '$lib/server/db/open';
import { addressHeader, authFor } from './auth';

/** What a request tells about its client. A subset of the event of `handle` and of form actions. */
export interface Visit {
  url: URL;
  request: Request;
  cookies: Pick<Cookies, 'set' | 'getAll'>;
  getClientAddress: () => string;
}

export interface FoundSession {
  id: string;
  user: { id: string; name: string; email: string };
}

/** Who is signed in, by the session cookie; null: nobody. Prolongs a session used after a day. */
export async function findSession(db: Db, visit: Visit): Promise<FoundSession | null> {
  const { headers, response } = await authFor(db, visit.url.origin).api.getSession({
    headers: clientHeaders(visit),
    returnHeaders: true
  });
  keepCookies(visit, headers);
  if (!response) return null;
  const { id, name, email } = response.user;
  return { id: response.session.id, user: { id, name, email } };
}

/** Signs a person in without a password; the session's id, or null: there is no such person. */
export async function openSession(db: Db, visit: Visit, userId: string): Promise<string | null> {
  const { headers, response } = await authFor(db, visit.url.origin).api.openSession({
    body: { userId },
    headers: clientHeaders(visit),
    returnHeaders: true
  });
  keepCookies(visit, headers);
  return response?.sessionId ?? null;
}

/** Ends the session of the visit, in the database and in the browser. */
export async function endSession(db: Db, visit: Visit): Promise<void> {
  const { headers } = await authFor(db, visit.url.origin).api.signOut({
    headers: clientHeaders(visit),
    returnHeaders: true
  });
  keepCookies(visit, headers);
}

/**
 * The only headers the credential library sees: cookies, browser, and the address as the server
 * knows it. Whatever else the client sent (X-Forwarded-For, our own header) stays outside.
 */
export function clientHeaders({ request, cookies, getClientAddress }: Visit): Headers {
  const headers = new Headers({ [addressHeader]: getClientAddress() });
  const sent = cookies.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  if (sent.length > 0) headers.set('cookie', sent.join('; '));
  const browser = request.headers.get('user-agent');
  if (browser) headers.set('user-agent', browser.slice(0, 300));
  return headers;
}

/** Hands the library's cookies to the answer of this visit. */
export function keepCookies({ cookies, url }: Visit, headers: Headers): void {
  for (const [name, attributes] of parseSetCookieHeader(headers.get('set-cookie') ?? ''))
    cookies.set(name, attributes.value, {
      ...toCookieOptions(attributes),
      secure: url.protocol === 'https:',
      path: attributes.path ?? '/'
    });
}
