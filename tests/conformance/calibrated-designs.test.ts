import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '$lib/estimation/query/query';
import { compare } from './agree';
import { csvSource } from './csv-source';
import type { Spec } from '$lib/estimation/query/spec';

/**
 * Tests and models on calibrated weights, which no reference case has: 183 schools in 15 districts,
 * calibrated to school types and to the scores of the year before. Numbers from R 4.2.2, survey 4.1-1:
 * `calibrate(svydesign(~dnum, weights = ~pw, fpc = ~fpc), ~stype + api99, totals)`.
 */
const schools = csvSource(readFileSync('tests/fixtures/reference/data/apiclus1.csv', 'utf8'));
const design = {
  base: { type: 'taylor', ids: ['dnum'], weights: 'pw', fpc: ['fpc'], lonely: 'fail' },
  adjust: [
    {
      op: 'calibrate',
      formula: 'stype + api99',
      totals: { '(Intercept)': 6194, stypeH: 755, stypeM: 1018, api99: 3914069 },
      calfun: 'linear'
    }
  ]
};
const awards = { var: 'awards', kind: 'indicator', true: ['Yes'], false: ['No'] };
const types = { var: 'stype', kind: 'category', levels: ['E', 'H', 'M'] };
const yearRound = { var: 'yr.rnd', kind: 'category', levels: ['No', 'Yes'] };

function expectAgreement(spec: Spec, expected: unknown): void {
  const answer = evaluate(schools, { ...spec, design });
  const rules = { tolerance: { rel: 2e-7, abs: 1e-11 }, methods: {}, skip: new Set<string>() };
  expect(compare(expected, answer, rules).problems).toEqual([]);
}

describe('calibrated weights', () => {
  test('logit of an award', () => {
    expectAgreement(
      {
        family: 'glm',
        link: 'logit',
        y: awards,
        terms: [{ var: 'meals', kind: 'numeric' }, types, yearRound]
      },
      {
        terms: ['(Intercept)', 'meals', 'stype=H', 'stype=M', 'yr.rnd=Yes'],
        coefficients: [
          1.36847773311438, -0.00448584873687, -1.52299892798531, -1.14624231743772,
          1.07402362957767
        ],
        se: [
          0.37101488960726, 0.00701424802954, 0.5424007398417, 0.54599874512224, 0.20175755158455
        ]
      }
    );
  });
  test('school type and awards: Rao-Scott and Wald', () => {
    expectAgreement(
      { family: 'chisq', row: 'stype', col: 'awards' },
      {
        F: {
          statistic: 5.1423592095496,
          ndf: 1.7839159823013,
          ddf: 24.9748237522185,
          p: 0.0160456707332
        },
        Wald: { statistic: 6.3235465043399, p: 0.0110496210814 }
      }
    );
  });
  test('scores of elementary schools with and without an award', () => {
    expectAgreement(
      {
        family: 'ttest',
        y: { var: 'api00', kind: 'numeric' },
        group: awards,
        filter: [{ var: 'stype', op: '==', value: 'E' }]
      },
      { difference: 29.752776360629, t: 1.24618774615, df: 13, p: 0.234685403185 }
    );
  });
  test('median enrollment', () => {
    expectAgreement(
      {
        family: 'quantile',
        y: { var: 'enroll', kind: 'numeric' },
        probs: 0.5,
        filter: [{ var: 'enroll', op: 'present' }]
      },
      {
        results: [
          {
            p: 0.5,
            qrule: 'school',
            interval: 'xlogit',
            estimate: 466,
            lower: 403,
            upper: 525,
            se: 28.441056793
          }
        ]
      }
    );
  });
});

describe('what a specification is refused for', () => {
  const model = (terms: Spec[]): Spec => ({
    family: 'glm',
    link: 'logit',
    y: awards,
    terms,
    design
  });
  test('a model without a solution says which term to look at', () => {
    // No school gets an award without meeting its own target.
    const target = { var: 'comp.imp', kind: 'category', levels: ['No', 'Yes'] };
    expect(() => evaluate(schools, model([target]))).toThrow('tell the answers apart');
    expect(() => evaluate(schools, model([types, types]))).toThrow('"stype=H"');
    const unknown = { ...types, levels: ['E', 'H', 'M', 'K'] };
    expect(() => evaluate(schools, model([unknown]))).toThrow('"K" of stype');
  });
  test('a rule, an interval or a share that does not exist', () => {
    const ask = (more: Spec) => () =>
      evaluate(schools, {
        family: 'quantile',
        y: { var: 'enroll', kind: 'numeric' },
        probs: 0.5,
        design,
        ...more
      });
    expect(ask({ qrules: 'hf10' })).toThrow('hf9');
    expect(ask({ intervals: ['score'] })).toThrow('xlogit');
    expect(ask({ probs: [0.5, 1.5] })).toThrow('between 0 and 1');
  });
});
