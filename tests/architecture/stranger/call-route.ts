import { isHttpError, isRedirect } from '@sveltejs/kit';
import { inspect } from 'node:util';
import type { Planted, PlantedSet } from './planted-workspaces';
import { slugOf } from './planted-workspaces';
import { everything } from './call-function';
import { tableNamed, text } from './arguments';

/** Every server module of the routes, loaded when it is asked. */
export const routeModules = import.meta.glob<Record<string, unknown>>(
  '/src/routes/**/+{page,layout,server}{.server,}.ts'
);
const routeFiles = import.meta.glob<string>('/src/routes/**/*.{svelte,ts}', {
  query: '?raw',
  eager: true,
  import: 'default'
});

/** One thing a client can call: a load, an action, a handler. */
export interface Entrance {
  file: string;
  /** "load", "action create", "POST" */
  name: string;
  /** "/(app)/[workspace]/data" */
  routeId: string;
  call: (event: unknown) => unknown;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback'];

/** Every entrance of every route. */
export async function findEntrances(): Promise<Entrance[]> {
  const found: Entrance[] = [];
  for (const [file, load] of Object.entries(routeModules)) {
    const module = await load();
    const routeId = file.replace('/src/routes', '').replace(/\/[^/]*$/, '') || '/';
    const add = (name: string, call: unknown) => {
      if (typeof call === 'function')
        found.push({ file, name, routeId, call: call as Entrance['call'] });
    };
    if (!file.endsWith('+server.ts')) add('load', module.load);
    for (const [name, action] of Object.entries(module.actions ?? {}))
      add(`action ${name}`, action);
    if (file.endsWith('+server.ts')) for (const method of methods) add(method, module[method]);
  }
  return found;
}

export interface Asker {
  /** null: nobody is signed in */
  user: { id: string; name: string; email: string } | null;
}

export interface Answer {
  /** of a refusal or redirect; null: something was given back */
  status: number | null;
  /** where a redirect leads */
  location: string;
  /** everything the client could read */
  text: string;
  /** an error that is no refusal: a bug for whoever should have been refused */
  crash: unknown;
}

/** Calls an entrance as `asker` at the address of `place`, with ids of `about` in path and form. */
export async function callRoute(
  entrance: Entrance,
  asker: Asker,
  where: { planted: Planted; place: PlantedSet; about: PlantedSet; candidate: string }
): Promise<Answer> {
  try {
    const given = await entrance.call(eventFor(entrance, asker, where));
    if (given instanceof Response)
      return { ...nothing, status: refusalOf(given), text: await readable(given) };
    return { ...nothing, text: inspect(await settled(given), everything) };
  } catch (error) {
    if (isRedirect(error))
      return { ...nothing, status: error.status, location: error.location, text: error.location };
    if (isHttpError(error))
      return { ...nothing, status: error.status, text: inspect(error.body, everything) };
    return { ...nothing, crash: error };
  }
}

const nothing: Answer = { status: null, location: '', text: '', crash: null };

const refusalOf = (response: Response): number | null =>
  response.status >= 300 ? response.status : null;

/** Up to a second of an answer: a stream of events has no end. */
async function readable(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const timer = setTimeout(() => void reader.cancel(), 1000);
  const pieces: Uint8Array[] = [];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    pieces.push(piece.value);
  clearTimeout(timer);
  return Buffer.concat(pieces).toString('utf8');
}

/** What a page streams later is read too. */
async function settled(given: unknown): Promise<unknown> {
  if (given === null || typeof given !== 'object') return given;
  const entries = await Promise.all(
    Object.entries(given).map(async ([key, value]) => [key, await (value as unknown)] as const)
  );
  return Object.fromEntries(entries);
}

function eventFor(
  entrance: Entrance,
  { user }: Asker,
  { planted, place, about, candidate }: Parameters<typeof callRoute>[2]
) {
  const ids = planted.idsOf(about);
  const params = Object.fromEntries(
    [...entrance.routeId.matchAll(/\[+(?:\.\.\.)?(\w+)/g)].map(([, name = '']) => [
      name,
      name === 'workspace' ? slugOf(place) : (ids.get(name) ?? candidate)
    ])
  );
  const path = entrance.routeId
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\[+(?:\.\.\.)?(\w+)[^\]]*\]+/g, (_, name: string) => params[name] ?? '');
  const url = new URL(`https://needs.example${path || '/'}`);
  const isReading = ['load', 'GET'].includes(entrance.name);
  const method = isReading ? 'GET' : /^[A-Z]+$/.test(entrance.name) ? entrance.name : 'POST';
  const form = new URLSearchParams(
    fieldsNear(entrance.file).map((name) => [
      name,
      text(name, (id) => ids.get(tableNamed(id, ids) ?? '') ?? candidate)
    ])
  );
  const request = new Request(url, {
    method,
    ...(isReading ? {} : { body: form }),
    headers: { origin: url.origin }
  });
  const cookies = new Map<string, string>();
  return {
    locals: { language: 'en', theme: 'auto', user, sessionId: user && 'session', isDemo: false },
    params,
    url,
    request,
    route: { id: entrance.routeId },
    cookies: {
      get: (name: string) => cookies.get(name),
      getAll: () => [],
      set: (name: string, value: string) => void cookies.set(name, value),
      delete: (name: string) => void cookies.delete(name)
    },
    getClientAddress: () => '203.0.113.7',
    setHeaders: () => undefined,
    depends: () => undefined,
    untrack: (work: () => unknown) => work(),
    parent: () => Promise.resolve({}),
    fetch: () => Promise.reject(new Error('a stranger test has no network')),
    isDataRequest: false,
    isSubRequest: false,
    platform: undefined
  };
}

/** Names of the fields of the forms beside a route. */
const fieldsNear = (file: string): string[] => {
  const folder = file.replace(/[^/]*$/, '');
  const near = Object.entries(routeFiles).filter(
    ([path]) => path.startsWith(folder) && !path.slice(folder.length).includes('/')
  );
  const names = near.flatMap(([, source]) => [...source.matchAll(/\bname="(\w+)"/g)]);
  return [...new Set(names.map(([, name = '']) => name))];
};

/** The text of a route module and of the route files it imports. */
export function sourceOf(file: string): string {
  const own = routeFiles[file] ?? '';
  const beside = [...own.matchAll(/from '(\.[^']+)'/g)].map(
    ([, path = '']) => new URL(`${path}.ts`, `file://${encodeURI(file)}`).pathname
  );
  return [own, ...beside.map((path) => routeFiles[decodeURI(path)] ?? '')].join('\n');
}
