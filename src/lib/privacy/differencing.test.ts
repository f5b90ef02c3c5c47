import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { notAsked, tellsOfRest, tellsTogether } from './differencing';
import { exposedParts, groupOf } from './differencing.fixture';
import type { People, ToldSplit } from './differencing';

const k = 5;
const repeat = (...parts: [code: number, times: number][]): number[] =>
  parts.flatMap(([code, times]) => new Array<number>(times).fill(code));
const split = (codes: number[], hidden: number[] = []): ToldSplit => ({
  codes,
  hidden: Array.from({ length: 1 + Math.max(...codes.filter((c) => c !== notAsked)) }, (_, code) =>
    hidden.includes(code) ? 1 : 0
  ),
  sizesOnly: false
});
const peopleOf = (
  rows: number,
  yes: (row: number) => boolean = (row) => row % 2 === 0
): People => ({
  everyone: new Uint8Array(rows).fill(1),
  member: Array.from({ length: rows }, (_, row) => (yes(row) ? 1 : 0)),
  psu: null
});
const chosen = (rows: number, isIn: (row: number) => boolean): ToldSplit =>
  split(Array.from({ length: rows }, (_, row) => (isIn(row) ? 1 : 0)));

describe('an answer about some people tells too much', () => {
  const codes = repeat([1, 40], [2, 40], [3, 20]);
  const groups = split(codes);
  const people = peopleOf(100);
  const tells = (isIn: (row: number) => boolean, of = people): boolean =>
    tellsTogether(chosen(100, isIn), groups, of, k);

  test('when it leaves two people of a shown group out', () => {
    expect(tells((row) => row > 1 && row < 40)).toBe(true);
  });
  test('when it adds two people to a sum of shown groups', () => {
    expect(tells((row) => row < 82)).toBe(true);
  });
  test('when those it leaves out, few or many, nearly all said the same', () => {
    const nearlyAll = peopleOf(100, (row) => (row < 20 ? row !== 0 : row % 2 === 0));
    expect(tells((row) => row >= 20 && row < 40, nearlyAll)).toBe(true);
  });
  test('when it trades three who all said yes for three who all said no', () => {
    const extreme = peopleOf(100, (row) => row < 3 || (row >= 43 && row % 2 === 0));
    expect(tells((row) => row >= 3 && row < 43, extreme)).toBe(true);
  });
  test('when it is about one of two hidden groups, the other being small', () => {
    const hidden = split(repeat([1, 60], [2, 36], [3, 4]), [2, 3]);
    const asked = chosen(100, (row) => row >= 60 && row < 96);
    expect(tellsTogether(asked, hidden, people, k)).toBe(true);
  });
  test('when those it leaves out come from one PSU', () => {
    const psu = Array.from({ length: 100 }, (_, row) => (row < 20 ? 0 : row));
    expect(tells((row) => row >= 20 && row < 40, { ...people, psu })).toBe(true);
    expect(tells((row) => row >= 20 && row < 40)).toBe(false);
  });
});

describe('beside the number of everyone, an answer about some people', () => {
  const people = peopleOf(100);
  const tells = (isIn: (row: number) => boolean): boolean =>
    tellsOfRest(chosen(100, isIn), people, k);

  test('tells too much when it leaves a few out, or those who all said the same', () => {
    expect(tells((row) => row > 2)).toBe(true);
    expect(tells((row) => row % 2 === 0 || row > 20)).toBe(true);
  });
  test('tells nothing of nobody, and of many who said this and that', () => {
    expect(tells(() => true)).toBe(false);
    expect(tells((row) => row > 20)).toBe(false);
  });
  test('tells of those it leaves out and those it hides as one', () => {
    const few = repeat([0, 3], [1, 50], [2, 47]);
    expect(tellsOfRest(split(few), people, k)).toBe(true);
    expect(tellsOfRest(split(few, [2]), people, k)).toBe(false);
  });
});

describe('an answer about some people tells no more than is known', () => {
  const groups = split(repeat([1, 40], [2, 40], [3, 20]));
  const people = peopleOf(100);
  test('when it is a sum of shown groups', () => {
    expect(
      tellsTogether(
        chosen(100, (row) => row < 80),
        groups,
        people,
        k
      )
    ).toBe(false);
  });
  test('when it is all hidden groups together', () => {
    const hidden = split(repeat([1, 60], [2, 36], [3, 4]), [2, 3]);
    expect(
      tellsTogether(
        chosen(100, (row) => row >= 60),
        hidden,
        people,
        k
      )
    ).toBe(false);
  });
  test('when it cuts across all groups, however small a part is', () => {
    const across = chosen(100, (row) => row % 3 === 0 || row === 1);
    expect(tellsTogether(across, groups, people, k)).toBe(false);
    const aFew = chosen(100, (row) => row < 2 || (row >= 40 && row < 70));
    expect(tellsTogether(aFew, groups, people, k)).toBe(false);
  });
  test('when the same people are looked at but for those who gave no answer', () => {
    const before = split(repeat([1, 38], [notAsked, 2], [0, 60]));
    expect(
      tellsTogether(
        chosen(100, (row) => row < 40),
        before,
        people,
        k
      )
    ).toBe(false);
  });
});

const rows = 36;
const askedOf = fc.record({
  codes: fc.array(fc.constantFrom(0, 0, 0, 1, 1, 1, 2), { minLength: rows, maxLength: rows }),
  /** a few people more or less than an earlier question: what an attacker would try */
  near: fc.option(
    fc.record({ which: fc.nat(20), flips: fc.array(fc.nat(rows - 1), { maxLength: 8 }) })
  )
});
const world = fc.record({
  member: fc.array(fc.constantFrom(0, 1), { minLength: rows, maxLength: rows }),
  asked: fc.array(askedOf, { minLength: 2, maxLength: 9 }),
  k: fc.constantFrom(2, 3, 5)
});

property.prop([world], { numRuns: 400 })(
  'whatever is asked in whatever order, no two answers expose people: every table is tried',
  ({ member, asked, k: threshold }) => {
    const people: People = { everyone: new Uint8Array(rows).fill(1), member, psu: null };
    const everyone = split(new Array<number>(rows).fill(1));
    // What an answer may show by itself is the matter of `release`: here it has no small groups.
    const canBeShown = (codes: number[]): boolean =>
      [0, 1, 2].every((code) => {
        const group = member.filter((_, row) => codes[row] === code);
        const yes = group.filter((answer) => answer === 1).length;
        return group.length === 0 || Math.min(yes, group.length - yes) >= threshold;
      });
    const answered: ToldSplit[] = [everyone];
    const tried: number[][] = [];
    for (const { codes, near } of asked) {
      const before = near && tried[near.which % Math.max(1, tried.length)];
      const wanted = before
        ? before.map((code, row) => (near.flips.includes(row) ? 1 - Math.min(code, 1) : code))
        : codes;
      tried.push(wanted);
      const groups = split(wanted);
      if (!canBeShown(wanted)) continue;
      if (!answered.some((one) => tellsTogether(groups, one, people, threshold)))
        answered.push(groups);
    }
    const setsOf = ({ codes, hidden }: ToldSplit): boolean[][] =>
      [1, 2].filter((code) => code < hidden.length).map((code) => groupOf(codes, code));
    for (const [i, one] of answered.entries())
      for (const other of answered.slice(0, i))
        for (const a of setsOf(one))
          for (const b of setsOf(other)) expect(exposedParts(a, b, member, threshold)).toEqual([]);
  }
);

test('the attack finds what the rule refuses: three people, told by two sets that differ in them', () => {
  const member = Array.from({ length: rows }, (_, row) => row % 2);
  const a = Array.from({ length: rows }, (_, row) => row < 20);
  const b = Array.from({ length: rows }, (_, row) => row < 17);
  expect(exposedParts(a, b, member, 5)).toContain('in a, not in b');
});
