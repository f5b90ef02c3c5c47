import { categoryColumn, inputOf } from '../answer-column';
import { findBenchmark, topicOf, type Benchmark } from '../benchmark';
import { defineIndicator } from '../define-indicator';
import { inRange, partsTable } from '../parts-table';
import { peopleGrid } from '../people-grid';
import { withBenchmarks } from '../scaled-total';
import { countOf } from '../share-table';
import { smoothPoint } from '../smooth-point';

/** Z16. How far the languages of services are from the languages of the people. */
export const languageMatch = defineIndicator({
  id: 'language-match',
  code: 'Z16',
  level: 'mezzo',
  unitOfAnalysis: 'organization',
  claim: 'domain',
  target: 'neighborhood',
  lever: 'organization',
  feeds: ['organization-survey', 'benchmark'],
  unit: 'number',
  direction: 'lower-is-better',
  decimals: 2,
  labels: { en: 'Language gap of services', es: 'Brecha de idioma de los servicios' },
  universe: { en: 'people and the services of their area', es: 'personas y servicios de su zona' },
  within: { en: 'everyone who gave a language', es: 'quienes dieron un idioma' },
  formula: '1 - sum over languages of min(share of people, share of services)',
  source:
    'Duncan O.D., Duncan B. (1955), A methodological analysis of segregation indexes, American Sociological Review 20: index of dissimilarity, between demand and supply.',
  method: ['indicators'],
  benchmarks: ['language-supply'],
  needs: [
    {
      id: 'language',
      accepts: ['single'],
      optional: false,
      ordered: true,
      labels: { en: 'Language', es: 'Idioma' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const { variable, yes: codes } = inputOf(instance.inputs, 'language');
    const grid = peopleGrid(context, categoryColumn(responses, variable, codes), codes.length);
    const base = codes.map((_, i) => i + 1);
    const topic = topicOf(instance.key);
    const supply = codes.map((place) =>
      findBenchmark(context.benchmarks, 'language-supply', { topic, place })
    );
    const used = supply.filter((one): one is Benchmark => one !== null);
    const offered = supply.map((one) => one?.value ?? 0);
    const table = partsTable(home, context, { statistic: 'index', interval: 't' }, [
      {
        key: 'gap',
        labels: home.labels,
        grid,
        base,
        finish: inRange(0, 1),
        told: (at) => {
          const counts = base.map((one) => countOf(grid, at, [one]));
          const n = counts.reduce((a, b) => a + b, 0);
          const short = counts.reduce((sum, x, i) => sum + (x > offered[i]! * n ? x : 0), 0);
          return [short, n - short];
        },
        point: (cellsOf) =>
          used.length === 0
            ? null
            : smoothPoint(
                grid.tabulation,
                base.map((one) => ({ cells: cellsOf([one]) })),
                (sums) => {
                  const total = sums.reduce((a, b) => a + b, 0);
                  return 1 - sums.reduce((sum, x, i) => sum + Math.min(x / total, offered[i]!), 0);
                },
                cellsOf(base)
              )
      }
    ]);
    return { ...table, method: withBenchmarks(table.method, used) };
  },
  examples: [
    {
      title: 'half speak Spanish, a fifth of the services do: three tenths are not matched',
      given: { language: ['en', 'es', 'en', 'es'] },
      benchmarks: (
        [
          ['en', 0.8],
          ['es', 0.2]
        ] as const
      ).map(([place, value]) => ({
        kind: 'language-supply',
        topic: '',
        place,
        value,
        moe: null,
        source: 'Survey of organizations',
        date: '2026',
        note: ''
      })),
      inputs: {
        language: { questionId: 'l', variables: ['language'], yes: ['en', 'es'], no: [] }
      },
      expect: { value: 0.3, n: 4 }
    }
  ]
});
