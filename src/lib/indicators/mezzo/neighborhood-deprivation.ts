import { defineIndicator } from '../define-indicator';
import { deprivationExamples } from '../deprivation-examples';
import { deprivationTable, deprivedInput } from '../deprivation';

/** Z2. Deprivation index of a neighborhood: how many are deprived in many ways, and how deeply. */
export const neighborhoodDeprivation = defineIndicator({
  id: 'neighborhood-deprivation',
  code: 'Z2',
  level: 'mezzo',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'neighborhood',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'number',
  direction: 'lower-is-better',
  decimals: 2,
  labels: { en: 'Neighborhood deprivation', es: 'Carencias del vecindario' },
  universe: { en: 'people of the neighborhood', es: 'personas del vecindario' },
  within: {
    en: 'everyone who answered about every deprivation',
    es: 'quienes respondieron sobre todas las carencias'
  },
  formula:
    'c = share of items deprived; poor: c >= 1/3; H = mean(poor); M0 = mean(c x poor); A = M0 / H',
  source:
    'Alkire S., Foster J. (2011), Counting and multidimensional poverty measurement, Journal of Public Economics 95(7-8); by area with equal weights.',
  method: ['alkire-foster'],
  needs: [deprivedInput],
  compute: (context, home) => deprivationTable(home, context),
  examples: deprivationExamples
});
