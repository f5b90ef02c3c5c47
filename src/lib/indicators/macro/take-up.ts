import { defineIndicator } from '../define-indicator';
import { published } from '../example-benchmark';
import { perPersonTable } from '../scaled-total';
import { needInput } from '../unmet-need';

/** A11. People enrolled in a program, of those who could be. */
export const takeUp = defineIndicator({
  id: 'take-up',
  code: 'A11',
  level: 'macro',
  unitOfAnalysis: 'service-system',
  claim: 'domain',
  target: 'service-system',
  lever: 'public-body',
  feeds: ['benchmark', 'respondent-survey', 'roster'],
  unit: 'number',
  direction: 'higher-is-better',
  decimals: 2,
  labels: { en: 'Take-up of a program', es: 'Cobertura de un programa' },
  universe: { en: 'people who could enroll', es: 'personas que podrían inscribirse' },
  within: {
    en: 'people found eligible by their answers',
    es: 'personas elegibles según sus respuestas'
  },
  formula: 'enrolled (records) / eligible (survey); two sources, so it can pass 1',
  source:
    'Currie J. (2006), The take-up of social benefits, in Public Policy and the Income Distribution: enrolled over eligible.',
  method: ['totals'],
  benchmarks: ['enrolled'],
  needs: [{ ...needInput, labels: { en: 'Eligible', es: 'Elegible' } }],
  compute: (context, home) => perPersonTable(home, context, 'enrolled', 1),
  examples: [
    {
      title: '150 enrolled of 250 eligible',
      given: { eligible: ['y', 'n', 'n', 'n'] },
      population: 1000,
      benchmarks: [published('enrolled', 150)],
      inputs: { need: { questionId: 'e', variables: ['eligible'], yes: ['y'], no: ['n'] } },
      expect: { value: 0.6, n: 4 }
    }
  ]
});
