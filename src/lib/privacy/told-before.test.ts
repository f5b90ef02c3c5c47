import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { notAsked, type People, type ToldSplit } from './differencing';
import { exposedParts } from './differencing.fixture';
import { isSumOf, tellsWithEarlier } from './told-before';

const rows = 30;
const k = 3;
const ofRows = (isIn: (row: number) => boolean): ToldSplit => ({
  codes: Array.from({ length: rows }, (_, row) => (isIn(row) ? 1 : 0)),
  hidden: [0, 0],
  sizesOnly: false
});
const everyone = ofRows(() => true);
const peopleOf = (member: number[]): People => ({
  everyone: new Uint8Array(rows).fill(1),
  member,
  psu: null
});
const people = peopleOf(Array.from({ length: rows }, (_, row) => row % 2));
const tells = (asked: ToldSplit, earlier: ToldSplit[]): boolean =>
  tellsWithEarlier([{ ...asked, people, shown: [everyone] }], earlier, k);

test('three groups that leave two people out are not all answered', () => {
  const [young, middle] = [ofRows((row) => row < 10), ofRows((row) => row >= 10 && row < 20)];
  const old = ofRows((row) => row >= 22);
  expect(tells(middle, [young])).toBe(false);
  expect(tells(old, [young])).toBe(false);
  expect(tells(old, [middle, young])).toBe(true);
});

test('a group that differs by two from two others together is not answered', () => {
  const [a, b] = [ofRows((row) => row < 10), ofRows((row) => row >= 10 && row < 20)];
  expect(
    tells(
      ofRows((row) => row > 0 && row < 19),
      [a, b]
    )
  ).toBe(true);
  expect(
    tells(
      ofRows((row) => row < 20),
      [a, b]
    )
  ).toBe(false);
});

test('what is known of sizes only is not subtracted as answers', () => {
  const before = { ...ofRows((row) => row < 14), sizesOnly: true };
  const [few, many] = [ofRows((row) => row < 16), ofRows((row) => row < 20)];
  expect(tells(few, [before])).toBe(true);
  expect(tells(many, [before])).toBe(false);
});

test('a group is a sum of groups that it does not cut; who was not asked counts for nothing', () => {
  const { codes, hidden } = ofRows((row) => row < 10);
  const all = people.everyone;
  expect(isSumOf(codes, { codes, hidden }, all)).toBe(true);
  const more = Array.from(codes, (code, row) => (row === 10 ? 1 : code));
  expect(isSumOf(more, { codes, hidden }, all)).toBe(false);
  const unasked = Array.from(codes, (code, row) => (row === 10 ? notAsked : code));
  expect(isSumOf(more, { codes: unasked, hidden }, all)).toBe(true);
});

const asked = fc.record({
  from: fc.nat(rows - 1),
  size: fc.integer({ min: k, max: rows }),
  flips: fc.array(fc.nat(rows - 1), { maxLength: 3 })
});

property.prop(
  [
    fc.array(fc.constantFrom(0, 1), { minLength: rows, maxLength: rows }),
    fc.array(asked, { minLength: 3, maxLength: 9 })
  ],
  { numRuns: 150 }
)(
  'whatever is asked, no sum or difference of two answers exposes people with a third',
  (member, all) => {
    const answered: ToldSplit[] = [];
    for (const { from, size, flips } of all) {
      const split = ofRows((row) => (row >= from && row < from + size) !== flips.includes(row));
      const inside = member.filter((_, row) => split.codes[row] === 1);
      const yes = inside.filter((answer) => answer === 1).length;
      // What an answer may show by itself is the matter of `release`.
      if (Math.min(yes, inside.length - yes) < k) continue;
      const fresh = { ...split, people: peopleOf(member), shown: [everyone] };
      if (tellsWithEarlier([fresh], [everyone], k)) continue;
      if (!tellsWithEarlier([fresh], answered, k)) answered.unshift(split);
    }
    const sets = answered.map(({ codes }) => Array.from(codes, (code) => code === 1));
    for (const a of sets)
      for (const b of sets) {
        const isInside = a.every((isIn, row) => !b[row] || isIn);
        const isApart = a.every((isIn, row) => !(isIn && b[row]));
        if (a === b || !(isInside || isApart)) continue;
        const derived = a.map((isIn, row) => isIn !== b[row]);
        for (const third of sets)
          if (third !== a && third !== b)
            expect(exposedParts(derived, third, member, k)).toEqual([]);
      }
  }
);
