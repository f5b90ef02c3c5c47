import { proportionOf } from '$lib/estimation/estimate-proportion';
import { tQuantile } from '$lib/estimation/distributions';
import { inputOf, no, yes, yesNoColumn } from '../answer-column';
import { findBenchmark, standardError, topicOf, type Benchmark } from '../benchmark';
import { defineIndicator } from '../define-indicator';
import { published } from '../example-benchmark';
import { partsTable } from '../parts-table';
import { peopleGrid } from '../people-grid';
import { placeIn, unknown, withBenchmarks } from '../scaled-total';
import { smoothPoint } from '../smooth-point';
import { countOf } from '../share-table';
import type { Estimate } from '$lib/estimation/estimate';

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
    const grid = peopleGrid(context, yesNoColumn(responses, input, input.variable), 2);
    const used = new Set<Benchmark>();
    const base = [yes, no];
    const table = partsTable(
      home,
      context,
      { statistic: 'index', interval: 't', isCompared: false },
      [
        {
          key: 'gap',
          labels: home.labels,
          grid,
          base,
          point: (cellsOf) =>
            smoothPoint(
              grid.tabulation,
              [{ cells: cellsOf([yes]) }, { cells: cellsOf(base) }],
              ([has = 0, all = 0]) => has / all,
              cellsOf(base)
            ),
          told: (at) => base.map((one) => countOf(grid, at, [one])),
          restsOn: (at) =>
            proportionOf(grid.tabulation, grid.cellsAt(at, [yes]), grid.cellsAt(at, base)),
          finish: (estimate, at) => {
            const place = placeIn(context, at);
            const number =
              place === null
                ? null
                : findBenchmark(context.benchmarks, 'share', {
                    topic: topicOf(instance.key),
                    place
                  });
            if (number) used.add(number);
            return number ? pointsAbove(estimate, number) : unknown(estimate);
          }
        }
      ]
    );
    return { ...table, method: withBenchmarks(table.method, [...used]) };
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
