import { defineIndicator } from '../define-indicator';
import { answerInput, groupRates, groupsInput, meanRate, relativeRanks } from '../group-rates';
import { partsTable, type NumberPart } from '../parts-table';

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
    en: 'everyone who answered, in income groups of 30 answers or more',
    es: 'quienes respondieron, en grupos de ingreso de 30 respuestas o más'
  },
  formula:
    'R = share below + half the own share; SII = slope of y on R; RCI = 2 / mu x sum p (y - mu)(R - 1/2)',
  source:
    'Wagstaff A., Paci P., van Doorslaer E. (1991), On the measurement of inequalities in health, Social Science & Medicine 33; Erreygers G. (2009), Journal of Health Economics 28.',
  method: ['concentration'],
  needs: [
    answerInput,
    { ...groupsInput, labels: { en: 'Income, lowest first', es: 'Ingreso, del más bajo' } }
  ],
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
        part('sii', { en: 'Slope index (absolute)', es: 'Índice de pendiente (absoluto)' }, slope),
        part(
          'rci',
          { en: 'Concentration index (relative)', es: 'Índice de concentración (relativo)' },
          (each, shares) => (2 * tilt(each, shares)) / meanRate(each, shares)
        ),
        part(
          'erreygers',
          { en: 'Concentration index, Erreygers', es: 'Índice de concentración, Erreygers' },
          (each, shares) => 8 * tilt(each, shares)
        )
      ]
    );
  },
  examples: [
    {
      // ranks 1/4 and 3/4: the line through (1/4, 1) and (3/4, 1/2)
      title: 'all of the poorer half and half of the richer: one point down from end to end',
      given: { need: ['y', 'y', 'y', 'n'], income: ['low', 'low', 'high', 'high'] },
      inputs: {
        answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
        groups: { questionId: 'i', variables: ['income'], yes: ['low', 'high'], no: [] }
      },
      at: { measure: 'sii' },
      expect: { value: -1, n: 4 }
    },
    {
      // 2 / .75 x (.5 x .25 x -.25 + .5 x -.25 x .25)
      title: 'concentrated among the poor: the index is -1/6',
      given: { need: ['y', 'y', 'y', 'n'], income: ['low', 'low', 'high', 'high'] },
      inputs: {
        answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
        groups: { questionId: 'i', variables: ['income'], yes: ['low', 'high'], no: [] }
      },
      at: { measure: 'rci' },
      expect: { value: -1 / 6, n: 4 }
    }
  ]
});

/** Covariance of rate and rank. */
function tilt(rates: readonly number[], shares: readonly number[]): number {
  const mean = meanRate(rates, shares);
  return relativeRanks(shares).reduce(
    (sum, rank, g) => sum + shares[g]! * (rates[g]! - mean) * (rank - 0.5),
    0
  );
}

/** Slope of the weighted least squares line over people, each with the rank of the group. */
function slope(rates: readonly number[], shares: readonly number[]): number {
  const spread = relativeRanks(shares).reduce(
    (sum, rank, g) => sum + shares[g]! * (rank - 0.5) ** 2,
    0
  );
  return tilt(rates, shares) / spread;
}
