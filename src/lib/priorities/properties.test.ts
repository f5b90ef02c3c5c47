import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { makeDesign } from '$lib/estimation/design/design';
import { exampleNeeds, exampleServices } from './example-inputs';
import { exampleContext } from './example.fixture';
import { priorityMethods } from './index';
import { sizeOf } from './hanlon';
import { rankAcceptability } from './rank-acceptability';
import type { PriorityContext, PriorityDefinition, Scores } from './definition';
import type { Rating } from './rating';

const rating: Rating = {
  seriousness: 8,
  effectiveness: 4,
  pearl: {
    propriety: 'yes',
    economics: 'yes',
    acceptability: 'yes',
    resources: 'yes',
    legality: 'yes'
  },
  reason: ''
};
const answers = ['1', '2', '3', '4', '5'];
const person = fc.record({
  rent: fc.constantFrom('y', 'n', null),
  food: fc.constantFrom('y', 'n'),
  served: fc.constantFrom('y', 'p', 'n', null),
  imp: fc.constantFrom(...answers, null),
  sat: fc.constantFrom(...answers, 'dk', null),
  weight: fc.integer({ min: 1, max: 9 })
});
const people = fc.array(person, { minLength: 6, maxLength: 30 });

/** The first three name every answer in the order of the form. */
function contextOf(
  rows: (typeof person extends fc.Arbitrary<infer T> ? T : never)[],
  factor = 1,
  isTurned = false
): PriorityContext {
  const of = (name: 'rent' | 'food' | 'served' | 'imp' | 'sat') => rows.map((row) => row[name]);
  const context = exampleContext({
    title: '',
    given: {
      rent: ['y', 'y', 'y', ...of('rent')],
      food: ['y', 'n', 'y', ...of('food')],
      served: ['y', 'p', 'n', ...of('served')],
      imp: ['1', '3', '5', ...of('imp')],
      sat: ['1', '3', '5', ...of('sat')]
    },
    needs: { rent: exampleNeeds('rent', 'served'), food: exampleNeeds('food', 'served') },
    services: exampleServices(['imp'], ['sat']),
    ratings: { rent: [rating], food: [{ ...rating, seriousness: 15 }] },
    at: '',
    expect: { value: 0, n: 0 }
  });
  const weights = [2, 1, 3, ...rows.map(({ weight }) => weight)].map((w) => w * factor);
  return {
    ...context,
    needs: isTurned ? [...context.needs].reverse() : context.needs,
    design: makeDesign({ rows: weights.length, weights: Float64Array.from(weights) })
  };
}

function scoresOf(method: PriorityDefinition, context: PriorityContext): Scores {
  const scores = method.compute(context);
  if (!scores.ok) throw new Error(scores.issues[0]?.code);
  return scores.value;
}
const byKey = ({ items }: Scores) => new Map(items.map((item) => [item.key, item.estimate]));

describe.each(priorityMethods.map((one): [string, PriorityDefinition] => [one.id, one]))(
  '%s',
  (_, method) => {
    test.prop([people, fc.double({ min: 0.2, max: 50, noNaN: true })])(
      'all weights times a number change no score, error or rank',
      (rows, factor) => {
        const [one, other] = [1, factor].map((k) => byKey(scoresOf(method, contextOf(rows, k))));
        for (const [key, { value, se }] of one!) {
          const again = other!.get(key)!;
          expect(again.value === null).toBe(value === null);
          if (value !== null) expect(again.value).toBeCloseTo(value, 9);
          if (se !== null) expect(again.se).toBeCloseTo(se, 9);
        }
      }
    );
    test.prop([people])('the order of the items changes no score', (rows) => {
      const [one, other] = [false, true].map((turned) =>
        byKey(scoresOf(method, contextOf(rows, 1, turned)))
      );
      for (const [key, { value }] of one!)
        if (value !== null) expect(other!.get(key)!.value).toBeCloseTo(value, 9);
    });
    test.prop([people])('variances stand on the diagonal of the covariance', (rows) => {
      const { items, covariance } = scoresOf(method, contextOf(rows));
      items.forEach(({ estimate: { se } }, i) => {
        if (se !== null) expect(Math.sqrt(Math.max(0, covariance[i]![i]!))).toBeCloseTo(se, 6);
      });
    });
  }
);

test.prop([fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })])(
  'more people are never a smaller problem',
  (a, b) => {
    const [less, more] = a < b ? [a, b] : [b, a];
    expect(sizeOf(more)).toBeGreaterThanOrEqual(sizeOf(less));
    expect(sizeOf(more)).toBeLessThanOrEqual(10);
  }
);

test.prop([fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 6 })])(
  'over all items, the first rank is given once in every draw without ties',
  (scores) => {
    fc.pre(new Set(scores).size === scores.length);
    const keys = scores.map((_, i) => `k${i}`);
    const found = rankAcceptability(keys, () => scores, { draws: 5 });
    expect(found.reduce((sum, { shares }) => sum + shares[0]!, 0)).toBeCloseTo(1, 12);
  }
);
