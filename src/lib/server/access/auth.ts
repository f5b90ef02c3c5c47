import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import * as v from 'valibot';
import type { Db } from '$lib/server/db/open';
import { account, session, user, verification } from '$lib/server/db/schema/access';
import { settings } from '$lib/server/settings';
import { passwordLength } from './password';
import { cookieSecret } from './secret';

/** The header that carries the client's address to the credential library; clients cannot set it. */
export const addressHeader = 'x-app-ip';

/**
 * The credential library on our own tables. Its HTTP handler is not mounted: only form actions and
 * `handle` call it, so every way in is one of our routes.
 *
 * @param origin of the request; its scheme decides whether cookies are sent over HTTPS only
 */
export function authFor(db: Db, origin: string): Auth {
  const byOrigin = instances.get(db) ?? new Map<string, Auth>();
  instances.set(db, byOrigin);
  const known = byOrigin.get(origin);
  if (known) return known;
  const made = makeAuth(db, origin);
  // Behind a proxy that passes any Host on, origins could be endless.
  if (byOrigin.size >= 8) byOrigin.clear();
  byOrigin.set(origin, made);
  return made;
}

export type Auth = ReturnType<typeof makeAuth>;

const instances = new WeakMap<Db, Map<string, Auth>>();

const DAY = 86_400;

const makeAuth = (db: Db, origin: string) =>
  betterAuth({
    baseURL: origin,
    trustedOrigins: [origin],
    secret: cookieSecret(settings().secretFile),
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { user, session, account, verification }
    }),
    emailAndPassword: {
      enabled: true,
      // People are made by the setup link and by invitations only.
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most
    },
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    // Our own limiter covers every path in; the library's covers only its HTTP handler.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'groundswell',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' }
    },
    telemetry: { enabled: false },
    // Its warnings name accounts; refusals are counted by the limiter.
    logger: { level: 'error' },
    plugins: [openSessions]
  });

/** Opens a session without a password: after setup or an invitation, and for the demo analyst. */
const openSessions = {
  id: 'open-sessions',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: v.object({ userId: v.string() }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const person = await internalAdapter.findUserById(context.body.userId);
        if (!person) return context.json(null);
        const opened = await internalAdapter.createSession(person.id);
        await setSessionCookie(context, { session: opened, user: person });
        return context.json({ sessionId: opened.id });
      }
    )
  }
} satisfies BetterAuthPlugin;
