import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { countsBehind } from '$lib/estimation/query/counts-behind';
import { familyForms, otherFamilies } from '$lib/estimation/query/family-forms';
import { implementedFamilies } from '$lib/estimation/query/query';
import type { Access } from '$lib/server/access/access';
import { askBench, askUnreleased, benchVariables, type BenchQuestion } from './bench';
import { countyWith } from './county.fixture';

let access: Access;
let waveId = '';
beforeAll(() => {
  const county = countyWith('2026');
  access = county.access;
  waveId = county.waves['2026']!;
});

const about = (question: Partial<BenchQuestion>): BenchQuestion => ({
  waveId,
  design: 'wave',
  family: 'mean',
  fields: {},
  filter: [],
  ...question
});
const ask = (question: Partial<BenchQuestion>) => askBench(access, about(question), 'en');
const answer = (question: Partial<BenchQuestion>) => {
  const asked = ask(question);
  if (!asked.ok) throw new Error(JSON.stringify(asked.issues));
  return asked.value;
};
const codesOf = (question: Partial<BenchQuestion>): string[] => {
  const asked = ask(question);
  return asked.ok ? [] : asked.issues.map(({ code }) => code);
};
const needsFood = { y: ['need_food'], 'y-yes': ['yes'] };

/** A question of each family that the sample county can answer. */
const examples: Record<string, BenchQuestion['fields']> = {
  mean: needsFood,
  total: needsFood,
  ciprop: needsFood,
  ratio: { numerator: ['children'], denominator: ['household_size'] },
  population_size: {},
  quantile: { y: ['age'] },
  mean_by: { ...needsFood, by: ['tenure'] },
  nchs: { ...needsFood, by: ['race_ethnicity'] },
  table: { row: ['age_band'], col: ['need_food'] },
  chisq: { row: ['age_band'], col: ['need_food'] },
  ttest: { y: ['age'], group: ['need_food'], 'group-yes': ['yes'] },
  contrast: { ...needsFood, group: ['tenure'], a: ['rent'], b: ['own'] },
  standardize: { ...needsFood, stratum_var: ['age_band'], standard: ['1, 1, 1, 1'] },
  glm: { ...needsFood, terms: ['age_band', 'age'], link: ['logit'] },
  padjust: { p: ['0.01, 0.04'] },
  select_all: { options: ['needs_barriers_cost', 'needs_barriers_hours'] },
  food_security: {},
  cronbach: { items: ['imp_parks', 'imp_buses', 'imp_roads'] },
  kappa: { r1: ['need_food'], r2: ['need_rent'] },
  alkire_foster: { indicators: ['need_food', 'need_rent'], 'indicators-yes': ['yes'] },
  disparity: { ...needsFood, by: ['age_band'] },
  concentration: { ...needsFood, rank_by: ['age'] },
  gini: { y: ['age'] },
  kish: { by: ['tenure'] },
  missingness: { vars: ['age', 'income'] }
};

describe('every family', () => {
  test('of the engine can be asked, or is named among those that are not', () => {
    const known = [...familyForms.map(({ family }) => family), ...Object.keys(otherFamilies)];
    expect(implementedFamilies.filter((family) => !known.includes(family))).toEqual([]);
    expect(familyForms.map(({ family }) => family)).toEqual(
      expect.arrayContaining(Object.keys(examples))
    );
    expect(Object.keys(examples)).toHaveLength(familyForms.length);
  });

  test.each(Object.keys(examples))('%s is answered over the sample county', (family) => {
    if (!implementedFamilies.includes(family)) return;
    const { facts } = answer({ family, fields: examples[family]! });
    expect(facts.filter(({ value }) => value !== null).length).toBeGreaterThan(0);
    for (const { value, status } of facts) if (status === 'hidden') expect(value).toBeNull();
  });

  test('that reads answers says which counts are behind it', () => {
    const empty = { rows: 0, names: [], column: () => null };
    for (const { family, gate } of familyForms) {
      const isDescribed = (() => {
        try {
          return countsBehind(empty, { family }, 'all') !== null;
        } catch {
          return true;
        }
      })();
      expect([family, isDescribed]).toEqual([family, gate !== 'none']);
    }
  });
});

describe('privacy', () => {
  test('a group too small and a second one carry no number, in facts and answer alike', () => {
    const { facts, answer: tree } = answer({
      family: 'mean_by',
      fields: { ...needsFood, by: ['tenure'] }
    });
    const hidden = facts.filter(({ status }) => status === 'hidden');
    expect([...new Set(hidden.map(({ place }) => place.tenure))]).toEqual(
      expect.arrayContaining(['no_rent', 'other'])
    );
    const groups = tree.groups as { key: { tenure: string }; n: number | null }[];
    expect(groups.find(({ key }) => key.tenure === 'other')).toMatchObject({
      n: null,
      estimate: null,
      ci95_t: { lower: null, upper: null }
    });
    expect(groups.find(({ key }) => key.tenure === 'rent')?.n).toBeGreaterThan(100);
    expect((tree.covariance as (number | null)[][]).flat().every((v) => v === null)).toBe(true);
  });

  test('a filter cannot ask for a group that was hidden second', () => {
    const filter = [{ var: 'tenure', op: '==', value: 'no_rent' }];
    expect(codesOf({ fields: needsFood, filter })).toEqual(['bench-close-filter']);
  });

  test('a filter that leaves out few people is refused, one that leaves out many is not', () => {
    const years = (from: number) => [{ var: 'years_here', op: '>=', value: String(from) }];
    const unreleased = (filter: BenchQuestion['filter']): number => {
      const all = askUnreleased(access, about({ fields: needsFood, filter }), 'en');
      return all.ok ? Number(all.value.n) : NaN;
    };
    const everyone = unreleased(years(0));
    const few = [...Array(80).keys()].find((from) => {
      const out = everyone - unreleased(years(from));
      return out > 0 && out < 5;
    });
    if (few !== undefined)
      expect(codesOf({ fields: needsFood, filter: years(few) })).toEqual(['bench-close-filter']);
    expect(codesOf({ fields: needsFood, filter: years(10) })).toEqual([]);
  });

  test('a model over a category with a few people is refused as a whole', () => {
    const fields = { ...needsFood, terms: ['tenure'], link: ['logit'] };
    expect(codesOf({ family: 'glm', fields })).toEqual(['bench-too-few']);
    const filter = [{ var: 'tenure', op: 'in', value: 'own|rent' }];
    const { answer: tree } = answer({ family: 'glm', fields, filter });
    expect(tree.terms).toEqual(['(Intercept)', 'tenure=rent']);
  });

  test('a group too imprecise to publish is shown marked', () => {
    const { facts } = answer({ family: 'nchs', fields: examples.nchs! });
    const asian = facts.find(
      ({ place, name }) => place.race_ethnicity === 'asian' && name === 'estimate'
    );
    expect(asian).toMatchObject({ status: 'imprecise', value: expect.any(Number) as number });
  });

  test('a quantile near the end of the answers tells no end of its range', () => {
    const { facts } = answer({
      family: 'quantile',
      fields: { y: ['years_here'], probs: ['1, 0.5'] }
    });
    const at = (p: string) => facts.filter(({ place }) => place.p === p);
    expect(at('1').every(({ value }) => value === null)).toBe(true);
    expect(at('0.5').every(({ value }) => value !== null)).toBe(true);
  });

  test('scores of single respondents never leave', () => {
    expect(answer({ family: 'food_security' }).answer).not.toHaveProperty('first_scores');
  });

  test('only the command line asks without the gate', () => {
    const files = execFileSync('grep', ['-rl', 'askUnreleased', 'src'], { encoding: 'utf8' });
    expect(files.trim().split('\n').sort()).toEqual([
      'src/cli/estimate.ts',
      'src/lib/server/use-cases/bench-ledger.test.ts',
      'src/lib/server/use-cases/bench.test.ts',
      'src/lib/server/use-cases/bench.ts'
    ]);
  });

  test('names, keys, dates, weights and strata cannot be asked about', () => {
    const names = benchVariables(access, waveId, 'en').map(({ name }) => name);
    expect(names).toContain('tenure');
    expect(names).not.toEqual(expect.arrayContaining(['base_weight']));
    for (const y of ['base_weight', 'psu', 'case_no', 'start'])
      expect(codesOf({ fields: { y: [y] } })).toEqual(['variable-unknown']);
  });

  test('who may not analyze gets no number', () => {
    const viewer: Access = { ...access, role: 'viewer' };
    expect(askBench(viewer, about({ fields: needsFood }), 'en')).toMatchObject({
      ok: false,
      issues: [{ code: 'not-allowed' }]
    });
    expect(benchVariables(viewer, waveId, 'en')).toEqual([]);
  });
});

describe('an answer', () => {
  test('without the design is for comparison, never released', () => {
    const { facts, warnings } = answer({ fields: needsFood, design: 'none' });
    expect(new Set(facts.map(({ status }) => status))).toEqual(new Set(['imprecise']));
    expect(warnings.map(({ code }) => code)).toContain('bench-no-design');
  });

  test('has the numbers of the engine, rounded', () => {
    const raw = askUnreleased(access, about({ fields: needsFood }), 'en');
    if (!raw.ok) throw new Error('refused');
    const { answer: tree } = answer({ fields: needsFood });
    expect(tree.estimate).toBe(Number(Number(raw.value.estimate).toPrecision(4)));
    expect(tree.n).toBe(raw.value.n);
    const total = answer({ family: 'total', fields: needsFood }).answer.estimate;
    expect(total).toBe(Number(Number(total).toPrecision(3)));
  });

  test('comes with the call of R for the same question', () => {
    const { r } = answer({ family: 'mean_by', fields: { ...needsFood, by: ['tenure'] } });
    expect(r).toEqual([
      'd <- svydesign(ids = ~psu, strata = ~stratum, weights = ~base_weight, nest = TRUE, data = wave)',
      'svyby(~I(need_food == "yes"), ~tenure, d, svymean, na.rm = TRUE, covmat = TRUE)'
    ]);
  });

  test('names what a question lacks at its field', () => {
    expect(codesOf({ family: 'nope' })).toEqual(['family-unknown']);
    expect(codesOf({ family: 'ciprop', fields: { y: ['tenure'] } })).toEqual(['yes-missing']);
    expect(codesOf({ family: 'gini', fields: { y: ['tenure'] } })).toEqual([
      'variable-not-numbers'
    ]);
    expect(codesOf({ family: 'mean_by', fields: { y: ['age'], by: ['age'] } })).toEqual([
      'variable-not-groups'
    ]);
    expect(codesOf({ family: 'ciprop', fields: { ...needsFood, level: ['many'] } })).toEqual([
      'value-not-a-number'
    ]);
    expect(codesOf({ fields: { y: ['need_food'], 'y-yes': ['perhaps'] } })).toEqual([
      'answer-unknown'
    ]);
  });
});
