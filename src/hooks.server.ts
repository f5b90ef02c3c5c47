import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building, dev } from '$app/environment';
import { demoSession } from '$lib/server/access/demo';
import { findSession } from '$lib/server/access/session';
import { getDb } from '$lib/server/db';
import { DatabaseVersionError } from '$lib/server/db/migrate';
import { computeWorker } from '$lib/server/jobs/compute-elsewhere';
import { compressed } from '$lib/server/http/compress';
import { failureCode, failureLine } from '$lib/server/http/failure';
import { isTheme, languageOf } from '$lib/server/http/preferences';
import { refuseRequest } from '$lib/server/http/request-rules';
import { addSecurityHeaders } from '$lib/server/http/security-headers';
import { settings } from '$lib/server/settings';
import { makeElsewhere } from '$lib/server/use-cases/released-cache';
import { createSetupLink } from '$lib/server/use-cases/setup';
import { textFor } from '$lib/text/text';

/** Opens the database, sets the compute worker to work, and prints the one-time link while nobody owns a workspace. */
export const init: ServerInit = () => {
  if (building) return;
  // While developing, the program's newest lines are in this thread, not in a worker built before.
  if (!dev) makeElsewhere(computeWorker());
  try {
    const link = createSetupLink(getDb());
    if (link.ok)
      console.log(
        `\nFirst start. Open this link once, within a day, to make your workspace:\n${settings().origin}${link.value.path}\n`
      );
  } catch (error) {
    if (!(error instanceof DatabaseVersionError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
};

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, request, cookies, url } = event;
  const theme = cookies.get('theme');
  locals.language = languageOf(cookies.get('language'), request.headers.get('accept-language'));
  locals.theme = isTheme(theme) ? theme : 'auto';
  locals.isDemo = settings().isDemo;
  locals.user = null;
  locals.sessionId = null;
  const dressed = () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        html.replace('%lang%', locals.language).replace('%theme%', locals.theme)
    });
  if (building) return dressed();
  // The program asking itself passed these gates with the outer request.
  const refusal = event.isSubRequest
    ? null
    : refuseRequest(request, { origin: url.origin, routeId: event.route.id });
  if (refusal)
    return refused(textFor(locals.language).access.refused[refusal.reason], refusal.status);
  if (event.route.id !== '/healthz') {
    const session = (await findSession(getDb(), event)) ?? (await demoSession(getDb(), event));
    locals.user = session?.user ?? null;
    locals.sessionId = session?.id ?? null;
  }
  const response = await dressed();
  addSecurityHeaders(response.headers, { isPrivate: locals.user !== null });
  return event.isSubRequest ? response : compressed(request, response);
};

function refused(sentence: string, status: number): Response {
  const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  addSecurityHeaders(headers, { isPrivate: true });
  return new Response(`${sentence}\n`, { status, headers });
}

export const handleError: HandleServerError = ({ error, event, status }) => {
  const words = textFor(event.locals.language).access;
  if (status === 404) return { message: words.noSuchPage, code: 'not-found' };
  const code = failureCode();
  console.error(
    failureLine(error, { code, status, method: event.request.method, routeId: event.route.id })
  );
  return { message: words.failed(code), code };
};
