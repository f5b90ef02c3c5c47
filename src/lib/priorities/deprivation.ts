import { definePriority } from './definition';
import { contributionOf, countDeprivations } from '$lib/estimation/estimates/alkire-foster';
import { estimateProportion } from '$lib/estimation/estimates/estimate-proportion';
import { deprivationCutoff } from '$lib/indicators/deprivation';
import { countRows, unmetColumn } from './answered';
import { exampleNeeds } from './example-inputs';
import { lacking } from './refuse';
import { scoreItems, shareItems } from './score-items';
import type { Design } from '$lib/estimation/design/design';

/** Needs by their part in the community deprivation index M0. */
export const deprivation = definePriority({
  id: 'deprivation',
  family: 'need',
  labels: { en: 'Part of the deprivation index', es: 'Parte del índice de privación' },
  formula: 'share = w x (deprived in it and in a third of the needs) / M0',
  meaning: {
    en: 'How much of the overlapping unmet need is this need. Equal weights; households with a third or more of the needs unmet.',
    es: 'Qué parte de las necesidades que se acumulan es esta. Pesos iguales; hogares con un tercio o más de las necesidades sin atender.'
  },
  source:
    'Alkire S., Foster J. (2011), Counting and multidimensional poverty measurement, Journal of Public Economics 95.',
  unit: 'proportion',
  decimals: 0,
  first: 'highest',
  bands: [],
  compute: ({ responses, design, needs }) => {
    if (needs.length < 2) return lacking('priority-no-needs');
    const columns = needs.map((need) => unmetColumn(responses, need));
    const counted = countDeprivations(
      columns,
      needs.map(() => 1 / needs.length),
      deprivationCutoff
    );
    const amongKnown = (column: Float64Array): Float64Array =>
      column.map((value, i) => (counted.isKnown[i] ? value : NaN));
    const isPoor = amongKnown(counted.poor);
    const poor = countRows(design, isPoor, 1);
    const all = countRows(design, isPoor);
    const items = needs.map(({ key, labels }, j) => {
      const member = amongKnown(counted.censored[j]!);
      const x = countRows(design, member, 1);
      return { key, labels, member, classes: [x, all - x, poor, all - poor] };
    });
    const count = amongKnown(counted.count);
    const scored = scoreItems(
      design,
      items.map((item) => ({
        ...item,
        score: { ...contributionOf(needs.length), means: [item.member, count] },
        restsOn: estimateProportion(design, item.member, { within: 'all' })
      }))
    );
    return {
      ok: true,
      value: {
        ...scored,
        statistic: 'ratio',
        parts: [
          {
            id: 'overlap',
            from: 'survey',
            statistic: 'proportion',
            items: shareItems(design, items).items
          }
        ],
        leftOut: [],
        kept: keptWeight(design, columns, counted.isKnown)
      }
    };
  },
  examples: [
    {
      title: 'of three needs, one household has two unmet and one all: 2 of 5 unmet are the rent',
      given: {
        rent: ['y', 'y', 'n', 'n'],
        food: ['y', 'y', 'n', 'n'],
        rides: ['n', 'y', 'n', 'n'],
        served: ['n', 'n', null, null]
      },
      needs: {
        rent: exampleNeeds('rent', 'served'),
        food: exampleNeeds('food', 'served'),
        rides: exampleNeeds('rides', 'served')
      },
      at: 'rent',
      expect: { value: 0.4, n: 4 }
    },
    {
      title: 'a household under the cutoff adds nothing: one of four needs is less than a third',
      given: {
        rent: ['y', 'y'],
        food: ['y', 'n'],
        rides: ['n', 'n'],
        care: ['n', 'n'],
        served: ['n', 'n']
      },
      needs: {
        rent: exampleNeeds('rent', 'served'),
        food: exampleNeeds('food', 'served'),
        rides: exampleNeeds('rides', 'served'),
        care: exampleNeeds('care', 'served')
      },
      at: 'rent',
      expect: { value: 0.5, n: 2 }
    }
  ]
});

/** Weight of the households with every answer, over those with any. */
function keptWeight(
  { weights }: Design,
  columns: readonly Float64Array[],
  isKnown: Uint8Array
): number | null {
  let all = 0;
  let kept = 0;
  for (let i = 0; i < isKnown.length; i++) {
    if (columns.every((column) => Number.isNaN(column[i]!))) continue;
    all += weights[i]!;
    if (isKnown[i]) kept += weights[i]!;
  }
  return all > 0 ? kept / all : null;
}
