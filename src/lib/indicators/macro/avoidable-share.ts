import { defineIndicator } from '../define-indicator';
import { answerInput, groupRates, groupsInput, meanRate } from '../group-rates';
import { inRange, partsTable } from '../parts-table';

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
    en: 'everyone who answered, in groups of 30 answers or more',
    es: 'quienes respondieron, en grupos de 30 respuestas o más'
  },
  formula: '1 - (lowest group rate) / mu; in people per person: mu - lowest rate',
  source:
    'Population attributable fraction with the best group as reference: WHO (2013), Handbook on health inequality monitoring. The best group counts as given, not as chosen by chance.',
  method: ['disparity'],
  needs: [answerInput, groupsInput],
  compute: (context, home) => {
    const rates = groupRates(context);
    const shared = {
      grid: rates.grid,
      base: rates.base,
      baseAt: rates.baseAt,
      finish: inRange(0, 1),
      told: rates.told,
      restsOn: rates.restsOn
    };
    return partsTable(
      home,
      context,
      {
        statistic: 'index',
        interval: 't',
        dimension: { id: 'measure', labels: { en: 'Measure', es: 'Medida' } }
      },
      [
        {
          ...shared,
          key: 'paf',
          labels: { en: 'Part of the problem (relative)', es: 'Parte del problema (relativa)' },
          point: rates.pointOf((each, shares) => 1 - Math.min(...each) / meanRate(each, shares))
        },
        {
          ...shared,
          key: 'par',
          labels: {
            en: 'Share of all people (absolute)',
            es: 'Parte de todas las personas (absoluta)'
          },
          point: rates.pointOf((each, shares) => meanRate(each, shares) - Math.min(...each))
        }
      ]
    );
  },
  examples: [
    {
      title: 'rates 1 and 1/2, mean 3/4: a third of the problem would not be there',
      given: { need: ['y', 'y', 'y', 'n'], race: ['a', 'a', 'b', 'b'] },
      inputs: {
        answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
        groups: { questionId: 'r', variables: ['race'], yes: ['a', 'b'], no: [] }
      },
      at: { measure: 'paf' },
      expect: { value: 1 / 3, n: 4 }
    }
  ]
});
