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

/** Z1. People with the need who did not get help, among everyone. */
export const unmetNeedRate = defineIndicator({
  id: 'unmet-need-rate',
  code: 'Z1',
  level: 'mezzo',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'neighborhood',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'Unmet need', es: 'Necesidad no atendida' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who answered about the need',
    es: 'todas las personas que respondieron sobre la necesidad'
  },
  formula: 'sum(w x need x not served) / sum(w), over everyone who answered',
  source:
    'Needed care but did not get it, over all persons: Medical Expenditure Panel Survey, access to care section (AHRQ).',
  method: ['proportions'],
  needs: [needInput, servedInput],
  compute: (context, home) =>
    shareTable(home, context, needColumn(context.responses, context.instance.inputs), needClasses, {
      yes: [unmet],
      base: [unmet, met, notNeeded]
    }),
  examples: [
    {
      title: 'one of four people has the need unmet; no need counts in the base',
      given: { need: ['y', 'y', 'n', 'n'], served: ['n', 'y', null, null] },
      inputs: {
        need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] },
        served: { questionId: 'served', variables: ['served'], yes: ['y'], no: ['n'] }
      },
      expect: { value: 0.25, n: 4 }
    },
    {
      title: 'a need without an answer about help leaves the base',
      given: { need: ['y', 'y', 'n', null], served: ['n', null, null, null] },
      inputs: {
        need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] },
        served: { questionId: 'served', variables: ['served'], yes: ['y'], no: ['n'] }
      },
      expect: { value: 0.5, n: 2 }
    }
  ]
});
