import { defineIndicator } from '../define-indicator';
import { published } from '../example-benchmark';
import { perPersonTable } from '../scaled-total';
import { needInput, servedInput } from '../unmet-need';

/** A9. Places a system has for every 100 people in need. */
export const supplyNeedRatio = defineIndicator({
  id: 'supply-need-ratio',
  code: 'A9',
  level: 'macro',
  unitOfAnalysis: 'service-system',
  claim: 'domain',
  target: 'service-system',
  lever: 'public-body',
  feeds: ['benchmark', 'respondent-survey', 'organization-survey'],
  unit: 'number',
  direction: 'higher-is-better',
  decimals: 1,
  labels: { en: 'Places per 100 people in need', es: 'Plazas por cada 100 con necesidad' },
  universe: {
    en: 'the people the survey stands for',
    es: 'las personas que representa la encuesta'
  },
  within: { en: 'people in need', es: 'personas con necesidad' },
  formula: '100 x places / people in need; interval on the log scale',
  source:
    'Supply to need ratio, as in the gap analysis of HUD continuum of care planning; ratio of two totals (Cochran W.G., 1977, Sampling Techniques, 3rd edition).',
  method: ['totals'],
  benchmarks: ['supply'],
  needs: [needInput, { ...servedInput, optional: true }],
  compute: (context, home) => perPersonTable(home, context, 'supply', 100),
  examples: [
    {
      title: '50 places for 250 people in need: 20 for every 100',
      given: { need: ['y', 'n', 'n', 'n'] },
      population: 1000,
      benchmarks: [published('supply', 50)],
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      expect: { value: 20, n: 4 }
    }
  ]
});
