import { expect, test } from 'vitest';
import { responsesOf } from '$lib/indicators/responses.fixture';
import { exampleContext } from './example.fixture';
import { exampleServices } from './example-inputs';
import { ipaScores } from './ipa';
import type { Question } from '$lib/codebook/codebook';

const asked = (text: string): Question => ({
  id: 'all',
  labels: { en: text },
  kind: 'scale',
  variables: ['all'],
  base: 'everyone'
});

/** The derived importance of one service, with the question about everything in these words. */
function derive(
  given: { sat: (string | null)[]; all: (string | null)[] },
  {
    question = 'Overall, how satisfied are you with the county?',
    weights
  }: { question?: string; weights?: number[] } = {}
) {
  const columns = { imp: given.sat.map(() => '4'), ...given };
  const context = exampleContext({
    title: '',
    given: columns,
    ...(weights && { weights }),
    services: exampleServices(['imp'], ['sat']),
    at: '',
    expect: { value: 0, n: 0 }
  });
  const found = ipaScores({ ...context, responses: responsesOf(columns, [asked(question)]) });
  if (!found.ok) throw new Error('refused');
  return found.value.derived;
}

test('is the strength of the correlation with satisfaction overall, whichever its sign', () => {
  // means 2.5 and 2.5, covariance .75, variances 1.25: r = .6
  const sat = ['1', '2', '3', '4'];
  expect(derive({ sat, all: ['2', '1', '4', '3'] })!.items[0]!.estimate.value).toBeCloseTo(0.6, 12);
  expect(derive({ sat, all: ['3', '4', '1', '2'] })!.items[0]!.estimate.value).toBeCloseTo(0.6, 12);
});

test('counts people by their weight, and only those who rated both', () => {
  const doubled = derive({ sat: ['1', '2', '2', '3', '5'], all: ['2', '1', '1', '3', null] })!;
  const weighted = derive(
    { sat: ['1', '2', '3', '5'], all: ['2', '1', '3', null] },
    { weights: [1, 2, 1, 1] }
  )!;
  expect(weighted.items[0]!.estimate.value).toBeCloseTo(doubled.items[0]!.estimate.value!, 12);
  expect(weighted.items[0]!.estimate.n).toBe(3);
});

test('its standard error is that of a jackknife over people', () => {
  const sat = ['1', '2', '3', '4', '5', '2', '4', '1', '3', '5', '3', '2', '4', '5', '1', '3'];
  const all = ['2', '1', '4', '3', '5', '2', '3', '2', '3', '4', '1', '3', '5', '4', '1', '2'];
  const whole = derive({ sat, all })!.items[0]!.estimate;
  const without = sat.map((_, left) => {
    const keep = (column: string[]) => column.filter((_, i) => i !== left);
    return derive({ sat: keep(sat), all: keep(all) })!.items[0]!.estimate.value!;
  });
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length;
  const squares = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  expect(whole.se! / Math.sqrt((15 / 16) * squares)).toBeGreaterThan(0.85);
  expect(whole.se! / Math.sqrt((15 / 16) * squares)).toBeLessThan(1.05);
});

test('needs a question about everything together', () => {
  const given = { sat: ['1', '2', '3', '4'], all: ['2', '1', '4', '3'] };
  expect(derive(given, { question: 'How many rooms are there?' })).toBeNull();
  expect(derive(given, { question: 'Would you recommend living here?' })).not.toBeNull();
  expect(derive(given)!.overall.en).toMatch(/^Overall/);
});

test('of a service that everyone rates alike is not known', () => {
  const { estimate } = derive({ sat: ['3', '3', '3'], all: ['1', '2', '3'] })!.items[0]!;
  expect(estimate).toMatchObject({ value: null, reason: 'zero-denominator' });
});
