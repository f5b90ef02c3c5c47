import { definePriority } from './definition';
import { unmetColumn } from './answered';
import { lacking } from './refuse';
import { sharesAlone } from './score-items';
import { exampleNeeds } from './example-inputs';

/** Needs by how many people have them unmet. */
export const unmetNeedSize = definePriority({
  id: 'unmet-need',
  family: 'need',
  labels: { en: 'Size: unmet need', es: 'Tamaño: necesidad no atendida' },
  formula: 'p = people with the need unmet / everyone who answered',
  meaning: {
    en: 'The share of people who needed help and did not get enough.',
    es: 'La proporción de personas que necesitaron ayuda y no recibieron suficiente.'
  },
  source:
    'Needed care but did not get it, over all persons: Medical Expenditure Panel Survey, access to care section (AHRQ).',
  unit: 'proportion',
  decimals: 0,
  first: 'highest',
  bands: [],
  compute: ({ responses, design, needs }) => {
    if (needs.length === 0) return lacking('priority-no-needs');
    const items = needs.map((need) => ({ ...need, member: unmetColumn(responses, need) }));
    return { ok: true, value: sharesAlone(design, 'size', items) };
  },
  examples: [
    {
      title: 'two of four people have the need unmet',
      given: { need: ['y', 'y', 'n', 'y'], served: ['n', 'n', null, 'y'] },
      needs: { rent: exampleNeeds('need', 'served') },
      at: 'rent',
      expect: { value: 0.5, n: 4 }
    }
  ]
});
