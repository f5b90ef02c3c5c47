import { engine } from '$lib/indicators/share-table';
import { seedOf } from '$lib/priorities/release-scores';
import { withHiddenMembers } from '$lib/privacy/hidden-cells';
import { findCell, release } from '$lib/privacy/release';
import { areaValues } from './area-values';
import { measureColumn } from './measure-column';
import { effectiveWeights, scoreAreas, type AreaIndex } from './index-scores';
import { robustnessOf, type Robustness } from './robustness';
import type { Labels } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { Design } from '$lib/estimation/design/design';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { IndicatorInstance } from '$lib/indicators/definition';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type {
  EstimateTable,
  RawCell,
  Released,
  ReleasedCell,
  ReleasedTable,
  TableMethod,
  TableSource
} from '$lib/privacy/table';
import type { AreaValues, IndexDefinition } from './definition';

/** One indicator of the index in a wave: its instance and its table by area, before release. */
export interface IndexInput {
  instance: IndicatorInstance;
  table: EstimateTable;
}

export interface IndexContext {
  name: string;
  responses: Responses;
  design: Design;
  areaVariable: string;
  source: TableSource;
  weighting: TableMethod['weighting'];
  policy: ReleasePolicy;
  /** in the order of the definition's indicators */
  inputs: readonly IndexInput[];
}

/** An area without an index, and why: an indicator of it is private or too imprecise. */
export interface AreaWithout {
  area: string;
  labels: Labels;
  flag: ReleasedCell['flag'];
  reason: ReleasedCell['reason'];
}

/** An index that may be shown. */
export interface ReleasedIndex {
  /** the index of each area, 100 the greatest need, with likely ranks of those that may be shown */
  table: Released<ReleasedTable>;
  /** each indicator by area, as it is shown everywhere */
  inputs: Released<ReleasedTable>[];
  without: AreaWithout[];
  ranks: Pick<AreaIndex, 'area' | 'arithmeticRank' | 'geometricRank'>[];
  effective: (number | null)[];
  robustness: Robustness | null;
}

/** The fewest areas that can be put in an order worth showing. */
export const fewestAreas = 3;

/**
 * An index over the areas of a wave. Every indicator passes the release with its whole table first;
 * an area where any of them is hidden has no index and takes no part in ranks or draws.
 */
export function releaseIndex(definition: IndexDefinition, context: IndexContext): ReleasedIndex {
  const { areaVariable, policy } = context;
  const inputs = context.inputs.map(({ table }) => release(table, policy));
  const members =
    context.inputs[0]?.table.dimensions.find(({ id }) => id === areaVariable)?.members ?? [];
  const without = members.flatMap(({ key, labels }): AreaWithout[] => {
    const hidden = hiddenInput(inputs, { [areaVariable]: key });
    return hidden ? [{ area: key, labels, flag: hidden.flag, reason: hidden.reason }] : [];
  });
  const shown = members.filter(({ key }) => !without.some(({ area }) => area === key));
  const { data, df } = valuesIn(
    context,
    shown.map(({ key }) => key)
  );
  const scored = shown.length > 0 ? scoreAreas(definition, data, df) : [];
  const released = release(indexTable(context, definition, shown, scored, df), policy);
  const [dimension] = released.dimensions;
  const table = withHiddenMembers(
    released,
    { ...dimension!, members: [...members] },
    new Map(without.map((one) => [one.area, one]))
  );
  const canOrder = shown.length >= fewestAreas;
  return {
    table,
    inputs,
    without,
    ranks: scored.map(({ area, arithmeticRank, geometricRank }) => ({
      area,
      arithmeticRank,
      geometricRank
    })),
    effective: canOrder
      ? effectiveWeights(definition, data)
      : definition.indicators.map(() => null),
    robustness: canOrder ? robustnessOf(definition, data, seedOf(context.name)) : null
  };
}

/** The cell that keeps an area from having an index: privacy before precision. */
function hiddenInput(
  inputs: readonly ReleasedTable[],
  at: Record<string, string>
): Pick<ReleasedCell, 'flag' | 'reason'> | null {
  const cells = inputs.map(
    (table): Pick<ReleasedCell, 'flag' | 'reason' | 'value'> =>
      findCell(table, at) ?? { flag: 'x', reason: 'no-answers', value: null }
  );
  const hidden = cells.filter(({ value }) => value === null);
  return hidden.find(({ flag }) => flag === 'c') ?? hidden[0] ?? null;
}

/** Values of every indicator in the shown areas, from the rows, with their joint covariance. */
function valuesIn(
  { responses, design, areaVariable, inputs }: IndexContext,
  areas: readonly string[]
): { data: AreaValues; df: number[] } {
  const { codes, categories } = responses.categories(areaVariable);
  const data = areaValues(
    design,
    inputs.map(({ instance }) => measureColumn(responses, instance)),
    codes,
    areas.map((area) => ({
      area,
      code: categories.findIndex((category) => category.code === area) + 1
    }))
  );
  const df = areas.map((area) => {
    const known = inputs.flatMap(
      ({ table }) =>
        table.cells.find(({ at }) => isPlace(at, areaVariable, area))?.estimate.df ?? []
    );
    return Math.max(1, Math.min(...known));
  });
  return { data, df };
}

function indexTable(
  context: IndexContext,
  definition: IndexDefinition,
  shown: readonly { key: string; labels: Labels }[],
  scored: readonly AreaIndex[],
  df: readonly number[]
): EstimateTable {
  const { areaVariable, inputs, name, source, weighting } = context;
  const frame = inputs[0]!.table;
  const dimension = frame.dimensions.find(({ id }) => id === areaVariable)!;
  return {
    subject: {
      indicatorId: 'composite-index',
      key: `index:${name}`,
      labels: { und: name },
      level: 'mezzo',
      unit: 'number',
      direction: 'lower-is-better',
      decimals: 0,
      base: {
        en: 'areas, not people: 0 is the least need, 100 the greatest',
        es: 'zonas, no personas: 0 es la menor necesidad, 100 la mayor'
      }
    },
    statistic: 'index',
    dimensions: [{ ...dimension, members: [...shown] }],
    cells: scored.map((one, d): RawCell => {
      const parts = inputs.flatMap(
        ({ table }) => table.cells.find(({ at }) => isPlace(at, areaVariable, one.area)) ?? []
      );
      return {
        at: { [areaVariable]: one.area },
        estimate: estimateOf(one, parts, df[d]!),
        n: Math.min(...parts.map(({ n }) => n)),
        x: null,
        psus: Math.min(...parts.map(({ psus }) => psus)),
        // What the indicators beside it tell apart; their own release has passed all of it.
        classes: parts.flatMap(({ n, x }) => (x === null ? [] : [x, n - x])),
        // An index is as reliable as the least reliable share it is made of, which was shown.
        ...weakest(parts)
      };
    }),
    contrasts: [],
    rankBounds: scored.map(({ area, bounds }) => ({ at: { [areaVariable]: area }, ...bounds })),
    sources: [source],
    method: {
      interval: 't',
      engine: `${engine}; ${definition.aggregation} mean of goalpost scores`,
      weighting
    }
  };
}

const isPlace = (at: Record<string, string>, areaVariable: string, area: string): boolean =>
  at[areaVariable] === area && Object.keys(at).length === 1;

function estimateOf(one: AreaIndex, parts: readonly RawCell[], df: number): Estimate {
  const frame = parts[0]!.estimate;
  return {
    ...frame,
    value: one.value,
    se: one.se,
    low: one.low,
    high: one.high,
    df,
    n: Math.min(...parts.map(({ n }) => n)),
    nEffective: null,
    deff: null,
    deffWithoutReplacement: null,
    method: 't',
    reason: null
  };
}

/** The share with the fewest effective answers. */
function weakest(parts: readonly RawCell[]): Pick<RawCell, 'restsOn'> {
  const [first] = [...parts].sort(
    (a, b) => (a.estimate.nEffective ?? a.n) - (b.estimate.nEffective ?? b.n)
  );
  return first ? { restsOn: first.estimate } : {};
}
