import { definePriority } from './definition';
import { estimateProportion } from '$lib/estimation/estimate-proportion';
import { countRows, unmetColumn } from './answered';
import { exampleNeeds } from './example-inputs';
import { lacking } from './refuse';
import { scoreItems, shareItems } from './score-items';
import type { Design } from '$lib/estimation/design';
import type { SmoothFunction } from '$lib/estimation/estimate-functions';

/** Share of the needs that must be unmet before a household counts as deprived in several at once. */
export const deprivationCutoff = 1 / 3;
/** Counts compared with a cutoff of thirds need room for rounding. */
const rounding = 1e-12;

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
    const counted = censor(columns);
    const poor = countRows(design, counted.poor, 1);
    const all = countRows(design, counted.poor);
    const items = needs.map(({ key, labels }, j) => {
      const member = counted.censored[j]!;
      const x = countRows(design, member, 1);
      return { key, labels, member, classes: [x, all - x, poor, all - poor] };
    });
    const scored = scoreItems(
      design,
      items.map((item) => ({
        ...item,
        score: shareOfIndex(item.member, counted.score, needs.length),
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
        kept: keptWeight(design, columns, counted.poor)
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

/** Complete households: deprived at the cutoff or not, their censored score, and each need censored. */
function censor(columns: readonly Float64Array[]) {
  const rows = columns[0]?.length ?? 0;
  const poor = new Float64Array(rows).fill(NaN);
  const score = new Float64Array(rows).fill(NaN);
  const censored = columns.map(() => new Float64Array(rows).fill(NaN));
  for (let i = 0; i < rows; i++) {
    let count = 0;
    for (const column of columns) count += column[i]!;
    if (Number.isNaN(count)) continue;
    const share = count / columns.length;
    const isPoor = share >= deprivationCutoff - rounding;
    poor[i] = isPoor ? 1 : 0;
    score[i] = isPoor ? share : 0;
    columns.forEach((column, j) => (censored[j]![i] = isPoor ? column[i]! : 0));
  }
  return { poor, score, censored };
}

/** (1/d) h / M0, h and M0 being means over the complete households. */
const shareOfIndex = (
  member: Float64Array,
  score: Float64Array,
  needs: number
): SmoothFunction => ({
  means: [member, score],
  value: ([h, m0]) => h! / needs / m0!,
  slopes: ([h, m0]) => [1 / needs / m0!, -h! / needs / (m0! * m0!)]
});

/** Weight of the households with every answer, over those with any. */
function keptWeight(
  { weights }: Design,
  columns: readonly Float64Array[],
  complete: Float64Array
): number | null {
  let all = 0;
  let kept = 0;
  for (let i = 0; i < complete.length; i++) {
    if (columns.every((column) => Number.isNaN(column[i]!))) continue;
    all += weights[i]!;
    if (!Number.isNaN(complete[i]!)) kept += weights[i]!;
  }
  return all > 0 ? kept / all : null;
}
