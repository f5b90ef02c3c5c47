import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed, encodingFor } from './compress';
import { failureLine } from './failure';
import { languageOf } from './preferences';
import { bodyLimit, refuseRequest } from './request-rules';
import { addSecurityHeaders } from './security-headers';

const origin = 'https://needs.example';
const asked = (method: string, headers: Record<string, string>, routeId = '/(app)/[workspace]') =>
  refuseRequest({ method, headers: new Headers(headers) }, { origin, routeId })?.reason ?? null;

describe('a request that may change something', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s must come from a page of this site',
    (method) => {
      expect(asked(method, { origin })).toBeNull();
      expect(asked(method, {})).toBe('other-site');
      expect(asked(method, { origin: 'https://evil.example' })).toBe('other-site');
      expect(asked(method, { origin: 'null' })).toBe('other-site');
      expect(asked(method, { 'content-type': 'application/json' })).toBe('other-site');
    }
  );

  test('reading needs no origin', () => {
    expect(asked('GET', {})).toBeNull();
    expect(asked('HEAD', { origin: 'https://evil.example' })).toBeNull();
  });
});

describe('a body', () => {
  const upload = '/(app)/[workspace]/data/import/upload';

  test('has a known length within the limit', () => {
    expect(asked('POST', { origin, 'content-length': String(bodyLimit) })).toBeNull();
    expect(asked('POST', { origin, 'content-length': String(bodyLimit + 1) })).toBe('too-large');
    expect(asked('POST', { origin, 'content-length': '1e3' })).toBe('too-large');
    expect(asked('POST', { origin, 'transfer-encoding': 'chunked' })).toBe('length-unknown');
    expect(asked('GET', { 'content-length': '9999999' })).toBe('too-large');
  });

  test('may be any length on the upload route, by PUT from this site', () => {
    expect(asked('PUT', { origin, 'transfer-encoding': 'chunked' }, upload)).toBeNull();
    expect(asked('PUT', { origin, 'content-length': '9999999999' }, upload)).toBeNull();
    expect(asked('POST', { origin, 'content-length': '9999999999' }, upload)).toBe('too-large');
    expect(asked('PUT', { 'content-length': '5' }, upload)).toBe('other-site');
  });

  test('may be any length where a form sends files without scripts, by POST from this site', () => {
    const form = `${upload}/form`;
    expect(asked('POST', { origin, 'content-length': '9999999999' }, form)).toBeNull();
    expect(asked('PUT', { origin, 'content-length': '9999999999' }, form)).toBe('too-large');
    expect(asked('POST', { 'content-length': '5' }, form)).toBe('other-site');
  });
});

describe('compression', () => {
  const page = '<p>needs</p>'.repeat(500);
  const answer = (type: string, accept: string, more: Record<string, string> = {}) =>
    compressed(
      new Request(origin, { headers: { 'accept-encoding': accept } }),
      new Response(page, { headers: { 'content-type': type, ...more } })
    );
  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

  test('gives the page back whole, smaller', async () => {
    const br = await bytes(answer('text/html', 'gzip, br'));
    expect(brotliDecompressSync(br).toString()).toBe(page);
    expect(br.length).toBeLessThan(page.length / 10);
    expect(gunzipSync(await bytes(answer('text/html', 'gzip'))).toString()).toBe(page);
  });

  test('leaves event streams, pictures and marked answers alone, and says what it varies by', () => {
    expect(answer('text/event-stream', 'br').headers.get('content-encoding')).toBeNull();
    expect(answer('image/png', 'br').headers.get('content-encoding')).toBeNull();
    expect(
      answer('text/html', 'br', { 'cache-control': 'no-transform' }).headers.get('content-encoding')
    ).toBeNull();
    expect(answer('text/html', '').headers.get('vary')).toBe('accept-encoding');
  });

  test('keeps each cookie', () => {
    const response = new Response(page, { headers: { 'content-type': 'text/html' } });
    response.headers.append('set-cookie', 'a=1; Path=/');
    response.headers.append('set-cookie', 'b=2; Path=/');
    const request = new Request(origin, { headers: { 'accept-encoding': 'br' } });
    expect(compressed(request, response).headers.getSetCookie()).toHaveLength(2);
  });

  test('takes only what the client takes', () => {
    expect(encodingFor('gzip;q=1.0, br;q=0')).toBe('gzip');
    expect(encodingFor('identity')).toBeNull();
    expect(encodingFor(null)).toBeNull();
  });
});

test('the chosen language comes before the browser, the browser before English', () => {
  expect(languageOf('es', 'en')).toBe('es');
  expect(languageOf('xx', 'fr, es-MX;q=0.8, en;q=0.3')).toBe('es');
  expect(languageOf(undefined, 'en-US,en;q=0.9,es;q=0.8')).toBe('en');
  expect(languageOf(undefined, 'es;q=0, fr')).toBe('en');
  expect(languageOf(undefined, null)).toBe('en');
});

test('the log of a failure says where, never what a message quoted', () => {
  const error = new Error('row 7: "my landlord evicted me"', {
    cause: new TypeError('"evicted me" is not a number')
  });
  const line = failureLine(error, { code: 'ABC', status: 500, method: 'GET', routeId: '/x' });
  expect(line).toMatch(/^ABC 500 GET \/x\nError\n\s+at .*rules\.test/);
  expect(line).toContain('TypeError');
  expect(line).not.toContain('evicted');
});

test('every answer says how browsers must treat it', () => {
  const headers = new Headers({ 'referrer-policy': 'no-referrer' });
  addSecurityHeaders(headers, { isPrivate: true });
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('private, no-cache');
});
