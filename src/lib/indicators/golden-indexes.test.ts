import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deprivationIndex } from './macro/deprivation-index';
import { groupInequality } from './macro/group-inequality';
import { incomeSlope } from './macro/income-slope';
import { prevalence } from './macro/prevalence';
import { contextOf } from './responses.fixture';
import type { IndicatorDefinition, MappedInput } from './definition';

/*
 * The 36 rows of the estimation engine's golden fixture (three strata, twelve PSUs, weights): expected
 * numbers by R survey 4.1-1 and the engine's own reference cases.
 */
const [head = [], ...rows] = readFileSync(
  new URL('../estimation/golden.fixture.csv', import.meta.url),
  'utf8'
)
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','));
const columnOf = (name: string): string[] => rows.map((row) => row[head.indexOf(name)]!);
const input = (variable: string, yes: string[], no: string[]): MappedInput => ({
  questionId: variable,
  variables: [variable],
  yes,
  no
});

const estimateOf = (
  indicator: IndicatorDefinition,
  inputs: Record<string, MappedInput>,
  measure: string,
  weights: number[] = columnOf('w').map(Number)
) => {
  const names = Object.values(inputs).flatMap(({ variables }) => variables);
  const context = contextOf({
    given: Object.fromEntries(names.map((name) => [name, columnOf(name)])),
    strata: columnOf('stratum'),
    psu: columnOf('psu'),
    weights,
    inputs
  });
  return indicator.compute(context).cells.find(({ at }) => at.measure === measure)!.estimate;
};

test('four needs by tenure are tested together as R survey tests them', () => {
  const items = ['housing', 'food', 'health', 'transit'];
  const names = [...items, 'tenure'];
  const { jointTests } = prevalence.compute(
    contextOf({
      given: Object.fromEntries(names.map((name) => [name, columnOf(name)])),
      strata: columnOf('stratum'),
      psu: columnOf('psu'),
      weights: columnOf('w').map(Number),
      split: { group: 'tenure', area: null },
      inputs: { answer: { questionId: 'needs', variables: items, yes: ['1'], no: ['0'] } }
    })
  );
  expect(jointTests).toHaveLength(1);
  expect(jointTests![0]).toMatchObject({ over: 'option', df1: 4, df2: 6 });
  expect(jointTests![0]!.f).toBeCloseTo(10.13144835, 8);
  expect(jointTests![0]!.p).toBeCloseTo(0.007749157926, 10);
});

const housing = input('housing', ['1'], ['0']);
const income = input('inc5', ['1', '2', '3', '4', '5'], []);

describe('indexes on a stratified, clustered sample', () => {
  const inputs = { answer: housing, groups: income };
  test('the concentration index, the slope index and the relative index', () => {
    expect(estimateOf(incomeSlope, inputs, 'rci').value).toBeCloseTo(0.319375088597, 9);
    expect(estimateOf(incomeSlope, inputs, 'sii').value).toBeCloseTo(0.706291102865, 9);
    expect(estimateOf(incomeSlope, inputs, 'rii').value).toBeCloseTo(10.5565404767, 7);
  });
  test.each(['rci', 'sii', 'erreygers'])(
    'standard errors of %s count the estimated ranks, as a jackknife over PSUs does',
    (measure) => {
      const psus = columnOf('psu');
      const whole = estimateOf(incomeSlope, inputs, measure);
      // Every stratum has four PSUs: without one of them the others weigh 4/3.
      const squares = [...new Set(psus)].map((left) => {
        const stratum = columnOf('stratum')[psus.indexOf(left)];
        const weights = columnOf('w').map((w, i) =>
          psus[i] === left
            ? 0
            : columnOf('stratum')[i] === stratum
              ? (Number(w) * 4) / 3
              : Number(w)
        );
        const again = estimateOf(incomeSlope, inputs, measure, weights).value!;
        return (3 / 4) * (again - whole.value!) ** 2;
      });
      const jackknife = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
      expect(whole.se! / jackknife).toBeGreaterThan(0.9);
      expect(whole.se! / jackknife).toBeLessThan(1.1);
    }
  );
  test('the between-group variance by age', () => {
    const age = input('age', ['18-34', '35-64', '65+'], []);
    const { value } = estimateOf(groupInequality, { answer: housing, groups: age }, 'bgv');
    expect(value).toBeCloseTo(0.00201408215687, 12);
  });
  test('deprived in two or more of four items: the shares multiply to the index', () => {
    const items = ['housing', 'food', 'health', 'transit'].map((name) => input(name, ['1'], ['0']));
    const deprived = Object.fromEntries(
      items.map((one, i) => [i === 0 ? 'deprived' : `deprived-${i + 1}`, one])
    );
    // With four items a third means two of them, as a half does.
    const h = estimateOf(deprivationIndex, deprived, 'h');
    const m0 = estimateOf(deprivationIndex, deprived, 'm0');
    const a = estimateOf(deprivationIndex, deprived, 'a');
    expect(h.value).toBeCloseTo(0.53814740163, 10);
    expect(h.se).toBeCloseTo(0.126511167508, 8);
    expect(m0.value).toBeCloseTo(0.314446586627, 10);
    expect(m0.se).toBeCloseTo(0.0797574339664, 8);
    expect(a.value).toBeCloseTo(0.584313118812, 10);
    expect(a.se).toBeCloseTo(0.0226755194505, 8);
    expect(h.value! * a.value!).toBeCloseTo(m0.value!, 12);
    expect(estimateOf(deprivationIndex, deprived, 'part:food').value).toBeCloseTo(
      0.400916907041,
      10
    );
  });
});
