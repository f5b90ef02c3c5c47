import { defineIndicator } from '../define-indicator';
import { numbersOf } from '../number-column';
import { medianTable } from '../median-table';

/** Z8. The wait that half of the organizations, or of the people, do not pass. */
export const waitingTime = defineIndicator({
  id: 'waiting-time',
  code: 'Z8',
  level: 'mezzo',
  unitOfAnalysis: 'organization',
  claim: 'domain',
  target: 'service-system',
  lever: 'organization',
  feeds: ['organization-survey', 'respondent-survey'],
  unit: 'number',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'Median wait', es: 'Espera mediana' },
  universe: { en: 'organizations or people asked', es: 'organizaciones o personas encuestadas' },
  within: { en: 'everyone who gave a wait', es: 'quienes dijeron cuánto esperaron' },
  formula:
    'smallest q with F(q) >= 1/2, the middle of two where F(q) = 1/2; interval: the quantiles at the ends of that of F',
  source:
    'Woodruff R.S. (1952), Confidence intervals for medians and other position measures, Journal of the American Statistical Association 47.',
  method: ['quantiles'],
  needs: [
    {
      id: 'wait',
      accepts: ['numeric'],
      optional: false,
      numbers: true,
      labels: { en: 'Wait', es: 'Espera' }
    }
  ],
  compute: (context, home) =>
    medianTable(home, context, numbersOf(context.responses, context.instance.inputs, 'wait')),
  examples: [
    {
      title: 'of waits of 2, 3, 10 and 30 days the middle of 3 and 10',
      given: { days: [10, 2, 30, 3, null] },
      inputs: { wait: { questionId: 'd', variables: ['days'], yes: [], no: [] } },
      expect: { value: 6.5, n: 4 }
    },
    {
      title: 'weights count: half of the weight waits 10 days or less',
      given: { days: [10, 2, 30] },
      weights: [3, 1, 2],
      inputs: { wait: { questionId: 'd', variables: ['days'], yes: [], no: [] } },
      expect: { value: 10, n: 3 }
    }
  ]
});
