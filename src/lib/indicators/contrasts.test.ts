import { describe, expect, test } from 'vitest';
import { adjustFamilies } from './contrasts';
import { prevalence } from './macro/prevalence';
import { peopleInNeed } from './macro/people-in-need';
import { importanceSatisfaction } from './mezzo/importance-satisfaction';
import { contextOf } from './responses.fixture';
import { keyOf } from '$lib/privacy/release';
import type { EstimateTable, RawContrast } from '$lib/privacy/table';

/*
 * 36 rows, three strata, four PSUs each: the numbers below are R survey 4.1-1 on
 * svydesign(ids = ~psu, strata = ~stratum, weights = ~w), y = housing, by tenure.
 */
const rows = `N,N1,133.6,own,0 N,N1,124.9,rent,0 N,N1,132.6,own,1 N,N2,155.1,own,0 N,N2,136.6,rent,1
N,N2,192.2,rent,1 N,N3,97,rent,0 N,N3,85.1,rent,1 N,N3,201.7,rent,0 N,N4,206.2,own,0 N,N4,94.6,rent,0
N,N4,130.4,own,0 S,S1,210.4,rent,1 S,S1,275.8,own,0 S,S1,279.5,rent,1 S,S2,302.7,own,0 S,S2,281.7,rent,0
S,S2,260.9,rent,0 S,S3,280.7,rent,1 S,S3,163.2,rent,0 S,S3,245,own,0 S,S4,295.2,own,0 S,S4,156.8,own,0
S,S4,240,own,0 W,W1,60.7,rent,1 W,W1,113.7,own,0 W,W1,69.7,rent,0 W,W2,55.2,own,1 W,W2,89.5,own,0
W,W2,116.2,rent,1 W,W3,58.5,own,1 W,W3,107.2,rent,0 W,W3,79.4,rent,1 W,W4,83,own,1 W,W4,59.5,rent,1
W,W4,131,own,1`
  .split(/\s+/)
  .map((row) => row.split(','));
const columnAt = (i: number): string[] => rows.map((row) => row[i]!);
const fixture = {
  given: { housing: columnAt(4), tenure: columnAt(3) },
  strata: columnAt(0),
  psu: columnAt(1),
  weights: columnAt(2).map(Number)
};
const context = contextOf({
  ...fixture,
  inputs: { answer: { questionId: 'h', variables: ['housing'], yes: ['1'], no: ['0'] } },
  split: { group: 'tenure', area: null },
  reference: 'own'
});

const cellOf = (table: EstimateTable, at: Record<string, string>) =>
  table.cells.find((cell) => keyOf(cell.at) === keyOf(at))!;
const contrastOf = (table: EstimateTable, a: string, b: string) =>
  table.contrasts.find((contrast) => contrast.a.tenure === a && contrast.b.tenure === b)!;

describe('shares by group on a stratified, clustered sample', () => {
  const table = prevalence.compute(context);
  test('the whole and each group have the reference estimate and standard error', () => {
    expect(cellOf(table, {}).estimate.value).toBeCloseTo(0.343633336254, 11);
    expect(cellOf(table, {}).estimate.se).toBeCloseTo(0.100992813034, 11);
    expect(cellOf(table, { tenure: 'own' }).estimate.se).toBeCloseTo(0.0785722463014, 11);
    expect(cellOf(table, { tenure: 'rent' }).estimate.value).toBeCloseTo(0.51713084241, 11);
  });
  test('the difference uses the covariance of groups in the same PSUs', () => {
    const { difference, ratio } = contrastOf(table, 'rent', 'own');
    expect(difference.value).toBeCloseTo(0.352990058614, 11);
    expect(difference.se).toBeCloseTo(0.190424382101, 11);
    expect(Math.log(ratio!.value!)).toBeCloseTo(1.14757142523, 10);
    expect(ratio!.se! / ratio!.value!).toBeCloseTo(0.590789039703, 10);
  });
  test('with two groups the rest of one is the other', () => {
    const rest = contrastOf(table, 'rent', 'rest:rent');
    expect(rest.difference.se).toBeCloseTo(contrastOf(table, 'rent', 'own').difference.se!, 12);
  });
  test('nobody is compared with a whole that contains them', () => {
    for (const { a, b } of table.contrasts) expect(Object.keys(b)).toEqual(Object.keys(a));
  });
});

test('the number of people is the weighted total with its standard error; interval on the log scale', () => {
  const table = peopleInNeed.compute({
    ...contextOf({
      ...fixture,
      inputs: { need: { questionId: 'h', variables: ['housing'], yes: ['1'], no: ['0'] } }
    }),
    population: 5705.5
  });
  const { estimate, restsOn } = table.cells[0]!;
  expect(estimate.value).toBeCloseTo(1960.6, 8);
  expect(estimate.se).toBeCloseTo(579.614935395, 7);
  // ln(1960.6) -+ t(.975; 9) x 579.61/1960.6
  const reach = (2.2621571628 * 579.614935395) / 1960.6;
  expect(estimate.low).toBeCloseTo(1960.6 * Math.exp(-reach), 5);
  expect(estimate.high).toBeCloseTo(1960.6 * Math.exp(reach), 5);
  expect(restsOn!.value).toBeCloseTo(0.343633336254, 11);
});

test('without a population and with weights near 1 the number of people is not known', () => {
  const inputs = { need: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] } };
  const table = peopleInNeed.compute(contextOf({ given: { need: ['y', 'n', 'n'] }, inputs }));
  expect(table.cells[0]!.estimate.value).toBeNull();
});

test('importance times dissatisfaction has the delta-method standard error', () => {
  // Four people, each a PSU: Imp = 1/2, Sat = 1/4; scores .75 zI - .5 zS with zI = (i - 1/2)/4,
  // zS = (s - 1/4)/4: 0, .125, -.0625, -.0625; variance 4/3 x sum of squares.
  const inputs = {
    importance: { questionId: 'i', variables: ['imp'], yes: ['5'], no: ['1'] },
    satisfaction: { questionId: 's', variables: ['sat'], yes: ['5'], no: ['1'] }
  };
  const given = { imp: ['5', '5', '1', '1'], sat: ['5', '1', '1', '1'] };
  const { estimate } = importanceSatisfaction.compute(contextOf({ given, inputs })).cells[0]!;
  expect(estimate.value).toBeCloseTo(0.375, 12);
  expect(estimate.se).toBeCloseTo(Math.sqrt((4 / 3) * (0 + 0.125 ** 2 + 2 * 0.0625 ** 2)), 12);
});

test('p-values are adjusted over what is shown together, references and rests apart', () => {
  const none = {} as RawContrast['difference'];
  const make = (a: string, b: string, p: number): RawContrast => ({
    a: { g: a },
    b: { g: b },
    difference: none,
    ratio: null,
    p,
    pAdjusted: null
  });
  const adjusted = adjustFamilies([
    make('x', 'rest:x', 0.01),
    make('y', 'rest:y', 0.04),
    make('x', 'z', 0.03)
  ]);
  expect(adjusted.map(({ pAdjusted }) => pAdjusted)).toEqual([0.02, 0.04, 0.03]);
});
