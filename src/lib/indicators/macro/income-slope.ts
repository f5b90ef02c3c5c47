import {
  absoluteConcentration,
  relativeConcentration,
  slopeIndex
} from '$lib/estimation/inequality/disparity-gradient';
import { fitSlope, onLogScale, ratioOf } from '$lib/estimation/inequality/slope-index';
import { defineIndicator } from '../define-indicator';
import { measuresTable, unequalGroups } from '../group-measures';
import { answerInput, groupRates, groupsInput, type GroupIndex } from '../group-rates';

/** A5. How a problem falls or rises from the worst off to the best off. */
export const incomeSlope = defineIndicator({
  id: 'income-slope',
  code: 'A5',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'between-groups',
  target: 'groups',
  lever: 'public-body',
  feeds: ['respondent-survey'],
  unit: 'number',
  direction: 'neutral',
  decimals: 2,
  labels: { en: 'Slope along income', es: 'Pendiente según el ingreso' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who answered, in income groups of 30 answers or more, where nearly all groups have them',
    es: 'quienes respondieron, en grupos de ingreso de 30 respuestas o más, donde casi todos las tienen'
  },
  formula:
    'R = share below + half the own share; SII = slope of y on R; RII = logistic curve of y on R at R = 1 over at R = 0; RCI = 2 / mu x sum p (y - mu)(R - 1/2)',
  source:
    'Mackenbach J.P., Kunst A.E. (1997), Social Science & Medicine 44, for SII and RII; Wagstaff A., Paci P., van Doorslaer E. (1991), On the measurement of inequalities in health, Social Science & Medicine 33; Erreygers G. (2009), Journal of Health Economics 28.',
  method: ['concentration'],
  needs: [
    answerInput,
    { ...groupsInput, labels: { en: 'Income, lowest first', es: 'Ingreso, del más bajo' } }
  ],
  compute: (context, home) => {
    const rates = groupRates(context);
    return measuresTable(home, context, rates, [
      {
        key: 'sii',
        labels: { en: 'Slope index (absolute)', es: 'Índice de pendiente (absoluto)' },
        point: rates.measureOf(slopeIndex)
      },
      {
        key: 'rii',
        labels: {
          en: 'Relative index: the best off over the worst off',
          es: 'Índice relativo: las personas con más ventaja frente a las de menos'
        },
        point: rates.pointOf(relativeIndex),
        finish: onLogScale
      },
      {
        key: 'rci',
        labels: {
          en: 'Concentration index (relative)',
          es: 'Índice de concentración (relativo)'
        },
        point: rates.measureOf(relativeConcentration)
      },
      {
        key: 'erreygers',
        labels: {
          en: 'Concentration index, Erreygers',
          es: 'Índice de concentración, Erreygers'
        },
        point: rates.measureOf(absoluteConcentration, 4)
      }
    ]);
  },
  examples: [
    {
      // ranks 1/4 and 3/4: the line through (1/4, 1) and (3/4, 1/2)
      ...unequalGroups,
      title: 'all of the poorer half and half of the richer: one point down from end to end',
      at: { measure: 'sii' },
      expect: { value: -1, n: 4 }
    },
    {
      // log odds ln 2 and -ln 2 at ranks 1/4 and 3/4: odds of 4 at the bottom, of 1/4 at the top
      title: 'two thirds of the poorer half and one third of the richer: 1/5 over 4/5',
      given: {
        need: ['y', 'y', 'n', 'y', 'n', 'n'],
        group: ['low', 'low', 'low', 'high', 'high', 'high']
      },
      inputs: unequalGroups.inputs,
      at: { measure: 'rii' },
      expect: { value: 1 / 4, n: 6 }
    },
    {
      // 2 / .75 x (.5 x .25 x -.25 + .5 x -.25 x .25)
      ...unequalGroups,
      title: 'concentrated among the poor: the index is -1/6',
      at: { measure: 'rci' },
      expect: { value: -1 / 6, n: 4 }
    }
  ]
});

/** Fitted share of the best off over that of the worst off. */
const relativeIndex: GroupIndex = (rates, shares) => {
  const fit = fitSlope(
    shares,
    rates.map((rate, g) => rate * shares[g]!),
    'logit'
  );
  return fit ? ratioOf(fit) : NaN;
};
