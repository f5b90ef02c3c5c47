import { defineIndicator } from '../define-indicator';
import { published } from '../example-benchmark';
import { peopleGrid } from '../people-grid';
import { besideNumberTable, timesNumber } from '../scaled-total';
import {
  met,
  needClasses,
  needColumn,
  needInput,
  notNeeded,
  servedInput,
  unmet
} from '../unmet-need';

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
  compute: (context, home) =>
    besideNumberTable(home, context, {
      statistic: 'total',
      interval: 'korn-graubard',
      kind: 'population',
      grid: peopleGrid(
        context,
        needColumn(context.responses, context.instance.inputs),
        needClasses
      ),
      members: [unmet],
      base: [unmet, met, notNeeded],
      of: timesNumber
    }),
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
