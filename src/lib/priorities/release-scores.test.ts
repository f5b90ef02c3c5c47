import { describe, expect, test } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { agreementOf } from './agreement';
import { exampleNeeds } from './example-inputs';
import { exampleContext } from './example.fixture';
import { deprivation } from './deprivation';
import { hanlon } from './hanlon';
import { getPriorityMethod } from './index';
import { releaseScores } from './release-scores';
import { severity } from './severity';
import { unmetNeedSize } from './unmet-need';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type { PriorityContext, PriorityDefinition } from './definition';
import type { Rating } from './rating';

const policy: ReleasePolicy = {
  sampleType: 'probability',
  threshold: 5,
  thresholdReason: null,
  profile: 'nchs'
};

/** 400 households whose needs are unmet at these rates, one after another, from a seed. */
function households(
  rates: Record<string, number>,
  ratings: Record<string, Rating[]> = {}
): PriorityContext {
  const random = seededRandom(5);
  const given: Record<string, (string | null)[]> = {};
  for (const [need, rate] of Object.entries(rates)) {
    const unmet = Array.from({ length: 400 }, () => random.next() < rate);
    // The first three name the answers in the order of the form: yes, partly, no.
    given[need] = ['y', 'y', 'y', ...unmet.map((is) => (is ? 'y' : 'n'))];
    given[`helped_${need}`] = [
      ...['y', 'p', 'n'],
      ...unmet.map((is) => (is ? (random.next() < 0.5 ? 'p' : 'n') : null))
    ];
  }
  const needs = Object.fromEntries(
    Object.keys(rates).map((need) => [need, exampleNeeds(need, `helped_${need}`)])
  );
  return exampleContext({ title: '', given, needs, ratings, at: '', expect: { value: 0, n: 0 } });
}

function released(method: PriorityDefinition, context: PriorityContext, addsUp = false) {
  const scores = method.compute(context);
  if (!scores.ok) throw new Error(scores.issues[0]?.code);
  return releaseScores(method, scores.value, context, policy, addsUp);
}

const open = {
  propriety: 'yes',
  economics: 'yes',
  acceptability: 'yes',
  resources: 'yes',
  legality: 'yes'
} as const;
const rating = (seriousness: number, effectiveness: number): Rating => ({
  seriousness,
  effectiveness,
  pearl: open,
  reason: ''
});

describe('scores that may be shown', () => {
  const context = households({ rent: 0.5, food: 0.3, rides: 0.28, rare: 0.003 });

  test('a need few people have carries no score, no rank, no draws and no input', () => {
    const { table, acceptability, parts } = released(unmetNeedSize, context);
    const rare = table.cells.find(({ at }) => at.item === 'rare');
    expect(rare).toMatchObject({ flag: 'c', value: null, low: null, n: null, df: null });
    expect(table.ranks.map(({ at }) => at.item)).not.toContain('rare');
    expect(acceptability.map(({ key }) => key)).not.toContain('rare');
    expect(parts.every(({ values }) => !values.has('rare'))).toBe(true);
  });

  test('ranks of the others count the others only', () => {
    const { table } = released(unmetNeedSize, context);
    expect(table.ranks.map(({ of }) => of)).toEqual([3, 3, 3]);
    const first = table.ranks.find(({ at }) => at.item === 'rent');
    expect(first).toMatchObject({ from: 1, to: 1 });
    const food = table.ranks.find(({ at }) => at.item === 'food');
    expect(food).toMatchObject({ from: 2, to: 3 });
  });

  test('parts of a whole are all hidden when one is: the rest would give it away', () => {
    const { table, acceptability } = released(deprivation, context, true);
    expect(table.cells.every(({ flag }) => flag === 'c')).toBe(true);
    expect(acceptability).toEqual([]);
  });

  test('parts of the deprivation index add up to 1 where all may be shown', () => {
    const whole = households({ rent: 0.5, food: 0.4, rides: 0.3 });
    const { table } = released(deprivation, whole, true);
    const sum = table.cells.reduce((total, { value }) => total + (value ?? 0), 0);
    expect(sum).toBeCloseTo(1, 2);
  });
});

describe('Hanlon', () => {
  test('a closed gate and a need nobody rated are left out, each with its reason', () => {
    const context = households(
      { rent: 0.5, food: 0.3, rides: 0.28 },
      {
        rent: [rating(10, 5)],
        food: [
          { ...rating(20, 10), pearl: { ...open, legality: 'no' } },
          { ...rating(20, 10), pearl: { ...open, economics: 'unknown' } },
          { ...rating(20, 10), pearl: { ...open, legality: 'no' } }
        ]
      }
    );
    const { table, leftOut } = released(hanlon, context);
    expect(table.cells.map(({ at }) => at.item)).toEqual(['rent']);
    expect(leftOut).toMatchObject([
      { key: 'food', code: 'gate-closed', gates: ['legality'] },
      { key: 'rides', code: 'not-rated' }
    ]);
  });

  test('raters who disagree widen the draws, not the interval of the survey', () => {
    const rates = { rent: 0.5, food: 0.3 };
    const agreed = households(rates, {
      rent: [rating(10, 5), rating(10, 5), rating(10, 5)],
      food: [rating(10, 5), rating(10, 5), rating(10, 5)]
    });
    const split = households(rates, {
      rent: [rating(2, 2), rating(10, 5), rating(18, 8)],
      food: [rating(10, 5), rating(10, 5), rating(10, 5)]
    });
    const [a, b] = [agreed, split].map((context) => released(hanlon, context));
    expect(a!.table.cells).toEqual(b!.table.cells);
    const firstOf = (one: typeof a) =>
      one!.acceptability.find(({ key }) => key === 'rent')!.shares[0]!;
    expect(firstOf(a)).toBe(1);
    expect(firstOf(b)).toBeLessThan(0.95);
  });
});

describe('agreement', () => {
  const first = (id: string) => getPriorityMethod(id).first;

  test('one order under every method: correlations are 1 and the leader is surely at the top', () => {
    const context = households({ a: 0.7, b: 0.45, c: 0.25, d: 0.1 });
    const all = [unmetNeedSize, severity].map((method) => released(method, context));
    const { pairs, alwaysTop, surelyTop, disputes } = agreementOf(all, first);
    expect(pairs).toMatchObject([{ items: 4, kendall: 1, spearman: 1 }]);
    expect(alwaysTop).toEqual(['a', 'b', 'c']);
    expect(surelyTop).toContain('a');
    expect(disputes).toEqual([]);
  });

  test('a method that ranks three items or fewer says nothing about a top three', () => {
    const context = households({ a: 0.7, b: 0.45, c: 0.25, d: 0.1 }, { d: [rating(20, 10)] });
    const all = [unmetNeedSize, severity, hanlon].map((method) => released(method, context));
    const { methods, alwaysTop } = agreementOf(all, first);
    expect(methods).toEqual(['unmet-need', 'severity']);
    expect(alwaysTop).toEqual(['a', 'b', 'c']);
  });

  test('where raters turn the order around, the dispute names the inputs that do', () => {
    const context = households(
      { a: 0.7, b: 0.45, c: 0.25, d: 0.1 },
      { a: [rating(2, 1)], b: [rating(10, 5)], c: [rating(12, 6)], d: [rating(20, 10)] }
    );
    const all = [unmetNeedSize, hanlon].map((method) => released(method, context));
    const { disputes, pairs } = agreementOf(all, first);
    expect(pairs[0]!.kendall).toBeLessThan(0);
    const a = disputes.find(({ key }) => key === 'a');
    expect(a).toMatchObject({
      higher: { methodId: 'unmet-need', rank: 1 },
      lower: { methodId: 'hanlon', rank: 4 },
      lifts: { part: 'size', rank: 1 },
      holds: { part: 'seriousness', rank: 4 }
    });
  });
});
