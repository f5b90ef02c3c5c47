import { defineIndicator } from '../define-indicator';
import { bothKnown, numbersOf } from '../number-column';
import { partsTable } from '../parts-table';
import { peopleGrid } from '../people-grid';
import { smoothPoint } from '../smooth-point';

/** Z8. People served for every place an organization has. */
export const capacityUse = defineIndicator({
  id: 'capacity-use',
  code: 'Z8',
  level: 'mezzo',
  unitOfAnalysis: 'organization',
  claim: 'domain',
  target: 'service-system',
  lever: 'organization',
  feeds: ['organization-survey'],
  unit: 'number',
  direction: 'neutral',
  decimals: 2,
  labels: { en: 'Use of capacity', es: 'Uso de la capacidad' },
  universe: { en: 'organizations asked', es: 'organizaciones encuestadas' },
  within: {
    en: 'organizations that gave both numbers',
    es: 'organizaciones que dieron ambos números'
  },
  formula: 'sum(w x served) / sum(w x capacity)',
  source:
    'Ratio of two totals (Cochran W.G., 1977, Sampling Techniques, 3rd edition, chapter 6); used places over places, as in utilization reports of service systems.',
  method: ['totals'],
  needs: [
    {
      id: 'served',
      accepts: ['numeric'],
      optional: false,
      numbers: true,
      labels: { en: 'People served', es: 'Personas atendidas' }
    },
    {
      id: 'capacity',
      accepts: ['numeric'],
      optional: false,
      numbers: true,
      labels: { en: 'Places', es: 'Plazas' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const served = numbersOf(responses, instance.inputs, 'served');
    const capacity = numbersOf(responses, instance.inputs, 'capacity');
    const { classOf, columns } = bothKnown([served, capacity]);
    const grid = peopleGrid(context, classOf, 1, columns);
    return partsTable(home, context, { statistic: 'ratio', interval: 't' }, [
      {
        key: 'use',
        labels: home.labels,
        grid,
        base: [1],
        point: (cellsOf) =>
          smoothPoint(
            grid.tabulation,
            [
              { cells: cellsOf([1]), measure: 1 },
              { cells: cellsOf([1]), measure: 2 }
            ],
            ([people = 0, places = 0]) => people / places,
            cellsOf([1])
          )
      }
    ]);
  },
  examples: [
    {
      title: '90 served for 120 places; an organization without its capacity is left out',
      given: { served: [50, 40, 30], places: [60, 60, null] },
      inputs: {
        served: { questionId: 's', variables: ['served'], yes: [], no: [] },
        capacity: { questionId: 'c', variables: ['places'], yes: [], no: [] }
      },
      expect: { value: 0.75, n: 2 }
    }
  ]
});
