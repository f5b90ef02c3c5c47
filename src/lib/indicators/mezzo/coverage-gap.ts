import { defineIndicator } from '../define-indicator';
import { shareTable } from '../share-table';
import {
  met,
  needClasses,
  needColumn,
  needInput,
  notNeeded,
  servedInput,
  unmet
} from '../unmet-need';

/** Z4. People who did not get help, among those with the need. */
export const coverageGap = defineIndicator({
  id: 'coverage-gap',
  code: 'Z4',
  level: 'mezzo',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'service-system',
  lever: 'organization',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'Not served, among those in need', es: 'Sin atención, entre quienes la necesitan' },
  universe: { en: 'people with the need', es: 'personas con la necesidad' },
  within: { en: 'people who had the need', es: 'personas que tenían la necesidad' },
  formula: '1 - sum(w x served x need) / sum(w x need)',
  source:
    'Contact coverage: Tanahashi T. (1978), Health service coverage and its evaluation, Bulletin of the WHO 56(2). One minus the covered share.',
  method: ['proportions'],
  needs: [needInput, servedInput],
  compute: (context, home) =>
    shareTable(home, context, needColumn(context.responses, context.instance.inputs), needClasses, {
      yes: [unmet],
      base: [unmet, met],
      broader: [unmet, met, notNeeded]
    }),
  examples: [
    {
      title: 'one of two people in need was not served; no need is outside the base',
      given: { need: ['y', 'y', 'n', 'n'], served: ['n', 'y', null, null] },
      inputs: {
        need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] },
        served: { questionId: 'served', variables: ['served'], yes: ['y'], no: ['n'] }
      },
      expect: { value: 0.5, n: 2 }
    }
  ]
});
