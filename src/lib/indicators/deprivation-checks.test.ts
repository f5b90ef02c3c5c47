import { expect, test } from 'vitest';
import { checkRanks, redundancyTable } from './deprivation-checks';
import { deprivationIndex } from './macro/deprivation-index';
import { contextOf } from './responses.fixture';

/** People as "area: deprivations", one mark for each of four items, so many times. */
function askedOf(people: [area: string, marks: string, times: number][]) {
  const rows = people.flatMap(([area, marks, times]) =>
    Array.from({ length: times }, () => ({ area, marks }))
  );
  const names = ['rent', 'food', 'care', 'rides'];
  const input = (name: string) => ({ questionId: name, variables: [name], yes: ['1'], no: ['0'] });
  return contextOf({
    given: {
      area: rows.map(({ area }) => area),
      ...Object.fromEntries(names.map((name, j) => [name, rows.map(({ marks }) => marks[j]!)]))
    },
    inputs: Object.fromEntries(
      names.map((name, j) => [j === 0 ? 'deprived' : `deprived-${j + 1}`, input(name)])
    )
  });
}

test('an order that hangs on the cutoff changes with it; one that does not stays', () => {
  const context = askedOf([
    // one item of four counts from a cutoff of a quarter on, not from a third
    ['a', '1000', 10],
    ['b', '1100', 3],
    ['b', '0000', 7],
    ['c', '1111', 2],
    ['c', '0000', 8]
  ]);
  // a third: 0, .15, .2; a quarter: .25, .15, .2; a half: 0, .15, .2
  const checks = checkRanks(context, 'area', ['a', 'b', 'c']);
  const at = (cutoff: number) =>
    checks.find((one) => one.cutoff === cutoff && one.weights === 'equal')!;
  expect(at(0.25)).toMatchObject({ correlation: -0.5, unchanged: 1 / 3 });
  expect(at(0.5)).toMatchObject({ correlation: 1, unchanged: 1 });
  expect(checks).toHaveLength(5);
});

test('an area that is not shown takes no part, and two areas have no order', () => {
  const context = askedOf([
    ['a', '1100', 5],
    ['b', '1110', 5],
    ['c', '1111', 5],
    ['d', '1000', 5]
  ]);
  expect(checkRanks(context, 'area', ['a', 'b', 'c']).map(({ unchanged }) => unchanged)).toEqual([
    1, 1, 1, 1, 1
  ]);
  expect(checkRanks(context, 'area', ['a', 'b'])).toEqual([]);
});

test('redundancy is the share of those with the rarer deprivation who have the other', () => {
  const context = askedOf([
    ['a', '1100', 3],
    ['a', '1000', 5],
    ['a', '0100', 1],
    ['a', '0000', 4]
  ]);
  const { table, pairs } = redundancyTable(deprivationIndex, context);
  expect(pairs).toHaveLength(6);
  const cell = table.cells.find(({ at }) => at.pair === 'food rent')!;
  expect(cell.estimate.value).toBeCloseTo(3 / 4, 12);
  // neither, rent alone, food alone, both
  expect(cell).toMatchObject({ n: 4, x: 3, classes: [4, 5, 1, 3] });
});
