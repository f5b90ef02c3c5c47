import { tQuantile } from '$lib/estimation/numeric/distributions';
import { inputOf, no, yes, yesNoColumn } from '../answer-column';
import { standardError, type Benchmark } from '../benchmark';
import { defineIndicator } from '../define-indicator';
import { published } from '../example-benchmark';
import { peopleGrid } from '../people-grid';
import { besideNumberTable, unknown } from '../scaled-total';
import type { Estimate } from '$lib/estimation/estimates/estimate';

/** A15. The survey's share minus a published one, in percentage points. */
export const benchmarkGap = defineIndicator({
  id: 'benchmark-gap',
  code: 'A15',
  level: 'macro',
  unitOfAnalysis: 'jurisdiction',
  claim: 'domain',
  target: 'jurisdiction',
  lever: 'public-body',
  feeds: ['benchmark', 'respondent-survey'],
  unit: 'number',
  direction: 'neutral',
  decimals: 1,
  labels: {
    en: 'Gap to a benchmark, in points',
    es: 'Brecha con un valor de referencia, en puntos'
  },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: { en: 'everyone who answered', es: 'todas las personas que respondieron' },
  formula: '100 x (p - benchmark); se^2 = se(p)^2 + (MOE / 1.645)^2',
  source:
    'U.S. Census Bureau (2020), Understanding and Using American Community Survey Data: comparing estimates with their margins of error.',
  method: ['waves'],
  benchmarks: ['share'],
  needs: [
    {
      id: 'answer',
      accepts: ['single', 'scale'],
      optional: false,
      labels: { en: 'Answer', es: 'Respuesta' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const input = inputOf(instance.inputs, 'answer');
    return besideNumberTable(home, context, {
      statistic: 'index',
      interval: 't',
      kind: 'share',
      grid: peopleGrid(context, yesNoColumn(responses, input, input.variable), 2),
      members: [yes],
      base: [yes, no],
      of: pointsAbove
    });
  },
  examples: [
    {
      title: 'half against a published 40%: ten points above',
      given: { rents: ['y', 'y', 'n', 'n'] },
      benchmarks: [published('share', 0.4, { moe: 0.02 })],
      inputs: { answer: { questionId: 'r', variables: ['rents'], yes: ['y'], no: ['n'] } },
      expect: { value: 10, n: 4 }
    }
  ]
});

/** In percentage points, with the published margin of error in the interval. */
function pointsAbove(share: Estimate, number: Benchmark): Estimate {
  const { value, se, df, level } = share;
  if (value === null) return unknown(share);
  const gap = 100 * (value - number.value);
  if (se === null || df === null || df <= 0) return { ...unknown(share), value: gap };
  const error = 100 * Math.hypot(se, standardError(number));
  const reach = tQuantile((1 + level) / 2, df) * error;
  return { ...share, value: gap, se: error, low: gap - reach, high: gap + reach };
}
