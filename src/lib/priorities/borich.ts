import { definePriority } from './definition';
import { exampleServices } from './example-inputs';
import { gapPart, pairedServices } from './pair-items';
import { lacking } from './refuse';
import { meanOf, scoreItems } from './score-items';
import type { SmoothFunction } from '$lib/estimation/estimate-functions';

import type { PairedService } from './pair-items';

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
  compute: (context) => {
    if (!context.services) return lacking('priority-no-services');
    const paired = pairedServices(context);
    if (!paired) return lacking('priority-no-numbers');
    const scored = scoreItems(
      context.design,
      paired.map((service) => ({
        ...service,
        score: discrepancy(service),
        restsOn: service.shortShare
      }))
    );
    const importance = scoreItems(
      context.design,
      paired.map((service) => ({ ...service, score: meanOf(service.importance) }))
    );
    return {
      ok: true,
      value: {
        ...scored,
        statistic: 'ratio',
        parts: [
          gapPart(context, paired),
          { id: 'importance', from: 'survey', statistic: 'mean', items: importance.items }
        ],
        leftOut: [],
        kept: null
      }
    };
  },
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

/** Influence (2 I - A) z_I - I z_A. */
const discrepancy = ({ importance, performance }: PairedService): SmoothFunction => ({
  means: [importance, performance],
  value: ([i, a]) => i! * (i! - a!),
  slopes: ([i, a]) => [2 * i! - a!, -i!]
});
