import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { openDatabase } from '$lib/server/db/open';
import { testAccess } from '$lib/server/db/version.fixture';
import { cachedRelease, madeAfresh, makeElsewhere, settled, type Recipe } from './released-cache';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-settled-'));
let access: Access;
beforeAll(() => {
  access = { ...testAccess(), db: openDatabase(join(folder, 'data.db')) };
});
afterAll(() => {
  access.db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

const here = vi.fn((): Parsed<string> => ({ ok: true, value: 'here' }));
const there = vi.fn((_: Access, { args }: Recipe) =>
  Promise.resolve<Parsed<unknown>>({ ok: true, value: `there ${args.join()}` })
);
beforeEach(() => {
  makeElsewhere(there);
});
afterEach(() => {
  makeElsewhere(null);
  vi.clearAllMocks();
});

let keys = 0;
const newKey = () => `key ${keys++}`;
const recipe = { maker: 'table', args: [7] };
const valueOf = (result: Parsed<string>) => (result.ok ? result.value : null);
const ask = (key: string, asker = access) => valueOf(cachedRelease(asker, key, here, recipe));

test('what a settled page asks for is made elsewhere, once, and kept', async () => {
  const key = newKey();
  expect(await settled(() => ask(key))).toBe('there 7');
  expect(ask(key)).toBe('there 7');
  expect(there).toHaveBeenCalledOnce();
  expect(here).not.toHaveBeenCalled();
});

test('several results of one page arrive one after the other', async () => {
  const [a, b] = [newKey(), newKey()];
  expect(await settled(() => [ask(a), ask(b), ask(a)])).toEqual(Array(3).fill('there 7'));
  expect(there).toHaveBeenCalledTimes(2);
});

test('outside a settled page, and where nothing makes it elsewhere, it is made on the spot', async () => {
  expect(ask(newKey())).toBe('here');
  makeElsewhere(null);
  expect(await settled(() => ask(newKey()))).toBe('here');
  expect(there).not.toHaveBeenCalled();
});

test('what is made afresh is made elsewhere each time, or on the spot where there is no elsewhere', async () => {
  const made = async () => valueOf(await madeAfresh(access, here, recipe));
  expect([await made(), await made()]).toEqual(['there 7', 'there 7']);
  expect(there).toHaveBeenCalledTimes(2);
  makeElsewhere(null);
  expect(await made()).toBe('here');
});

test('a database in memory belongs to its thread', async () => {
  const inMemory = testAccess();
  expect(await settled(() => ask(newKey(), inMemory))).toBe('here');
});

test('another page in between does not wait and takes nothing away', async () => {
  const key = newKey();
  const first = settled(() => ask(key));
  expect(ask(newKey())).toBe('here');
  expect(await first).toBe('there 7');
});

test('errors of the page and of the work arrive as they were', async () => {
  const wrong = new RangeError('no such variable');
  await expect(
    settled(() => {
      throw wrong;
    })
  ).rejects.toBe(wrong);
  there.mockRejectedValueOnce(wrong);
  await expect(settled(() => ask(newKey()))).rejects.toBe(wrong);
  // Nothing of the failed page stays behind.
  expect(ask(newKey())).toBe('here');
});
