import { describe, expect, test } from 'vitest';
import { ByteCache } from './column-cache';
import { responsesOf } from './queries/dataset-version';
import {
  fixtureCodebook,
  FIXTURE_ROWS,
  fixtureValue,
  testAccess,
  writeFixture
} from './version.fixture';

const access = testAccess();
const { versionId } = writeFixture(access);
const stored = responsesOf(access, versionId);
if (!stored) throw new Error('the fixture was not stored');
const rows = Array.from({ length: FIXTURE_ROWS }, (_, i) => i);
const orNaN = (value: number | null) => value ?? NaN;

describe('the responses of a stored version', () => {
  test('have the codebook that was written', () => {
    expect(stored.codebook).toEqual(fixtureCodebook);
  });

  test('give back every value of every kind of variable, over chunk borders', () => {
    expect([...stored.numbers('age').values]).toEqual(rows.map((i) => orNaN(fixtureValue.age(i))));
    expect([...stored.categories('rent').codes]).toEqual(
      rows.map((i) => fixtureValue.rent(i) ?? 0)
    );
    expect(stored.texts('said')).toEqual(rows.map(fixtureValue.said));
    expect([...stored.instants('day')]).toEqual(
      rows.map((i) => orNaN(fixtureValue.day(i)) * 86_400_000)
    );
    expect([...stored.instants('at')]).toEqual(rows.map((i) => orNaN(fixtureValue.at(i))));
  });

  test('read categories with numeric codes as numbers', () => {
    expect([...stored.numbers('rent').values]).toEqual(
      rows.map((i) => orNaN(fixtureValue.rent(i)))
    );
  });

  test('say why an answer is missing, blank where nothing is known', () => {
    const missing = stored.missingReasons('rent');
    const reason = (i: number) => missing?.reasons[(missing.codes[i] ?? 0) - 1];
    expect([0, 1, 15, 5, 65_540].map(reason)).toEqual([
      'refused',
      undefined,
      'unreadable',
      'blank',
      'blank'
    ]);
    expect(stored.missingReasons('age')).toBeNull();
  });

  test('refuse a variable that is unknown or of another kind', () => {
    expect(() => stored.numbers('nothing')).toThrow(RangeError);
    expect(() => stored.categories('age')).toThrow(RangeError);
    expect(() => stored.numbers('said')).toThrow(RangeError);
    expect(() => stored.texts('age')).toThrow(RangeError);
  });

  test('lie in shared memory, one copy for all that ask', () => {
    const first = stored.numbers('age').values;
    expect(first.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(responsesOf(access, versionId)?.numbers('age').values).toBe(first);
  });

  test('of another workspace are not there', () => {
    expect(responsesOf({ ...access, workspaceId: 'other' }, versionId)).toBeNull();
  });
});

test('the column cache lets go of what was asked for longest ago', () => {
  const cache = new ByteCache<string>(20);
  const ask = (key: string) => cache.get(key, () => ({ value: `${key}${made++}`, bytes: 10 }));
  let made = 0;
  expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a'), ask('b')]).toEqual([
    'a0',
    'b1',
    'a0',
    'c2',
    'a0',
    'b3'
  ]);
  expect(cache.bytes).toBe(20);
});
