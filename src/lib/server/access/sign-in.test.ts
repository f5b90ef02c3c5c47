import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Db } from '$lib/server/db/open';
import { createPerson } from '$lib/server/use-cases/people';
import { demoAnalyst, demoSession } from './demo';
import { attemptLimits } from './limiter';
import { endSession, findSession, openSession, type Visit } from './session';
import { signIn } from './sign-in';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-sign-in-'));
const before = { ...process.env };
beforeAll(() => {
  process.env.GROUNDSWELL_DATA = folder;
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

let db: Db;
const ana = { name: 'Ana', email: 'Ana@x.org', password: 'correct horse battery' };
beforeEach(async () => {
  db = openDatabase(':memory:');
  await createPerson(db, ana);
});

/** A browser with a cookie jar; `sent` are headers it claims. */
function browser(address: string, sent: Record<string, string> = {}, path = '/sign-in') {
  const jar = new Map<string, { value: string; options: Record<string, unknown> }>();
  const url = new URL(`https://needs.example${path}`);
  const visit: Visit = {
    url,
    request: new Request(url, { headers: sent }),
    getClientAddress: () => address,
    cookies: {
      getAll: () => [...jar].map(([name, { value }]) => ({ name, value })),
      set: (name, value, options) => {
        if (options.maxAge === 0) jar.delete(name);
        else jar.set(name, { value, options: { ...options } });
      }
    }
  };
  return { visit, jar };
}
const addresses = () => db.$client.prepare('SELECT ip_address FROM session').pluck().all();

describe('signing in', () => {
  test('opens a session that the next request finds', async () => {
    const { visit, jar } = browser('203.0.113.7');
    expect(await signIn(db, visit, { ...ana, email: 'ana@x.org' })).toEqual([]);
    expect((await findSession(db, visit))?.user).toMatchObject({ name: 'Ana', email: 'ana@x.org' });
    expect([...jar.values()][0]?.options).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/'
    });
  });

  test('says the same for a wrong password and for nobody', async () => {
    const wrong = await signIn(db, browser('203.0.113.7').visit, { ...ana, password: 'wrong one' });
    const nobody = await signIn(db, browser('203.0.113.7').visit, { ...ana, email: 'no@x.org' });
    expect(wrong).toEqual(nobody);
    expect(wrong[0]?.code).toBe('sign-in-wrong');
  });

  test('stops after the limit, even with the right password', async () => {
    for (let i = 0; i < attemptLimits.account; i++)
      await signIn(db, browser(`203.0.113.${i}`).visit, { ...ana, password: 'wrong one' });
    const { visit } = browser('198.51.100.1');
    expect((await signIn(db, visit, ana))[0]?.code).toBe('too-many-attempts');
    expect(await findSession(db, visit)).toBeNull();
  });

  test('takes the address from the server, whatever headers the client sends', async () => {
    const { visit } = browser('203.0.113.7', {
      'x-forwarded-for': '9.9.9.9',
      'x-real-ip': '9.9.9.9',
      'x-app-ip': '9.9.9.9'
    });
    await signIn(db, visit, ana);
    expect(addresses()).toEqual(['203.0.113.7']);
  });

  test('with a changed cookie finds nobody', async () => {
    const { visit, jar } = browser('203.0.113.7');
    await signIn(db, visit, ana);
    for (const cookie of jar.values()) cookie.value = `${cookie.value.slice(0, -3)}AA=`;
    expect(await findSession(db, visit)).toBeNull();
  });

  test('out ends the session for every copy of the cookie', async () => {
    const { visit, jar } = browser('203.0.113.7');
    await signIn(db, visit, ana);
    const copy = browser('203.0.113.7');
    for (const [name, cookie] of jar) copy.jar.set(name, cookie);
    await endSession(db, visit);
    expect(jar.size).toBe(0);
    expect(await findSession(db, copy.visit)).toBeNull();
  });

  test('without a password needs a person who exists', async () => {
    expect(await openSession(db, browser('203.0.113.7').visit, 'nobody')).toBeNull();
  });
});

describe('the demonstration', () => {
  const demo = async (environment: Record<string, string>, host: string, path = '/county') => {
    Object.assign(process.env, { GROUNDSWELL_DEMO: '', HOST: '', ...environment });
    const found = await demoSession(db, browser('127.0.0.1', { host }, path).visit);
    delete process.env.GROUNDSWELL_DEMO;
    delete process.env.HOST;
    return found?.user.email ?? null;
  };
  const on = { GROUNDSWELL_DEMO: '1', HOST: '127.0.0.1' };

  beforeEach(async () => {
    await createPerson(db, { ...demoAnalyst, password: 'a long enough one' });
  });

  test('signs visitors in as its analyst, through a session of the database', async () => {
    expect(await demo(on, 'localhost:3000')).toBe(demoAnalyst.email);
    expect(addresses()).toHaveLength(1);
  });

  test('signs nobody in when it is off, open to a network, or asked for by another name', async () => {
    expect(await demo({ HOST: '127.0.0.1' }, 'localhost')).toBeNull();
    expect(await demo({ GROUNDSWELL_DEMO: '1', HOST: '0.0.0.0' }, 'localhost')).toBeNull();
    expect(await demo({ GROUNDSWELL_DEMO: '1' }, 'localhost')).toBeNull();
    expect(await demo(on, 'evil.example:3000')).toBeNull();
    expect(addresses()).toEqual([]);
  });

  test('leaves the sign-in page to those who want to be somebody else', async () => {
    expect(await demo(on, 'localhost', '/sign-in')).toBeNull();
  });
});

test('passwords are looked at in one place', () => {
  const sources = import.meta.glob<string>(
    ['/src/**/*.ts', '/src/**/*.svelte', '!/src/**/*.test.ts'],
    {
      query: '?raw',
      eager: true,
      import: 'default'
    }
  );
  const using = (word: RegExp) =>
    Object.entries(sources).flatMap(([file, text]) => (word.test(text) ? [file] : []));
  expect(using(/signInEmail|verifyPassword/)).toEqual(['/src/lib/server/access/sign-in.ts']);
  expect(using(/\.handler\b|toSvelteKitHandler|svelteKitHandler/)).toEqual([]);
});
