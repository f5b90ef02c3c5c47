import { APIError } from 'better-auth/api';
import type { Issue } from '$lib/base/issue';
import type { Db } from '$lib/server/db/open';
import { authFor } from './auth';
import { countAttempt, forgiveAttempt } from './limiter';
import { refused } from './refused';
import { clientHeaders, keepCookies, type Visit } from './session';

export interface Credentials {
  email: string;
  password: string;
}

/**
 * Checks e-mail and password and opens a session. The one place where a password is looked at, and
 * no try reaches it before it was counted against its account and its address.
 *
 * @returns the issues that kept the person out; none: signed in. The same words for an unknown
 *   account and for a wrong password, after the same work.
 */
export async function signIn(db: Db, visit: Visit, credentials: Credentials): Promise<Issue[]> {
  const attempt = { email: credentials.email, address: visit.getClientAddress() };
  const minutes = countAttempt(db, attempt);
  if (minutes !== null) return refused('too-many-attempts', 'email', { minutes }).issues;
  try {
    const { headers } = await authFor(db, visit.url.origin).api.signInEmail({
      body: credentials,
      headers: clientHeaders(visit),
      returnHeaders: true
    });
    keepCookies(visit, headers);
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500)
      return refused('sign-in-wrong', 'email').issues;
    throw error;
  }
  forgiveAttempt(db, attempt);
  return [];
}
