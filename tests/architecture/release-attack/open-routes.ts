import { isHttpError, isRedirect } from '@sveltejs/kit';
import { inspect } from 'node:util';
import { findEntrances, type Entrance } from '../stranger/call-route';
import { everything } from '../stranger/call-function';

/** What a route gave somebody who is signed in. */
export interface Opened {
  /** "/(app)/[workspace]/needs load ?as=map" */
  name: string;
  /** data as the page gets it; null for a file */
  data: unknown;
  /** everything of it as text, files included */
  text: string;
  /** an error that is no refusal */
  crash: unknown;
}

/** Who opens, and what stands for each name in brackets of a route. */
export interface Visit {
  userId: string;
  params: Readonly<Record<string, string | undefined>>;
  language: 'en' | 'es';
}

const reading = ['load', 'GET'];

/**
 * Opens every page, layout and file of the program that can be read, once for each address that is
 * given for it (without any, once). Redirects, refusals and things that are not there are left out.
 *
 * @param queriesOf  what stands behind the question mark, by route
 */
export async function openRoutes(
  visit: Visit,
  queriesOf: (routeId: string) => readonly string[]
): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const entrance of (await findEntrances()).filter(({ name }) => reading.includes(name)))
    for (const query of queriesOf(entrance.routeId)) {
      const found = await open(entrance, visit, query);
      if (found) opened.push(found);
    }
  return opened;
}

async function open(entrance: Entrance, visit: Visit, query: string): Promise<Opened | null> {
  const name = `${entrance.routeId} ${entrance.name} ${query}`;
  try {
    const given = await entrance.call(eventOf(entrance, visit, query));
    if (!(given instanceof Response))
      return { name, data: given, text: inspect(given, everything), crash: null };
    if (!given.ok || given.headers.get('content-type')?.startsWith('text/event-stream'))
      return null;
    const bytes = Buffer.from(await given.arrayBuffer());
    return { name, data: null, text: bytes.toString('latin1'), crash: null };
  } catch (error) {
    if (isRedirect(error) || isHttpError(error)) return null;
    return { name, data: null, text: '', crash: error };
  }
}

function eventOf({ routeId }: Entrance, { userId, params: known, language }: Visit, query: string) {
  const names = [...routeId.matchAll(/\[+(?:\.\.\.)?(\w+)/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(names.map((name) => [name, known[name] ?? 'none']));
  const path = routeId
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\[+(?:\.\.\.)?(\w+)[^\]]*\]+/g, (_, name: string) => params[name] ?? '');
  const url = new URL(`https://needs.example${path || '/'}${query}`);
  return {
    locals: {
      user: { id: userId, name: 'Person', email: 'person@example.org' },
      sessionId: 'session',
      language,
      theme: 'auto',
      isDemo: false
    },
    params,
    url,
    request: new Request(url),
    route: { id: routeId },
    cookies: {
      get: () => undefined,
      getAll: () => [],
      set: () => undefined,
      delete: () => undefined
    },
    depends: () => undefined,
    setHeaders: () => undefined,
    untrack: <T>(work: () => T): T => work(),
    parent: () => Promise.resolve({}),
    fetch: () => Promise.reject(new Error('nothing is fetched')),
    getClientAddress: () => '127.0.0.1'
  };
}
