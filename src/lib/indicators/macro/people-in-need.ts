import { defineIndicator } from '../define-indicator';
import { withBenchmarks } from '../scaled-total';
import { tableFrame } from '../share-table';
import { totalsOf } from '../total-people';
import { needInput, servedInput } from '../unmet-need';

/** A2. Number of people with the need; with a service question, of those whose need is unmet. */
export const peopleInNeed = defineIndicator({
  id: 'people-in-need',
  code: 'A2',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'population',
  lever: 'public-body',
  feeds: ['respondent-survey', 'benchmark'],
  unit: 'people',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'People in need', es: 'Personas con necesidad' },
  universe: {
    en: 'the people the survey stands for',
    es: 'las personas que representa la encuesta'
  },
  within: {
    en: 'everyone who answered about the need',
    es: 'todas las personas que respondieron sobre la necesidad'
  },
  formula: 'sum(w x need), or p x N with N from a published table',
  source:
    'Weighted total (Cochran W.G., 1977, Sampling Techniques, 3rd edition); interval on the log scale as for counts in NCHS Data Presentation Standards for Rates and Counts (2023).',
  method: ['totals'],
  needs: [needInput, { ...servedInput, optional: true }],
  compute: (context, home) => {
    const { grid, cells, published } = totalsOf(context);
    const frame = tableFrame(home, context, 'total', 'log-t');
    return {
      ...frame,
      dimensions: grid.dimensions,
      cells,
      contrasts: [],
      method: withBenchmarks(frame.method, published ? [published] : [])
    };
  },
  examples: [
    {
      title: 'weights that add up to the population are counted as they stand',
      given: { need: ['y', 'n', 'n', 'n'] },
      weights: [100, 300, 300, 300],
      population: 1000,
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      expect: { value: 100, n: 4 }
    },
    {
      title: 'without such weights the share times the population',
      given: { need: ['y', 'n', 'n', 'n'] },
      population: 1000,
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      expect: { value: 250, n: 4 }
    },
    {
      title: 'a published population takes the place of the one given with the survey',
      given: { need: ['y', 'n', 'n', 'n'] },
      population: 1000,
      benchmarks: [
        {
          kind: 'population',
          topic: '',
          place: '',
          value: 2000,
          moe: 100,
          source: 'Census Bureau',
          date: '2024',
          note: ''
        }
      ],
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      expect: { value: 500, n: 4 }
    }
  ]
});
