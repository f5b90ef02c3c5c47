import { expect, test } from 'vitest';
import { compareDomains } from './compare-domains';
import { tTwoSided } from './distributions';
import { compareItems, jointTest } from './joint-test';
import { makeSample } from './sample.fixture';

const { design, need, score, group } = makeSample(21);
const inGroup = (g: number) => group.map((code) => (code === g ? 1 : 0));

test('one difference: F is t squared, with the same p', () => {
  const { test: joint } = compareItems(design, [score], inGroup(1), inGroup(2));
  const { t, df } = compareDomains(
    design,
    { y: score, within: inGroup(1) },
    { y: score, within: inGroup(2) }
  );
  expect(joint?.f).toBeCloseTo(t! ** 2, 9);
  expect(joint?.p).toBeCloseTo(tTwoSided(t!, df!), 9);
});

test('an item that follows from the others leaves no test', () => {
  const opposite = need.map((x) => 1 - x);
  const found = compareItems(design, [need, opposite], inGroup(1), inGroup(2));
  expect(found.differences[1]).toBeCloseTo(-found.differences[0]!, 12);
  expect(found.test).toBeNull();
});

test('a group without anybody has no difference', () => {
  const found = compareItems(design, [score], inGroup(1), inGroup(7));
  expect(found).toEqual({ differences: [null], test: null });
});

test('fewer degrees of freedom than items leave no test', () => {
  expect(jointTest([1, 2], Float64Array.of(1, 0, 0, 1), 1)).toBeNull();
  expect(jointTest([1, 2], Float64Array.of(1, 0, 0, 1), 2)).toMatchObject({ df1: 2, df2: 1 });
});
