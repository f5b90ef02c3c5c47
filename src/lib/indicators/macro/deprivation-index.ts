import { defineIndicator } from '../define-indicator';
import { deprivationTable, deprivedInput } from '../deprivation';
import { deprivationExamples } from '../deprivation-examples';

/** A7. Deprivation index of the whole jurisdiction, and what each deprivation contributes to it. */
export const deprivationIndex = defineIndicator({
  id: 'deprivation-index',
  code: 'A7',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'population',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'number',
  direction: 'lower-is-better',
  decimals: 2,
  labels: { en: 'Community deprivation index', es: 'Índice comunitario de carencias' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who answered about every deprivation',
    es: 'quienes respondieron sobre todas las carencias'
  },
  formula: 'M0 = H x A; contribution of item j = (share censored and deprived in j) / (items x M0)',
  source:
    'Alkire S., Foster J. (2011), Counting and multidimensional poverty measurement, Journal of Public Economics 95(7-8); equal weights, cut-off a third.',
  method: ['alkire-foster'],
  needs: [deprivedInput],
  compute: (context, home) => deprivationTable(home, context),
  examples: deprivationExamples
});
