import {
  betweenGroupVariance,
  indexOfDisparity,
  meanLogDeviation,
  theil
} from '$lib/estimation/inequality/disparity-measures';
import { defineIndicator } from '../define-indicator';
import { measuresTable, unequalGroups, type GroupMeasure } from '../group-measures';
import { answerInput, groupRates, groupsInput } from '../group-rates';
import { inRange } from '../parts-table';

/** A4. How unequal a problem is between groups: one absolute measure and relative ones. */
export const groupInequality = defineIndicator({
  id: 'group-inequality',
  code: 'A4',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'between-groups',
  target: 'groups',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'number',
  direction: 'lower-is-better',
  decimals: 3,
  labels: { en: 'Inequality between groups', es: 'Desigualdad entre grupos' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who answered, in groups of 30 answers or more, where nearly all groups have them',
    es: 'quienes respondieron, en grupos de 30 respuestas o más, donde casi todos las tienen'
  },
  formula:
    'BGV = sum p (y - mu)^2; index of disparity = mean |y - mu| / mu; Theil = sum p r ln r; MLD = -sum p ln r, with r = y / mu',
  source:
    'Pearcy J.N., Keppel K.G. (2002), A summary measure of health disparity, Public Health Reports 117; Ahn J. et al. (2018), Scientific Reports 8, for the between-group variance; WHO (2013), Handbook on health inequality monitoring.',
  method: ['disparity'],
  needs: [answerInput, groupsInput],
  compute: (context, home) => {
    const rates = groupRates(context);
    const measure = (
      key: string,
      labels: GroupMeasure['labels'],
      point: GroupMeasure['point']
    ): GroupMeasure => ({ key, labels, point, finish: inRange(0, Infinity) });
    return measuresTable(home, context, rates, [
      measure(
        'idisp',
        { en: 'Index of disparity (relative)', es: 'Índice de disparidad (relativo)' },
        rates.measureOf(indexOfDisparity, 0.01)
      ),
      measure(
        'bgv',
        { en: 'Between-group variance (absolute)', es: 'Varianza entre grupos (absoluta)' },
        rates.measureOf(betweenGroupVariance)
      ),
      measure(
        'theil',
        { en: 'Theil index (relative)', es: 'Índice de Theil (relativo)' },
        rates.measureOf(theil)
      ),
      measure(
        'mld',
        { en: 'Mean log deviation (relative)', es: 'Desviación logarítmica media (relativa)' },
        rates.measureOf(meanLogDeviation)
      )
    ]);
  },
  examples: [
    {
      // rates 1 and 1/2 of equal groups, mean 3/4: |1/4| and |1/4| over 3/4
      ...unequalGroups,
      title: 'everyone of one group and half of the other: a third of the mean',
      at: { measure: 'idisp' },
      expect: { value: 1 / 3, n: 4 }
    },
    {
      ...unequalGroups,
      title: 'and a variance of 1/16 between the groups',
      at: { measure: 'bgv' },
      expect: { value: 1 / 16, n: 4 }
    },
    {
      ...unequalGroups,
      title: 'equal rates: no inequality',
      given: { ...unequalGroups.given, need: ['y', 'n', 'y', 'n'] },
      at: { measure: 'theil' },
      expect: { value: 0, n: 4 }
    }
  ]
});
