import { defineIndicator } from '../define-indicator';
import { published } from '../example-benchmark';
import { perPersonTable } from '../scaled-total';
import { needInput, servedInput } from '../unmet-need';

/** A10. Dollars of a budget line for every person in need. */
export const budgetAdequacy = defineIndicator({
  id: 'budget-adequacy',
  code: 'A10',
  level: 'macro',
  unitOfAnalysis: 'budget-line',
  claim: 'domain',
  target: 'budget-line',
  lever: 'public-body',
  feeds: ['benchmark', 'respondent-survey'],
  unit: 'number',
  direction: 'higher-is-better',
  decimals: 0,
  labels: { en: 'Dollars per person in need', es: 'Dólares por persona con necesidad' },
  universe: {
    en: 'the people the survey stands for',
    es: 'las personas que representa la encuesta'
  },
  within: { en: 'people in need', es: 'personas con necesidad' },
  formula: 'budget / people in need; interval on the log scale',
  source:
    'Budget over beneficiaries, as in needs-based budgeting (UNICEF, 2020, Public finance for children); ratio of two totals (Cochran 1977).',
  method: ['totals'],
  benchmarks: ['budget'],
  needs: [needInput, { ...servedInput, optional: true }],
  compute: (context, home) => perPersonTable(home, context, 'budget', 1),
  examples: [
    {
      title: '$100,000 for 250 people in need',
      given: { need: ['y', 'n', 'n', 'n'] },
      population: 1000,
      benchmarks: [published('budget', 100_000)],
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      expect: { value: 400, n: 4 }
    }
  ]
});
