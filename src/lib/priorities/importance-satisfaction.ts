import { estimateFunctions } from '$lib/estimation/estimates/estimate-functions';
import { tInterval } from '$lib/estimation/estimates/estimate';
import { importanceTimesDissatisfaction } from '$lib/indicators/need-scores';
import { importanceSatisfaction as indicator } from '$lib/indicators/mezzo/importance-satisfaction';
import { ratedServices, type RatedService } from './answered';
import { exampleServices } from './example-inputs';
import { lacking } from './refuse';
import { shareItems } from './score-items';
import { definePriority, simultaneousLevel } from './definition';
import type { IndicatorInstance } from '$lib/indicators/definition';
import type { PriorityContext, ScoredItem } from './definition';

/** Services by importance times dissatisfaction. */
export const importanceSatisfaction = definePriority({
  id: 'importance-satisfaction',
  family: 'service',
  labels: { en: 'Importance-satisfaction', es: 'Importancia y satisfacción' },
  formula: 'IS = importance x (1 - satisfaction)',
  meaning: {
    en: 'The share who find it important, times the share who are not satisfied.',
    es: 'La proporción que lo considera importante, por la que no está satisfecha.'
  },
  source:
    'Importance-satisfaction analysis of municipal resident surveys (ETC Institute), as used by the Missouri Department of Transportation (2010), appendix A.',
  unit: 'number',
  decimals: 2,
  first: 'highest',
  bands: [
    {
      from: 0.2,
      id: 'definitely-increase',
      labels: { en: 'Definitely increase emphasis', es: 'Dar mucho más énfasis' }
    },
    {
      from: 0.1,
      id: 'increase',
      labels: { en: 'Increase emphasis', es: 'Dar más énfasis' }
    },
    { from: 0, id: 'maintain', labels: { en: 'Maintain', es: 'Mantener' } }
  ],
  compute: (context) => {
    const { responses, design, services } = context;
    if (!services) return lacking('priority-no-services');
    const rated = ratedServices(responses, services);
    const { covariance } = estimateFunctions(
      design,
      rated.map(({ important, satisfied }) => ({
        ...importanceTimesDissatisfaction,
        means: [important, satisfied]
      }))
    );
    const share = (of: (service: RatedService) => Float64Array) =>
      shareItems(
        design,
        rated.map((service) => ({ ...service, member: of(service) }))
      ).items;
    return {
      ok: true,
      value: {
        statistic: 'ratio',
        items: scoredBy(context, services, rated),
        covariance,
        parts: [
          {
            id: 'importance',
            from: 'survey',
            statistic: 'proportion',
            items: share(({ important }) => important)
          },
          {
            id: 'dissatisfaction',
            from: 'survey',
            statistic: 'proportion',
            items: share(({ satisfied }) => satisfied.map((mark) => 1 - mark))
          }
        ],
        leftOut: [],
        kept: null
      }
    };
  },
  examples: [
    {
      title: 'half find it important, three of four who know it are not satisfied: .5 x .75',
      given: { imp: ['5', '4', '2', '1'], sat: ['4', '1', '2', '3'] },
      services: exampleServices(['imp'], ['sat']),
      at: 'sat',
      expect: { value: 0.375, n: 4 }
    }
  ]
});

/** The ratings as the indicator of the same name computes and counts them. */
function scoredBy(
  context: PriorityContext,
  instance: IndicatorInstance,
  rated: readonly RatedService[]
): ScoredItem[] {
  const table = indicator.compute({
    ...context,
    instance,
    split: { group: null, area: null },
    compare: { reference: null }
  });
  const level = simultaneousLevel(rated.length);
  return rated.flatMap(({ key, labels }) => {
    const cell = table.cells.find(({ at }) => at.service === key);
    if (!cell) return [];
    const { estimate, n, x, psus, classes } = cell;
    const bounds = tInterval(estimate, estimate.df, level);
    return [
      {
        key,
        labels,
        estimate,
        bounds: bounds && { low: Math.max(0, bounds.low), high: Math.min(1, bounds.high) },
        n,
        x,
        psus,
        ...(classes && { classes })
      }
    ];
  });
}
