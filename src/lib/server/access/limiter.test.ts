import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Db } from '$lib/server/db/open';
import { attemptLimits, countAttempt, forgiveAttempt, network } from './limiter';

let db: Db;
beforeEach(() => {
  db = openDatabase(':memory:');
});

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute));
const tries = (count: number, attempt: (i: number) => { email: string; address: string }) =>
  Array.from({ length: count }, (_, i) => countAttempt(db, attempt(i), at(0)));

describe('sign-in tries', () => {
  test('of one account stop after the limit, from however many addresses they come', () => {
    const waits = tries(attemptLimits.account + 2, (i) => ({
      email: i % 2 ? 'Ana@x.org' : ' ana@x.org',
      address: `203.0.113.${i}`
    }));
    expect(waits.slice(0, -2)).toEqual(Array(attemptLimits.account).fill(null));
    expect(waits.slice(-2)).toEqual([15, 15]);
  });

  test('of one address stop after the limit, however many accounts they name', () => {
    const waits = tries(attemptLimits.address + 1, (i) => ({
      email: `p${i}@x.org`,
      address: '203.0.113.7'
    }));
    expect(waits.slice(0, -1)).toEqual(Array(attemptLimits.address).fill(null));
    expect(waits.at(-1)).toBe(15);
  });

  test('of one account leave other accounts of the same address alone', () => {
    tries(attemptLimits.account + 5, () => ({ email: 'a@x.org', address: '203.0.113.7' }));
    expect(countAttempt(db, { email: 'b@x.org', address: '203.0.113.7' }, at(1))).toBeNull();
  });

  test('may start again when the window is over, and say how long that is', () => {
    const attempt = { email: 'a@x.org', address: '203.0.113.7' };
    tries(attemptLimits.account + 1, () => attempt);
    expect(countAttempt(db, attempt, at(10))).toBe(5);
    expect(countAttempt(db, attempt, at(16))).toBeNull();
  });

  test('that end with the right password give the account a new start, the address one try', () => {
    const attempt = { email: 'a@x.org', address: '203.0.113.7' };
    tries(attemptLimits.account, () => attempt);
    forgiveAttempt(db, attempt);
    expect(countAttempt(db, attempt, at(0))).toBeNull();
    expect(
      db.$client
        .prepare("SELECT count FROM sign_in_attempt WHERE key LIKE 'address:%'")
        .pluck()
        .get()
    ).toBe(attemptLimits.account);
  });

  test('are kept without the e-mail and the address', () => {
    tries(1, () => ({ email: 'ana@x.org', address: '203.0.113.7' }));
    const rows = JSON.stringify(db.$client.prepare('SELECT * FROM sign_in_attempt').all());
    expect(rows).not.toMatch(/ana@x|203\.0/);
  });
});

test('an IPv6 client is its first 64 bits, an IPv4 client its whole address', () => {
  expect(network('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(network('2001:DB8:1:2:ffff::1')).toBe('2001:db8:1:2');
  expect(network('2001:db8::1')).toBe('2001:db8:0:0');
  expect(network('::1')).toBe('0:0:0:0');
  expect(network('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(network('203.0.113.7')).toBe('203.0.113.7');
});
