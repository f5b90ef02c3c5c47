import {
  attributableFraction,
  attributableRisk,
  extreme
} from '$lib/estimation/inequality/disparity-measures';
import { defineIndicator } from '../define-indicator';
import { measuresTable, unequalGroups } from '../group-measures';
import { answerInput, groupRates, groupsInput } from '../group-rates';
import { inRange } from '../parts-table';
import type { DisparityMeasure } from '$lib/estimation/inequality/disparity-measures';

/** A6. The part of a problem that would not be there if every group had the best group's rate. */
export const avoidableShare = defineIndicator({
  id: 'avoidable-share',
  code: 'A6',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'between-groups',
  target: 'groups',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'number',
  direction: 'lower-is-better',
  decimals: 2,
  labels: { en: 'Avoidable share', es: 'Parte evitable' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who answered, in groups of 30 answers or more, where nearly all groups have them',
    es: 'quienes respondieron, en grupos de 30 respuestas o más, donde casi todos las tienen'
  },
  formula: '1 - (lowest group rate) / mu; in people per person: mu - lowest rate',
  source:
    'Population attributable fraction with the best group as reference: WHO (2013), Handbook on health inequality monitoring. The best group counts as given, not as chosen by chance.',
  method: ['disparity'],
  needs: [answerInput, groupsInput],
  compute: (context, home) => {
    const rates = groupRates(context);
    return measuresTable(home, context, rates, [
      {
        key: 'paf',
        labels: { en: 'Part of the problem (relative)', es: 'Parte del problema (relativa)' },
        point: rates.measureOf(againstBest(attributableFraction), -0.01),
        finish: inRange(0, 1)
      },
      {
        key: 'par',
        labels: {
          en: 'Share of all people (absolute)',
          es: 'Parte de todas las personas (absoluta)'
        },
        point: rates.measureOf(againstBest(attributableRisk), -1),
        finish: inRange(0, 1)
      }
    ]);
  },
  examples: [
    {
      ...unequalGroups,
      title: 'rates 1 and 1/2, mean 3/4: a third of the problem would not be there',
      at: { measure: 'paf' },
      expect: { value: 1 / 3, n: 4 }
    },
    {
      ...unequalGroups,
      title: 'which is a quarter of all people',
      at: { measure: 'par' },
      expect: { value: 1 / 4, n: 4 }
    }
  ]
});

/** A measure of a problem against the group that has the least of it. */
const againstBest =
  (measure: typeof attributableRisk): DisparityMeasure =>
  (groups) =>
    measure(extreme(groups.rates, 'lowest'), true)(groups);
