import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDb } from '$lib/server/db';
import { handle, handleError } from './hooks.server';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-hooks-'));
const before = { ...process.env };
beforeAll(() => {
  process.env.GROUNDSWELL_DATA = folder;
});
afterAll(() => {
  closeDb();
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

const origin = 'https://needs.example';

/** Sends a request through `handle`; `reached` says whether a page saw it. */
async function send(
  method: string,
  headers: Record<string, string> = {},
  cookies: Record<string, string> = {}
) {
  let chunk = '';
  const event = {
    url: new URL(`${origin}/county`),
    request: new Request(`${origin}/county`, { method, headers }),
    route: { id: '/(app)/[workspace]' },
    locals: {},
    isSubRequest: false,
    getClientAddress: () => '203.0.113.7',
    cookies: {
      get: (name: string) => cookies[name],
      getAll: () => Object.entries(cookies).map(([name, value]) => ({ name, value })),
      set: () => undefined
    }
  } as unknown as RequestEvent;
  const resolve = vi.fn((_event: RequestEvent, options?: { transformPageChunk?: unknown }) => {
    const transform = options?.transformPageChunk as (input: object) => string;
    chunk = transform({ html: '<html lang="%lang%" data-theme="%theme%">', done: true });
    return new Response(chunk, { headers: { 'content-type': 'text/html' } });
  });
  const response = await handle({ event, resolve });
  return { response, event, chunk, reached: resolve.mock.calls.length > 0 };
}

describe('every request', () => {
  test('that may change something and is not from here stops before any page', async () => {
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }])
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const { response, reached } = await send(method, headers as Record<string, string>);
        expect([response.status, reached]).toEqual([403, false]);
        expect(await response.text()).toMatch(/did not come from a page of this site/);
      }
    expect((await send('POST', { origin })).reached).toBe(true);
  });

  test('too long or of unknown length stops with a sentence', async () => {
    const long = await send('POST', { origin, 'content-length': '600000' });
    expect([long.response.status, long.reached]).toEqual([413, false]);
    const unknown = await send('POST', { origin, 'transfer-encoding': 'chunked' });
    expect([unknown.response.status, unknown.reached]).toEqual([411, false]);
  });

  test('without a good session is nobody', async () => {
    const { event } = await send('GET', {}, { '__Secure-groundswell.session_token': 'made-up.x' });
    expect(event.locals.user).toBeNull();
    expect(event.locals.sessionId).toBeNull();
    expect(event.locals.isDemo).toBe(false);
  });

  test('gets its language and colors into the page, and the security headers', async () => {
    const { chunk, response } = await send('GET', { 'accept-language': 'es' }, { theme: 'dark' });
    expect(chunk).toBe('<html lang="es" data-theme="dark">');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await send('GET', {}, { theme: '"><script>' })).chunk).toContain('data-theme="auto"');
  });
});

test('a failure gives a code and no detail; the log has no message either', async () => {
  const { event } = await send('GET');
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const given = handleError({
    error: new Error('cell "my landlord"'),
    event,
    status: 500,
    message: 'Internal Error'
  });
  expect(JSON.stringify(given)).not.toMatch(/landlord|at .*:\d/);
  expect(given).toMatchObject({ code: expect.stringMatching(/^[0-9A-Z]{8}$/) as string });
  expect(log.mock.calls.flat().join()).not.toContain('landlord');
  log.mockRestore();
});
