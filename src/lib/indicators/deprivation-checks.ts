import { pairsInOrder, spearman } from '$lib/base/rank-correlation';
import { countDeprivations } from '$lib/estimation/estimates/alkire-foster';
import { estimateProportion } from '$lib/estimation/estimates/estimate-proportion';
import { deprivationCutoff, deprivedColumns } from './deprivation';
import { partsDimension, tableFrame, type Home } from './share-table';
import type { Labels } from '$lib/codebook/codebook';
import type { EstimateTable, RawCell } from '$lib/privacy/table';
import type { ComputeContext } from './definition';

/** How much each deprivation counts: all alike, or the rarer the more (Desai and Shah 1988). */
export const deprivationWeights = ['equal', 'rarer-more'] as const;
export type DeprivationWeights = (typeof deprivationWeights)[number];

/** The index made otherwise, and what that does to the order of the areas. */
export interface RankCheck {
  cutoff: number;
  weights: DeprivationWeights;
  /** Spearman's correlation of the areas' ranks with those of the index as it is; null = all ties */
  correlation: number | null;
  /** share of all pairs of areas that keep their order, 0..1 */
  unchanged: number;
}

const cutoffs = [1 / 4, deprivationCutoff, 1 / 2];
/** Areas that can be put in an order worth looking at. */
const fewestAreas = 3;

/**
 * Does the order of the areas hang on the cutoff or the weights? The index is made with other ones.
 *
 * @param areas codes of the areas whose index is shown; no other takes part
 * @returns every setting but the one in use; empty with fewer than three areas
 *
 * Alkire and others (2015), Multidimensional Poverty Measurement and Analysis, chapter 8.
 */
export function checkRanks(
  context: Pick<ComputeContext, 'responses' | 'instance' | 'design'>,
  areaVariable: string,
  areas: readonly string[]
): RankCheck[] {
  if (areas.length < fewestAreas) return [];
  const columns = deprivedColumns(context).map(({ column }) => column);
  const { codes, categories } = context.responses.categories(areaVariable);
  const placeOf = [-1, ...categories.map(({ code }) => areas.indexOf(code))];
  const indexBy = (cutoff: number, weights: DeprivationWeights): number[] => {
    const { isKnown, count } = countDeprivations(
      columns,
      importanceOf(columns, weights, context.design.weights),
      cutoff
    );
    const sums = areas.map(() => ({ people: 0, count: 0 }));
    for (let i = 0; i < isKnown.length; i++) {
      const sum = sums[placeOf[codes[i]!] ?? -1];
      if (!sum || !isKnown[i] || context.design.excluded?.[i]) continue;
      sum.people += context.design.weights[i]!;
      sum.count += context.design.weights[i]! * count[i]!;
    }
    return sums.map((sum) => sum.count / sum.people);
  };
  const own = indexBy(deprivationCutoff, 'equal');
  return deprivationWeights.flatMap((weights) =>
    cutoffs
      .filter((cutoff) => weights !== 'equal' || cutoff !== deprivationCutoff)
      .map((cutoff) => {
        const other = indexBy(cutoff, weights);
        return {
          cutoff,
          weights,
          correlation: spearman(own, other),
          unchanged: pairsInOrder(own, other)
        };
      })
  );
}

function importanceOf(
  columns: readonly Float64Array[],
  weights: DeprivationWeights,
  people: Float64Array
): number[] {
  const each = columns.map((column) => {
    if (weights === 'equal') return 1;
    let all = 0;
    let lacking = 0;
    for (let i = 0; i < column.length; i++) {
      if (Number.isNaN(column[i]!)) continue;
      all += people[i]!;
      if (column[i] === 0) lacking += people[i]!;
    }
    return lacking / all;
  });
  const sum = each.reduce((total, one) => total + one, 0);
  return each.map((one) => one / sum);
}

/** Two deprivations, the one that fewer people have first. */
export interface DeprivationPair {
  key: string;
  rarer: Labels;
  other: Labels;
}

/**
 * Redundancy R0 of every two deprivations: of the people who have the rarer one, the share who have the
 * other too. Near 1 the two may be one deprivation counted twice.
 */
export function redundancyTable(
  home: Home,
  context: ComputeContext
): { table: EstimateTable; pairs: DeprivationPair[] } {
  const items = deprivedColumns(context);
  const { isKnown } = countDeprivations(
    items.map(({ column }) => column),
    items.map(() => 1 / items.length),
    deprivationCutoff
  );
  const found = items.flatMap((one, j) =>
    items.slice(j + 1).map((next) => pairOf(context, isKnown, one, next))
  );
  const dimension = { id: 'pair', labels: { en: 'Pair', es: 'Par' } };
  return {
    pairs: found.map(({ pair }) => pair),
    table: {
      ...tableFrame(home, context, 'proportion', 'korn-graubard'),
      dimensions: [
        partsDimension(
          dimension,
          found.map(({ pair }) => ({ key: pair.key, labels: pair.rarer }))
        )
      ],
      cells: found.map(({ cell }) => cell),
      contrasts: []
    }
  };
}

type Item = ReturnType<typeof deprivedColumns>[number];

function pairOf(
  { design }: Pick<ComputeContext, 'design'>,
  isKnown: Uint8Array,
  one: Item,
  next: Item
): { pair: DeprivationPair; cell: RawCell } {
  const people = [one, next].map(({ column }) =>
    column.reduce((sum, value, i) => sum + (isKnown[i] ? design.weights[i]! * value : 0), 0)
  );
  const [rarer, other] = people[1]! < people[0]! ? [next, one] : [one, next];
  // 0 neither, 1 only the other, 2 only the rarer, 3 both
  const counts = [0, 0, 0, 0];
  const both = rarer.column.map((has, i) => {
    if (!isKnown[i]) return NaN;
    if (!design.excluded?.[i]) counts[2 * has + other.column[i]!]!++;
    return has === 1 ? other.column[i]! : NaN;
  });
  const estimate = estimateProportion(design, both, { within: 'all' });
  const key = `${rarer.key} ${other.key}`;
  return {
    pair: { key, rarer: rarer.labels, other: other.labels },
    cell: {
      at: { pair: key },
      estimate,
      n: estimate.n,
      x: counts[3]!,
      psus: estimate.psus,
      classes: counts
    }
  };
}
