import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { QueryError } from '$lib/estimation/query/data-source';
import { evaluate } from '$lib/estimation/query/query';
import { csvSource } from './csv-source';
import type { Spec } from '$lib/estimation/query/spec';

/**
 * Measures of inequality on designs the reference cases do not show: calibrated weights, replicate
 * weights, sampling fractions, single PSUs. Numbers computed with R 4.2.2, survey 4.1-1 from
 * `calibrate`, `withReplicates`, `as.svrepdesign` and `svykappa`, with the formulas of the reference.
 */
const directory = 'tests/fixtures/reference';
const read = (name: string) => csvSource(readFileSync(`${directory}/data/${name}.csv`, 'utf8'));
const files = {
  apistrat: read('apistrat'),
  apiclus1: read('apiclus1'),
  replicates: read('replicates'),
  community: read('community'),
  edge: read('edge')
};
const ask = (file: keyof typeof files, spec: Spec) => evaluate(files[file], spec);
const close = (value: number) => expect.closeTo(value, 11) as number;

const clusters = { type: 'taylor', ids: ['dnum'], weights: 'pw', fpc: ['fpc'] };
const calibrated = {
  base: clusters,
  adjust: [
    {
      op: 'calibrate',
      formula: 'stype + api99',
      totals: { '(Intercept)': 6194, stypeH: 755, stypeM: 1018, api99: 3914069 },
      calfun: 'raking'
    }
  ]
};
const replicate = (pattern: string, kind: string, more: Spec = {}): Spec => ({
  type: 'replicate',
  weights: 'weight',
  repweights_pattern: pattern,
  rep_type: kind,
  combined: true,
  mse: false,
  ...more
});
const jackknife = replicate('^jkn_', 'JKn', { scale: 1, rscales: new Array(24).fill(0.5) });
const bootstrap = replicate('^boot_', 'bootstrap');
const nested = { type: 'taylor', ids: ['psu'], strata: ['stratum'], weights: 'weight', nest: true };
const numeric = (name: string) => ({ var: name, kind: 'numeric' });
const schoolWide = { var: 'sch.wide', kind: 'indicator', true: ['Yes'], false: ['No'] };

describe('index of disparity', () => {
  test.each([
    [
      'clusters',
      'apiclus1',
      clusters,
      schoolWide,
      'stype',
      [12.400892857142857, 6.722010645246133, 18.65143659385018]
    ],
    [
      'a jackknife',
      'replicates',
      jackknife,
      numeric('y'),
      'group',
      [3.767385903367033, 3.607438393952121, 7.560328132865502]
    ],
    [
      'a bootstrap',
      'replicates',
      bootstrap,
      numeric('y'),
      'group',
      [3.767385903367033, 3.536944290172512, 8.540468816032845]
    ]
  ] as const)('with %s', (_, file, design, y, by, [index, se, seBest]) => {
    expect(ask(file, { family: 'disparity', design, y, by })).toMatchObject({
      index_of_disparity_vs_total: close(index),
      index_of_disparity_vs_total_se: close(se),
      index_of_disparity_vs_best_se: close(seBest)
    });
  });
  test('with calibrated weights (those of R meet their totals to eight digits)', () => {
    const found = ask('apiclus1', {
      family: 'disparity',
      design: calibrated,
      y: schoolWide,
      by: 'stype'
    });
    expect(found['index_of_disparity_vs_total']).toBeCloseTo(13.1813683252, 6);
    expect(found['index_of_disparity_vs_total_se']).toBeCloseTo(6.265347219025, 6);
    expect(found['total_rate_se']).toBeCloseTo(0.0253146339763, 9);
  });
});

describe('concentration', () => {
  const ranked = (file: keyof typeof files, design: Spec, y: string, rank: string) =>
    ask(file, { family: 'concentration', design, y: numeric(y), rank_by: rank });
  const strata = { type: 'taylor', ids: null, strata: ['stype'], weights: 'pw' };
  test.each([
    [
      'schools in strata, with fractions',
      'apistrat',
      { ...strata, fpc: ['fpc'] },
      0.019662985441909
    ],
    ['schools in strata', 'apistrat', strata, 0.019948306653928],
    ['schools', 'apistrat', { ...strata, strata: null }, 0.019944108574621],
    ['districts, with fractions', 'apiclus1', clusters, 0.02588540786676],
    ['districts', 'apiclus1', { ...clusters, fpc: null }, 0.026145743694687]
  ] as const)('jackknife by %s', (_, file, design, se) => {
    expect(ranked(file, design, 'meals', 'api00')['concentration_index_se_jkn']).toBeCloseTo(
      se,
      12
    );
  });
  test.each([
    ['remove', 0.031335273236778],
    ['certainty', 0.031335273236778],
    ['adjust', 0.031601276093018],
    ['average', 0.032072674672879]
  ])('jackknife with a stratum of one PSU under the rule %s', (lonely, se) => {
    const found = ranked('edge', { ...nested, lonely }, 'likert', 'big');
    expect(found['concentration_index']).toBeCloseTo(0.086985433126128, 12);
    expect(found['concentration_index_se_jkn']).toBeCloseTo(se, 12);
  });
  test.each([
    ['jackknife', jackknife, 'y', -0.013614379816875, 0.043431349695226],
    ['bootstrap', bootstrap, 'score', 0.020191288393588, 0.00508713032755942]
  ])('with the replicates of a %s', (_, design, y, index, se) => {
    const found = ranked('replicates', design, y, 'x');
    expect(found['concentration_index']).toBeCloseTo(index, 12);
    expect(found['concentration_index_se']).toBeCloseTo(se, 12);
  });
});

test('deprivation with the replicates of a bootstrap', () => {
  const often = { var: 'score', kind: 'map', from: [1, 2, 3, 4, 5], to: [0, 0, 0, 1, 1] };
  const spec = { family: 'alkire_foster', design: bootstrap, indicators: ['y', often], k: 0.5 };
  expect(ask('replicates', spec)).toMatchObject({
    H: close(0.60922401700681),
    M0: close(0.379604307443149),
    A: close(0.62309478426046),
    H_se: close(0.019995681238501),
    M0_se: close(0.016028010276989),
    A_se: close(0.010647768729436)
  });
});

test('kappa by the design in two neighborhoods', () => {
  const spec = {
    family: 'kappa',
    design: nested,
    filter: [{ var: 'neighborhood', op: 'in', value: ['Depot', 'Garden District'] }],
    r1: 'sev_r1',
    r2: 'sev_r2',
    levels: [1, 2, 3, 4],
    design_based: true
  };
  const survey = { kappa: close(0.62699756152495), se: close(0.086953121533945) };
  expect(ask('community', spec)['survey_weighted']).toEqual(survey);
  const { levels: _, ...withoutLevels } = spec;
  expect(ask('community', withoutLevels)['survey_weighted']).toEqual(survey);
});

describe('groups at the edge', () => {
  const design = { ...nested, lonely: 'adjust' };
  test('rates of 0 and 1 and a group without weight: what is not defined is null', () => {
    const order = ['all_no', 'mixed', 'all_yes', 'nobody'];
    const found = ask('edge', { family: 'disparity', design, y: numeric('y'), by: 'group', order });
    expect(found).toMatchObject({
      best_group: 'all_no',
      range_difference: 1,
      range_difference_se: 0,
      range_ratio: null,
      index_of_disparity_vs_best: null,
      mean_log_deviation: null,
      theil_se: null
    });
    expect(found['ridits']).toHaveLength(3);
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
  });
  test('nobody deprived: intensity and contributions are null, in the whole and in every group', () => {
    const spec = { family: 'alkire_foster', design, indicators: ['y', 'rare'], by: 'group', k: 1 };
    const found = ask('edge', spec);
    expect(found).toMatchObject({ H: 0, M0: 0, A: null, dimension_contribution: [null, null] });
    const groups = found['groups'] as Spec[];
    expect(groups.at(-1)).toMatchObject({ key: { group: 'zero_w' }, n: 4, H: null, M0: null });
  });
  test('a constant has a Gini of 0, a column of blanks has none', () => {
    const gini = (name: string) => ask('edge', { family: 'gini', design, y: numeric(name) });
    expect(gini('const')).toMatchObject({ gini: 0, gini_se: 0, gini_se_jkn: close(0) });
    expect(gini('allmiss')).toMatchObject({ n: 0, gini: null, gini_se_jkn: null, mean: null });
  });
});

test.each([
  ['bounds the wrong way round', { family: 'concentration', rank_by: 'x', bounds: [5, 1] }],
  ['no column to rank by', { family: 'concentration' }],
  [
    'importance for one of two indicators',
    { family: 'alkire_foster', indicators: ['y', 'y'], indicator_weights: [1] }
  ],
  ['a cutoff that is no number', { family: 'alkire_foster', indicators: ['y'], k: 'half' }]
])('%s is refused in a sentence', (_, spec) => {
  const whole = { design: bootstrap, y: numeric('y'), ...spec };
  expect(() => ask('replicates', whole)).toThrow(QueryError);
});
