import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { closeSet } from '$lib/privacy/differencing.fixture';
import { tellsTooMuch, type People, type PublicSplit } from './bench-sets';

const k = 5;
const everyoneOf = (rows: number): People => ({
  everyone: new Uint8Array(rows).fill(1),
  member: null,
  psu: null
});
const split = (codes: number[], hidden: number[] = []): PublicSplit => {
  const labels = [...new Set(codes)].filter((code) => code > 0).map(String);
  const marks = new Uint8Array(Math.max(...codes, ...hidden) + 1);
  for (const code of hidden) marks[code] = 1;
  return { by: ['group'], groups: { codes: Uint8Array.from(codes), labels }, hidden: marks };
};
const repeat = (...parts: [code: number, times: number][]): number[] =>
  parts.flatMap(([code, times]) => new Array<number>(times).fill(code));
const of = (codes: number[], chosen: (code: number, row: number) => boolean): Uint8Array =>
  Uint8Array.from(codes, (code, row) => (chosen(code, row) ? 1 : 0));

describe('a question with conditions', () => {
  const codes = repeat([1, 40], [2, 40], [3, 20]);
  const all = split(new Array<number>(100).fill(1));

  test('about a shown group, or several, is as public as they are', () => {
    expect(
      tellsTooMuch(
        of(codes, (c) => c === 1),
        [all, split(codes)],
        everyoneOf(100),
        k
      )
    ).toBeNull();
    expect(
      tellsTooMuch(
        of(codes, (c) => c !== 3),
        [all, split(codes)],
        everyoneOf(100),
        k
      )
    ).toBeNull();
  });

  test('that leaves two people out of everyone tells about the two', () => {
    const asked = of(codes, (_, row) => row > 1);
    expect(tellsTooMuch(asked, [all], everyoneOf(100), k)).toBe(all);
  });

  test('that leaves two people out of a sum of shown groups tells about the two', () => {
    const groups = split(codes);
    const asked = of(codes, (c, row) => c < 3 && row > 1);
    expect(tellsTooMuch(asked, [all, groups], everyoneOf(100), k)).toBe(groups);
  });

  test('about one of two hidden groups tells the other one', () => {
    const small = repeat([1, 60], [2, 36], [3, 4]);
    const groups = split(small, [2, 3]);
    expect(
      tellsTooMuch(
        of(small, (c) => c === 2),
        [all, groups],
        everyoneOf(100),
        k
      )
    ).toBe(groups);
    expect(
      tellsTooMuch(
        of(small, (c) => c > 1),
        [all, groups],
        everyoneOf(100),
        k
      )
    ).toBeNull();
  });

  test('that takes half of everyone, across all groups, tells nothing about a few', () => {
    const asked = of(codes, (_, row) => row % 2 === 0);
    expect(tellsTooMuch(asked, [all, split(codes)], everyoneOf(100), k)).toBeNull();
  });

  test('that leaves out people who nearly all said the same is refused', () => {
    const member = codes.map((_, row) => (row < 10 ? (row === 0 ? 0 : 1) : row % 2));
    const people: People = { ...everyoneOf(100), member };
    expect(
      tellsTooMuch(
        of(codes, (_, row) => row >= 10),
        [all],
        people,
        k
      )
    ).toBe(all);
  });
});

/** A set inside or around one shown group, or beside it. */
const nested = fc
  .record({
    size: fc.integer({ min: 10, max: 40 }),
    rest: fc.integer({ min: 10, max: 40 }),
    apart: fc.integer({ min: 1, max: k - 1 })
  })
  .chain((shape) => fc.boolean().map((isInside) => ({ ...shape, isInside })));

test.prop([nested])(
  'a set inside or around a shown group is refused as `closeSet` refuses it',
  ({ size, rest, apart, isInside }) => {
    const codes = repeat([1, size], [2, rest]);
    const asked = Uint8Array.from(codes, (_, row) =>
      row < (isInside ? size - apart : size + apart) ? 1 : 0
    );
    const rows = of(codes, (c) => c === 1);
    const everyone = { name: 'everyone', rows: new Uint8Array(codes.length).fill(1) };
    expect(closeSet(asked, [everyone, { name: 'group', rows }], k)).not.toBeNull();
    expect(tellsTooMuch(asked, [split(codes)], everyoneOf(codes.length), k)).not.toBeNull();
  }
);
