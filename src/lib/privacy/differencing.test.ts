import { describe, expect, test } from 'vitest';
import { fc, test as property } from '@fast-check/vitest';
import { closeSet } from './differencing.fixture';

/** The people `from` up to, not including, `to`. */
const people = (from: number, to: number, of = 100): Uint8Array =>
  Uint8Array.from({ length: of }, (_, i) => Number(i >= from && i < to));
const everyone = { name: 'everyone', rows: people(0, 100) };
const renters = { name: 'renters', rows: people(0, 60) };

describe('a filter is refused', () => {
  test('when a released set has a few people more', () => {
    expect(closeSet(people(0, 57), [everyone, renters], 5)).toEqual({
      name: 'renters',
      difference: 3
    });
  });
  test('when it has a few people more than a released set', () => {
    expect(closeSet(people(0, 64), [renters], 5)).toEqual({ name: 'renters', difference: 4 });
  });
  test('when it is everyone outside a released set, but for a few', () => {
    expect(closeSet(people(62, 100), [everyone, renters], 5)).toEqual({
      name: 'renters',
      difference: 2
    });
    expect(closeSet(people(57, 100), [everyone, renters], 5)).toEqual({
      name: 'renters',
      difference: 3
    });
  });
});

describe('a filter is answered', () => {
  test('when it is a released set', () => {
    expect(closeSet(people(0, 60), [everyone, renters], 5)).toBeNull();
    expect(closeSet(people(60, 100), [everyone, renters], 5)).toBeNull();
  });
  test('when every difference reaches the threshold', () => {
    expect(closeSet(people(0, 55), [everyone, renters], 5)).toBeNull();
    expect(closeSet(people(40, 80), [everyone, renters], 5)).toBeNull();
  });
  test('when nothing is released', () => {
    expect(closeSet(people(0, 3), [], 5)).toBeNull();
  });
});

test('sets of two versions of the data are not compared', () => {
  expect(() => closeSet(people(0, 10), [{ name: 'old', rows: new Uint8Array(7) }], 5)).toThrow(
    RangeError
  );
});

const sets = fc.array(fc.array(fc.constantFrom(0, 1), { minLength: 24, maxLength: 24 }), {
  minLength: 1,
  maxLength: 5
});

property.prop([sets, fc.constantFrom(2, 3, 5)])(
  'no answered filter differs from a released set, or from all others, by 1 to k - 1 people',
  ([first, ...rest], k) => {
    const filter = Uint8Array.from(first!);
    const all = { name: 'all', rows: new Uint8Array(24).fill(1) };
    const released = [all, ...rest.map((rows) => ({ name: '', rows: Uint8Array.from(rows) }))];
    if (closeSet(filter, released, k) !== null) return;
    const count = (has: (i: number) => boolean): number =>
      [...filter.keys()].filter((i) => has(i)).length;
    for (const { rows } of released)
      for (const side of [0, 1]) {
        const larger = count((i) => rows[i] === side && filter[i] === 0);
        const smaller = count((i) => rows[i] !== side && filter[i] === 1);
        // One contains the other, so that the two counts tell the difference exactly.
        if (larger === 0) expect(smaller === 0 || smaller >= k).toBe(true);
        if (smaller === 0) expect(larger === 0 || larger >= k).toBe(true);
      }
  }
);
