import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, times } from '../inspecting.fixture';

/** A select-all of three options, with what a tick, no tick, and "not asked" look like. */
const form = (tick: (option: string) => string, none: string, unasked: string): string[][] => {
  const options = ['Food', 'Rent', 'Bus'];
  const row = (...chosen: string[]) =>
    options.map((option) => (chosen.includes(option) ? tick(option) : none));
  return [
    ['q [Food]', 'q [Rent]', 'q [Bus]', 'next'],
    ...times(4, [
      [...row('Food', 'Rent'), 'a'],
      [...row('Rent'), 'b'],
      [...row('Bus', 'Food'), 'a'],
      [unasked, unasked, unasked, '']
    ])
  ];
};

const same = (text: string) => () => text;
const own = (option: string) => option;

describe('a select-all', () => {
  test.each([
    ['1 and 0', same('1'), '0', ''],
    ['1 and blank', same('1'), '', ''],
    ['Y and blank', same('Y'), '', ''],
    ['Y and NA', same('Y'), '', 'NA'],
    ['the option and blank', own, '', ''],
    ['the option, Not selected and NA', own, 'Not selected', 'NA'],
    ['Checked and Unchecked', same('Checked'), 'Unchecked', ''],
    ['Yes, No and N/A', same('Yes'), 'No', 'N/A'],
    ['1 and -99', same('1'), '-99', ''],
    ['1, -1 and NA', same('1'), '-1', 'NA']
  ])('written as %s has the same options, counts and base', (_title, tick, none, unasked) => {
    const [first] = answered(inspectRecords(form(tick, none, unasked)).inspection);
    expect(first?.replace(/\| (answered|asked) /, '| ')).toBe(
      'multiple-response | q | 0 1 2 | 12/12 | Food 8, Rent 8, Bus 4'
    );
  });
});

test('a battery that stands in one cell is one variable a row, don’t know apart', () => {
  const { plan, inspection } = inspectRecords([
    ['id', 'How satisfied are you?'],
    ...times(3, [
      ['1', 'Parks: Satisfied\nBus: Very satisfied\nWater: the taps: Neutral'],
      ['2', "Parks: Dissatisfied\nBus: Don't know\nWater: the taps: Neutral"],
      ['3', 'Parks: Satisfied\nWater: the taps: Very satisfied']
    ])
  ]);
  const [, question] = inspection.questions;
  expect(question).toMatchObject({ kind: 'matrix', label: 'How satisfied are you?' });
  const rows = inspection.variables.filter(({ index }) => index === -1);
  expect(rows.map(({ label, nValid, counts }) => [label, nValid, counts])).toEqual([
    ['Parks', 9, { Dissatisfied: 3, Satisfied: 6 }],
    ['Bus', 3, { 'Very satisfied': 3 }],
    ['Water: the taps', 9, { Neutral: 6, 'Very satisfied': 3 }]
  ]);
  expect(rows[1]?.missing).toEqual(
    expect.arrayContaining([{ reason: 'dont-know', token: "Don't know", count: 3 }])
  );
  expect(plan?.questions[1]?.direction).toBeUndefined();
});
