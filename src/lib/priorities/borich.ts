import { weightedDiscrepancy } from '$lib/indicators/need-scores';
import { definePriority } from './definition';
import { exampleServices } from './example-inputs';
import { fromPairs, gapPart } from './pair-items';
import { meanOf, scoreItems } from './score-items';

/** Services by the mean weighted discrepancy between importance and how good they are now. */
export const borich = definePriority({
  id: 'borich',
  family: 'service',
  labels: { en: 'Borich discrepancy', es: 'Discrepancia de Borich' },
  formula: 'MWDS = mean importance x (mean importance - mean performance)',
  meaning: {
    en: 'How far the service falls short of its importance, weighted by that importance.',
    es: 'Cuánto le falta al servicio frente a su importancia, ponderado por esa importancia.'
  },
  source:
    'Borich G.D. (1980), A needs assessment model for conducting follow-up studies, Journal of Teacher Education 31(3).',
  unit: 'number',
  decimals: 1,
  first: 'highest',
  bands: [],
  compute: (context) =>
    fromPairs(context, (paired) => ({
      ...scoreItems(
        context.design,
        paired.map((service) => ({
          ...service,
          score: { ...weightedDiscrepancy, means: [service.importance, service.performance] },
          restsOn: service.shortShare
        }))
      ),
      statistic: 'ratio',
      parts: [
        gapPart(context, paired),
        {
          id: 'importance',
          from: 'survey',
          statistic: 'mean',
          items: scoreItems(
            context.design,
            paired.map((service) => ({ ...service, score: meanOf(service.importance) }))
          ).items
        }
      ]
    })),
  examples: [
    {
      title: 'importance 5 and 3, performance 2 and 2: mean 4 times a gap of 2',
      given: { imp: ['5', '3'], sat: ['2', '2'] },
      services: exampleServices(['imp'], ['sat']),
      at: 'sat',
      expect: { value: 8, n: 2 }
    },
    {
      title: 'only complete pairs count: the person without a satisfaction leaves both means',
      given: { imp: ['5', '3', '1'], sat: ['2', '2', null] },
      services: exampleServices(['imp'], ['sat']),
      at: 'sat',
      expect: { value: 8, n: 2 }
    },
    {
      title: 'a weight of 3 on the first person: means 4.5 and 2, so 4.5 x 2.5',
      given: { imp: ['5', '3'], sat: ['2', '2'] },
      weights: [3, 1],
      services: exampleServices(['imp'], ['sat']),
      at: 'sat',
      expect: { value: 11.25, n: 2 }
    }
  ]
});
