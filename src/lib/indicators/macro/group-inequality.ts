import { defineIndicator } from '../define-indicator';
import { answerInput, groupRates, groupsInput, meanRate } from '../group-rates';
import { inRange, partsTable, type NumberPart } from '../parts-table';

/** A rate of 0 in a logarithm: small enough to change nothing, as in the WHO's HEAT. */
const floor = 1e-6;

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
    en: 'everyone who answered, in groups of 30 answers or more',
    es: 'quienes respondieron, en grupos de 30 respuestas o más'
  },
  formula:
    'BGV = sum p (y - mu)^2; index of disparity = mean |y - mu| / mu; Theil = sum p r ln r; MLD = -sum p ln r, with r = y / mu',
  source:
    'Pearcy J.N., Keppel K.G. (2002), A summary measure of health disparity, Public Health Reports 117; Ahn J. et al. (2018), Scientific Reports 8, for the between-group variance; WHO (2013), Handbook on health inequality monitoring.',
  method: ['disparity'],
  needs: [answerInput, groupsInput],
  compute: (context, home) => {
    const rates = groupRates(context);
    const part = (
      key: string,
      labels: NumberPart['labels'],
      index: Parameters<typeof rates.pointOf>[0]
    ): NumberPart => ({
      key,
      labels,
      grid: rates.grid,
      base: rates.base,
      baseAt: rates.baseAt,
      point: rates.pointOf(index),
      finish: inRange(0, Infinity),
      told: rates.told,
      restsOn: rates.restsOn
    });
    return partsTable(
      home,
      context,
      {
        statistic: 'index',
        interval: 't',
        dimension: { id: 'measure', labels: { en: 'Measure', es: 'Medida' } }
      },
      [
        part(
          'idisp',
          { en: 'Index of disparity (relative)', es: 'Índice de disparidad (relativo)' },
          (each, shares) => {
            const mean = meanRate(each, shares);
            return each.reduce((sum, y) => sum + Math.abs(y - mean), 0) / each.length / mean;
          }
        ),
        part(
          'bgv',
          { en: 'Between-group variance (absolute)', es: 'Varianza entre grupos (absoluta)' },
          (each, shares) => {
            const mean = meanRate(each, shares);
            return each.reduce((sum, y, g) => sum + shares[g]! * (y - mean) ** 2, 0);
          }
        ),
        part('theil', { en: 'Theil index (relative)', es: 'Índice de Theil (relativo)' }, (e, s) =>
          entropy(e, s, (r) => r * Math.log(r))
        ),
        part(
          'mld',
          { en: 'Mean log deviation (relative)', es: 'Desviación logarítmica media (relativa)' },
          (each, shares) => entropy(each, shares, (r) => -Math.log(r))
        )
      ]
    );
  },
  examples: [
    {
      // rates 1 and 1/2 of equal groups, mean 3/4: |1/4| and |1/4| over 3/4
      title: 'everyone of one group and half of the other: a third of the mean',
      given: { need: ['y', 'y', 'y', 'n'], race: ['a', 'a', 'b', 'b'] },
      inputs: {
        answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
        groups: { questionId: 'r', variables: ['race'], yes: ['a', 'b'], no: [] }
      },
      at: { measure: 'idisp' },
      expect: { value: 1 / 3, n: 4 }
    },
    {
      title: 'and a variance of 1/16 between the groups',
      given: { need: ['y', 'y', 'y', 'n'], race: ['a', 'a', 'b', 'b'] },
      inputs: {
        answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
        groups: { questionId: 'r', variables: ['race'], yes: ['a', 'b'], no: [] }
      },
      at: { measure: 'bgv' },
      expect: { value: 1 / 16, n: 4 }
    },
    {
      title: 'equal rates: no inequality',
      given: { need: ['y', 'n', 'y', 'n'], race: ['a', 'a', 'b', 'b'] },
      inputs: {
        answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
        groups: { questionId: 'r', variables: ['race'], yes: ['a', 'b'], no: [] }
      },
      at: { measure: 'theil' },
      expect: { value: 0, n: 4 }
    }
  ]
});

function entropy(
  rates: readonly number[],
  shares: readonly number[],
  of: (relative: number) => number
): number {
  const mean = meanRate(rates, shares);
  return rates.reduce((sum, y, g) => sum + shares[g]! * of(Math.max(floor, y / mean)), 0);
}
