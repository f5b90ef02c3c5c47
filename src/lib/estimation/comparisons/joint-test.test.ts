import { expect, test } from 'vitest';
import { compareDomains } from './compare-domains';
import { tTwoSided } from '../numeric/distributions';
import { compareItems, jointTest } from './joint-test';
import { makeSample } from '../sample.fixture';
import type { Groups } from '../design/domain';

const { design, need, score, group } = makeSample(21);
const inGroup = (g: number) => group.map((code) => (code === g ? 1 : 0));
const groups = (...chosen: number[]): Groups => ({
  codes: group.map((code) => chosen.indexOf(code) + 1),
  labels: chosen.map(String)
});

test('one difference: F is t squared, with the same p', () => {
  const [one, other] = compareItems(design, [score], groups(1, 2));
  const { t, df } = compareDomains(
    design,
    { y: score, within: inGroup(1) },
    { y: score, within: inGroup(2) }
  );
  expect(one?.test?.f).toBeCloseTo(t! ** 2, 9);
  expect(one?.test?.p).toBeCloseTo(tTwoSided(t!, df!), 9);
  expect(other?.differences[0]).toBeCloseTo(-one!.differences[0]!, 12);
});

test('of several groups each is held against all others together', () => {
  const [first] = compareItems(design, [need, score], groups(1, 2, 3));
  const rest = group.map((code) => (code === 1 ? 1 : code === 2 || code === 3 ? 2 : 0));
  const [alone] = compareItems(design, [need, score], { codes: rest, labels: ['1', 'rest'] });
  expect(first!.differences[1]).toBeCloseTo(alone!.differences[1]!, 12);
  expect(first!.test?.f).toBeCloseTo(alone!.test!.f, 9);
});

test('an item that follows from the others leaves no test', () => {
  const opposite = need.map((x) => 1 - x);
  const [found] = compareItems(design, [need, opposite], groups(1, 2));
  expect(found!.differences[1]).toBeCloseTo(-found!.differences[0]!, 12);
  expect(found!.test).toBeNull();
});

test('a group without anybody has no difference', () => {
  const none = { differences: [null], test: null };
  expect(compareItems(design, [score], groups(1, 7))).toEqual([none, none]);
});

test('fewer degrees of freedom than items leave no test', () => {
  expect(jointTest([1, 2], Float64Array.of(1, 0, 0, 1), 1)).toBeNull();
  expect(jointTest([1, 2], Float64Array.of(1, 0, 0, 1), 2)).toMatchObject({ df1: 2, df2: 1 });
});
