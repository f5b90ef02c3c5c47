import { expect, test } from 'vitest';
import { rCall, type DesignColumns } from './r-call';

const design: DesignColumns = {
  strata: 'stratum',
  psu: 'psu',
  weight: 'w',
  fpc: null,
  nest: true,
  lonely: 'adjust',
  note: null
};
const y = { var: 'food', kind: 'indicator', true: ['yes', 'often'], false: ['no'] };

test('strata, units, weights and the rule for single PSUs are in the design', () => {
  expect(rCall({ family: 'mean', y, filter: [] }, design)).toEqual([
    'options(survey.lonely.psu = "adjust")',
    'd <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = wave)',
    'svymean(~I(food %in% c("yes", "often")), d, na.rm = TRUE, deff = TRUE)'
  ]);
});

test('conditions become a subset of the design, never of the rows', () => {
  const filter = [
    { var: 'age', op: '>=', value: 40 },
    { var: 'tenure', op: 'in', value: ['own', 'rent'] }
  ];
  const lines = rCall({ family: 'population_size', filter }, { ...design, lonely: 'fail' });
  expect(lines?.[1]).toBe('d <- subset(d, age >= 40 & tenure %in% c("own", "rent"))');
});

test('without a design every row is a PSU of weight 1', () => {
  const none = { ...design, strata: null, psu: null, weight: null, nest: false, lonely: 'fail' };
  expect(rCall({ family: 'gini', y: { var: 'income' }, filter: [] }, none)?.[0]).toBe(
    'd <- svydesign(ids = ~1, weights = ~1, data = wave)'
  );
});

test('a family without a single call of R has none', () => {
  expect(rCall({ family: 'cronbach', filter: [] }, design)).toBeNull();
});

test('quotes in an answer stay inside their text', () => {
  const said = { var: 'q', kind: 'indicator', true: ['a "b"'], false: [] };
  expect(rCall({ family: 'mean', y: said, filter: [] }, design)?.at(-1)).toContain(
    'q == "a \\"b\\""'
  );
});
