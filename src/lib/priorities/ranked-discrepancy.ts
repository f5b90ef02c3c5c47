import { definePriority } from './definition';
import { exampleServices } from './example-inputs';
import { fromPairs, gapPart } from './pair-items';
import { meanOf, scoreItems } from './score-items';

/** Services by how many more people rate them below their importance than above it. */
export const rankedDiscrepancy = definePriority({
  id: 'ranked-discrepancy',
  family: 'service',
  labels: { en: 'Ranked discrepancy', es: 'Discrepancia por rangos' },
  formula: 'RDS = 100 x (P(performance > importance) - P(performance < importance))',
  meaning: {
    en: 'Below 0: more people rate the service under its importance than over it. It uses only the order of answers.',
    es: 'Bajo 0: más personas califican el servicio por debajo de su importancia que por encima. Solo usa el orden de las respuestas.'
  },
  source:
    'Narine L., Harder A. (2021), Comparing the Borich model with the ranked discrepancy model for competency assessment, Advancements in Agricultural Development 2(3).',
  unit: 'number',
  decimals: 0,
  first: 'lowest',
  bands: [],
  compute: (context) =>
    fromPairs(context, (paired) => ({
      ...scoreItems(
        context.design,
        paired.map((service) => {
          const { importance, performance, shortShare } = service;
          const order = performance.map((value, i) => 100 * Math.sign(value - importance[i]!));
          return { ...service, score: meanOf(order), restsOn: shortShare };
        })
      ),
      statistic: 'ratio',
      parts: [gapPart(context, paired)]
    })),
  examples: [
    {
      title: 'three of four below, one above: 25 - 75',
      given: { imp: ['5', '4', '3', '1'], sat: ['2', '3', '1', '4'] },
      services: exampleServices(['imp'], ['sat']),
      at: 'sat',
      expect: { value: -50, n: 4 }
    },
    {
      title: 'a tie counts neither way',
      given: { imp: ['5', '4'], sat: ['2', '4'] },
      services: exampleServices(['imp'], ['sat']),
      at: 'sat',
      expect: { value: -50, n: 2 }
    }
  ]
});
