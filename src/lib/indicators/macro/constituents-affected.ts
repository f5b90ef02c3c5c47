import { proportionOf } from '$lib/estimation/estimate-proportion';
import { findBenchmark, topicOf, type Benchmark } from '../benchmark';
import { defineIndicator } from '../define-indicator';
import { published } from '../example-benchmark';
import { partsTable } from '../parts-table';
import { peopleGrid } from '../people-grid';
import { placeIn, timesNumber, unknown, withBenchmarks } from '../scaled-total';
import { smoothPoint } from '../smooth-point';
import { countOf } from '../share-table';
import {
  met,
  needClasses,
  needColumn,
  needInput,
  notNeeded,
  servedInput,
  unmet
} from '../unmet-need';

const base = [unmet, met, notNeeded];

/** A17. People affected in each legislative district: its share times its published population. */
export const constituentsAffected = defineIndicator({
  id: 'constituents-affected',
  code: 'A17',
  level: 'macro',
  unitOfAnalysis: 'jurisdiction',
  claim: 'domain',
  target: 'legislative-district',
  lever: 'public-body',
  feeds: ['benchmark', 'respondent-survey'],
  unit: 'people',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'Constituents affected', es: 'Personas afectadas por distrito' },
  universe: { en: 'people of the district', es: 'personas del distrito' },
  within: {
    en: 'everyone of the district who answered',
    es: 'quienes respondieron en el distrito'
  },
  formula: 'share in the district x population of the district',
  source:
    'Domain share times a published count (Cochran W.G., 1977, Sampling Techniques, 3rd edition); district populations from a census table.',
  method: ['totals', 'domains'],
  benchmarks: ['population'],
  needs: [needInput, { ...servedInput, optional: true }],
  compute: (context, home) => {
    const { responses, instance } = context;
    const grid = peopleGrid(context, needColumn(responses, instance.inputs), needClasses);
    const used = new Set<Benchmark>();
    const shareAt = (at: Record<string, string>) =>
      proportionOf(
        grid.tabulation,
        grid.cellsAt(at, [unmet]),
        grid.cellsAt(at, base),
        context.confidence === undefined ? {} : { level: context.confidence }
      );
    const table = partsTable(
      home,
      context,
      { statistic: 'total', interval: 'korn-graubard', isCompared: false },
      [
        {
          key: 'people',
          labels: home.labels,
          grid,
          base,
          point: (cellsOf) =>
            smoothPoint(
              grid.tabulation,
              [{ cells: cellsOf([unmet]) }, { cells: cellsOf(base) }],
              ([has = 0, all = 0]) => has / all,
              cellsOf(base)
            ),
          told: (at) => {
            const x = countOf(grid, at, [unmet]);
            return [x, countOf(grid, at, base) - x];
          },
          restsOn: shareAt,
          finish: (estimate, at) => {
            const place = placeIn(context, at);
            const number =
              place === null
                ? null
                : findBenchmark(context.benchmarks, 'population', {
                    topic: topicOf(instance.key),
                    place
                  });
            if (number) used.add(number);
            return number ? timesNumber(shareAt(at), number) : unknown(estimate);
          }
        }
      ]
    );
    return { ...table, method: withBenchmarks(table.method, [...used]) };
  },
  examples: [
    {
      title: 'half of the second district, which has 8,000 people',
      given: { need: ['y', 'y', 'y', 'n'], district: ['1', '1', '2', '2'] },
      split: { group: null, area: 'district' },
      benchmarks: [
        published('population', 9000, { place: '1' }),
        published('population', 8000, { place: '2' })
      ],
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      at: { district: '2' },
      expect: { value: 4000, n: 2 }
    }
  ]
});
