import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { csvSource } from '../../../../tests/conformance/csv-source';
import { DesignError } from '../design/design-error';
import { WeightingError } from '../weighting';
import { QueryError } from './data-source';
import { evaluate, implementedFamilies } from './query';
import type { AnswerValue } from './report';
import type { Spec } from './spec';

const rows = [
  '1,a,1,1,2.5,red,',
  '1,a,2,0,3,blue,1',
  '1,b,0,1,,red,0',
  '2,c,3,,4,,1',
  '2,c,1,0,1e9,blue,0',
  '2,d,2,1,-3,red,',
  '3,e,4,0,0,green,1'
];
const meals = ['often,never,yes,almost every month,no,no', 'never,never,no,,no,no'];
const source = csvSource(
  [
    'h,p,w,y,x,t,z,fs1,fs2,fs3,fs3a,fs4,fs5',
    ...rows.map((row, i) => `${row},${meals[i % 2]}`)
  ].join('\n')
);
const yes = { var: 'y', kind: 'indicator', true: [1], false: [0] };
const number = { var: 'x', kind: 'numeric' };
const color = { var: 't', kind: 'category', levels: ['red', 'blue', 'green'] };
const red = [{ var: 't', op: '==', value: 'red' }];

/** A specification that holds what every family asks for. */
const complete: Spec = {
  design: { type: 'taylor', ids: ['p'], strata: ['h'], weights: 'w', lonely: 'adjust' },
  ...{ y: yes, by: ['t'], stat: 'mean', level: 0.9, filter: [{ var: 'w', op: '>=', value: 0 }] },
  ...{ numerator: yes, denominator: number, probs: [0.2, 0.5], qrules: ['school'], null: 1 },
  ...{ vars: ['t', 'y'], row: 't', col: 'y', a: { y: yes, filter: red }, b: { y: number } },
  ...{ link: 'identity', terms: [number], missing_codes: [8], options: ['y', 'z'], none: 'z' },
  ...{
    stratum_var: 't',
    levels: ['red', 'blue'],
    standard: [1, 2],
    rank_by: number,
    order: ['red']
  },
  ...{ indicators: [yes, yes], indicator_weights: [1, 1], k: 0.5, items: [yes, number] },
  ...{ r1: 'y', r2: 'z', p: [0.1, null], head: 2, margins: [], adjust: [] }
};

const values = fc.oneof(
  fc.constantFrom<unknown>(null, '', '.one', 'nothing', 'x', 't', [], {}, true, -1, 0, 1e300),
  fc.constantFrom<unknown>([null], ['t', 't'], [1, '1'], [{}], yes, color, number, red, {
    var: 't'
  }),
  fc.jsonValue()
);
const design = ['type', 'ids', 'strata', 'weights', 'fpc', 'nest', 'lonely', 'adjust', 'base'];

/** What is no number, anywhere in an answer. */
function strangers(value: AnswerValue): AnswerValue[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strangers);
}

test.each(implementedFamilies)('%s is answered as it stands', (family) => {
  expect(Object.keys(evaluate(source, { ...complete, family }))).not.toEqual([]);
});

describe('a specification with something odd in it is answered or refused by name', () => {
  test.prop(
    [
      fc.constantFrom(...implementedFamilies),
      fc.constantFrom(...Object.keys(complete), ...design.map((field) => `design.${field}`)),
      values
    ],
    { numRuns: 400 }
  )('every number of an answer is finite', (family, field, value) => {
    const [first, second] = field.split('.') as [string, string | undefined];
    const inner = second ? { ...(complete[first] as Spec), [second]: value } : value;
    try {
      expect(strangers(evaluate(source, { ...complete, family, [first]: inner }))).toEqual([]);
    } catch (error) {
      const isNamed = [DesignError, QueryError, WeightingError].some(
        (kind) => error instanceof kind
      );
      if (!isNamed) throw error;
    }
  });
});
