import { describe, expect, test } from 'vitest';
import { csvSource } from '../../../../tests/conformance/csv-source';
import { evaluate } from './query';
import type { Spec } from './spec';

const anyone: Spec = { type: 'taylor', ids: null, strata: null, weights: '.one' };
const yes: Spec = { var: 'y', kind: 'indicator', true: [1], false: [0] };

describe('values of a column', () => {
  const source = csvSource('zip,y\n02134,1\n01001,0\n01001,1\n90210,0\n');
  const ask = (spec: Spec) =>
    evaluate(source, { family: 'population_size', design: anyone, ...spec });

  test('codes with leading zeros are found by their text and by their number', () => {
    const where = (value: unknown) => ask({ filter: [{ var: 'zip', op: '==', value }] })['n'];
    expect([where('01001'), where(1001), where('01'), where(2134)]).toEqual([2, 2, 0, 1]);
  });

  test('groups carry the codes as they are written', () => {
    const { groups } = ask({ family: 'kish', by: 'zip' });
    expect(groups).toMatchObject([
      { key: { zip: '01001' } },
      { key: { zip: '02134' } },
      { key: { zip: '90210' } }
    ]);
  });

  test('codes that differ in their zeros alone are told apart', () => {
    const codes = csvSource('code,y\n01,1\n1,0\n1.0,1\n');
    const spec = { family: 'kish', design: anyone, by: 'code' };
    expect(evaluate(codes, spec)['groups']).toHaveLength(3);
    const filter = [{ var: 'code', op: '==', value: 1 }];
    expect(evaluate(codes, { ...spec, by: [], filter })['overall']).toMatchObject({ n: 1 });
  });

  test('a text is found with the spaces around it that its import took off', () => {
    const texts = csvSource('said,y\nyes,1\nno,0\n');
    const filter = [{ var: 'said', op: 'in', value: [' yes '] }];
    const answer = evaluate(texts, { family: 'population_size', design: anyone, filter });
    expect(answer['n']).toBe(1);
  });

  test('digits stored as text are ordered by their size', () => {
    const coded = {
      ...source,
      column: () => ({
        kind: 'text' as const,
        codes: Uint8Array.of(1, 2, 3, 1),
        labels: ['10', '9', '100']
      })
    };
    const spec = { design: anyone, by: 'item', vars: ['item', 'item'] };
    const { groups } = evaluate(coded, { ...spec, family: 'kish' });
    const { row_levels: levels } = evaluate(coded, { ...spec, family: 'table' });
    expect(groups).toMatchObject(['9', '10', '100'].map((item) => ({ key: { item } })));
    expect(levels).toEqual(['9', '10', '100']);
  });
});

describe('a specification', () => {
  const source = csvSource('w,g,y\n1,a,1\n3,b,0\n');
  const mean = (design: Spec) => evaluate(source, { family: 'mean', y: yes, design })['estimate'];

  test('names one column as a text or as a list of one', () => {
    expect(mean({ ids: 'g', weights: ['w'] })).toBe(mean({ ids: ['g'], weights: 'w' }));
    expect(mean({ weights: 'w' })).toBe(0.25);
  });

  test('has one column of weights', () => {
    expect(() => mean({ weights: ['w', 'y'] })).toThrow('"weights": one column name');
    expect(() => mean({ weights: 2 })).toThrow('"weights"');
  });

  test('about nobody has one group without a key, and that is suppressed', () => {
    const nobody = { filter: [{ var: 'g', op: '==', value: 'c' }] };
    const answer = evaluate(source, { family: 'nchs', y: yes, design: anyone, ...nobody });
    expect(answer['groups']).toEqual([
      { key: null, n: 0, suppress: true, suppress_reasons: ['no observations'] }
    ]);
  });
});

test('a contrast of two domains stays inside the filter', () => {
  const source = csvSource('y,side,part\n1,a,in\n0,a,in\n1,b,in\n1,a,out\n0,b,out\n1,b,in\n');
  const side = (value: string) => ({ y: yes, filter: [{ var: 'side', op: '==', value }] });
  const filter = [{ var: 'part', op: '==', value: 'in' }];
  const spec = { family: 'contrast', design: anyone, a: side('a'), b: side('b') };
  expect(evaluate(source, { ...spec, filter })).toMatchObject({ n_a: 2, n_b: 2, a: 0.5, b: 1 });
  expect(evaluate(source, spec)).toMatchObject({ n_a: 3, n_b: 3 });
});

test('without degrees of freedom a share has intervals without limits', () => {
  const source = csvSource('y,p\n1,1\n0,1\n1,2\n0,2\n');
  const design = { ...anyone, ids: ['p'] };
  const filter = [{ var: 'p', op: '==', value: 1 }];
  const { intervals_t } = evaluate(source, { family: 'ciprop', y: yes, design, filter });
  const open = { lower: null, upper: null };
  expect(intervals_t).toMatchObject({ xlogit: open, mean: open, beta: open });
});

test('nothing over something is a ratio of 0, without a logarithm or limits', () => {
  const source = csvSource('y,side\n0,a\n0,a\n1,b\n0,b\n');
  const side = (value: string) => ({ y: yes, filter: [{ var: 'side', op: '==', value }] });
  const spec = { family: 'contrast', design: anyone };
  const open = { lower: null, upper: null };
  expect(evaluate(source, { ...spec, a: side('a'), b: side('b') })).toMatchObject({
    ratio: 0,
    ratio_se: 0,
    log_ratio: null,
    ratio_ci95_log_t: open
  });
  const upside = evaluate(source, { ...spec, a: side('b'), b: side('a') });
  expect(upside).toMatchObject({ ratio: null, ratio_se: null, ratio_ci95_log_t: open });
});

test('weights that stand for no more than the sample have no design effect without replacement', () => {
  const source = csvSource('y,w\n1,0.5\n0,0.5\n1,1\n0,1\n');
  const ask = (weights: string) =>
    evaluate(source, { family: 'mean', y: yes, design: { ...anyone, weights } });
  for (const weights of ['w', '.one']) {
    expect(ask(weights)['deff_with_replacement']).not.toBeNull();
    expect(ask(weights)['deff_without_replacement']).toBeNull();
  }
});
