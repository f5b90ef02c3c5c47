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

/** A3. The share in each group, with difference and rate ratio to a reference and to all others. */
export const groupGap = defineIndicator({
  id: 'group-gap',
  code: 'A3',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'between-groups',
  target: 'groups',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'Gap between groups', es: 'Brecha entre grupos' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who answered about the need',
    es: 'todas las personas que respondieron sobre la necesidad'
  },
  formula: 'p1 - p2 and p1 / p2, with their covariance',
  source:
    'Keppel K. et al. (2005), Methodological issues in measuring health disparities, Vital and Health Statistics 2(141); ratio interval on the log scale.',
  method: ['contrasts'],
  needs: [needInput, { ...servedInput, optional: true }],
  compute: (context, home) =>
    shareTable(home, context, needColumn(context.responses, context.instance.inputs), needClasses, {
      yes: [unmet],
      base: [unmet, met, notNeeded]
    }),
  examples: [
    {
      title: 'one renter in two has the need',
      given: { need: ['y', 'n', 'n', 'n'], tenure: ['rent', 'rent', 'own', 'own'] },
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      split: { group: 'tenure', area: null },
      at: { tenure: 'rent' },
      expect: { value: 0.5, n: 2 }
    }
  ]
});
