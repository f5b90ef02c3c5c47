import { proportionOf } from '$lib/estimation/estimates/estimate-proportion';
import { sharePoint } from '$lib/estimation/sums/point';
import { adjustFamilies, contrastsOf } from './contrasts';
import { jointTests } from './joint-tests';
import { levelOf } from './levels';
import { peopleGrid } from './people-grid';
import type { CellKey, Dimension, EstimateTable, RawCell, RawContrast } from '$lib/privacy/table';
import type { ComputeContext, IndicatorDefinition } from './definition';
import type { PeopleGrid } from './people-grid';

/** A share of people: which classes count as yes, which make the base. Classes count from 1. */
export interface ShareMeasure {
  yes: readonly number[];
  base: readonly number[];
  /** base of the broader measure with the same numerator; see `RawCell.broader` */
  broader?: readonly number[];
}

/** Version of what computes: part of every source line and hash. */
export const engine = 'groundswell-estimation 1';

export type Home = Pick<
  IndicatorDefinition,
  | 'id'
  | 'labels'
  | 'unit'
  | 'direction'
  | 'decimals'
  | 'within'
  | 'unitOfAnalysis'
  | 'claim'
  | 'lever'
>;

/** Everything of a table but its numbers. */
export function tableFrame(
  home: Home,
  { instance, source, split, weighting }: ComputeContext,
  statistic: EstimateTable['statistic'],
  interval: string
): Omit<EstimateTable, 'dimensions' | 'cells' | 'contrasts'> {
  return {
    subject: {
      indicatorId: home.id,
      key: instance.key,
      labels: instance.labels,
      level: levelOf({ ...home, split }),
      unit: home.unit,
      direction: home.direction,
      decimals: home.decimals,
      base: home.within
    },
    statistic,
    sources: [source],
    method: { interval, engine, weighting }
  };
}

/** Shares at every place of the split, with comparisons. */
export function shareTable(
  home: Home,
  context: ComputeContext,
  classOf: Uint8Array,
  classes: number,
  measure: ShareMeasure
): EstimateTable {
  const grid = peopleGrid(context, classOf, classes);
  const { cells, contrasts } = sharesOn(grid, context, measure);
  return {
    ...tableFrame(home, context, 'proportion', 'korn-graubard'),
    dimensions: grid.dimensions,
    cells,
    contrasts: adjustFamilies(contrasts)
  };
}

/** One part of a battery: an option or an item with its own classes. */
export interface Part {
  key: string;
  labels: Dimension['labels'];
  classOf: Uint8Array;
}

/** Shares for each option of a multiple-response set or item of a battery; parts add nothing up. */
export function batteryTable(
  home: Home,
  context: ComputeContext,
  dimension: Pick<Dimension, 'id' | 'labels'>,
  parts: readonly Part[],
  measure: ShareMeasure & { classes: number }
): EstimateTable {
  const tables = parts.map((part) => {
    const grid = peopleGrid(context, part.classOf, measure.classes);
    return { grid, ...sharesOn(grid, context, measure, { [dimension.id]: part.key }) };
  });
  const tests = jointTests(context, dimension.id, parts, measure);
  return {
    ...tableFrame(home, context, 'proportion', 'korn-graubard'),
    dimensions: [partsDimension(dimension, parts), ...(tables[0]?.grid.dimensions ?? [])],
    cells: tables.flatMap(({ cells }) => cells),
    contrasts: adjustFamilies(
      tables.flatMap(({ contrasts }) => contrasts),
      dimension.id
    ),
    ...(tests.length > 0 && { jointTests: tests })
  };
}

/** Options or items as a dimension: not a partition, in the order of the form. */
export const partsDimension = (
  dimension: Pick<Dimension, 'id' | 'labels'>,
  parts: readonly Pick<Part, 'key' | 'labels'>[]
): Dimension => ({
  ...dimension,
  ordered: false,
  partition: false,
  members: parts.map(({ key, labels }) => ({ key, labels }))
});

function sharesOn(
  grid: PeopleGrid,
  context: ComputeContext,
  measure: ShareMeasure,
  within: CellKey = {}
): { cells: RawCell[]; contrasts: RawContrast[] } {
  const { split, compare } = context;
  const contrasts = contrastsOf(
    grid,
    (cellsOf) => {
      const point = sharePoint(grid.tabulation, cellsOf(measure.yes), cellsOf(measure.base));
      return typeof point === 'string' ? null : point;
    },
    split.group ? { [split.group]: compare.reference } : {}
  );
  return {
    cells: sharesAt(grid, context, measure, within),
    contrasts: contrasts.map((contrast) => ({
      ...contrast,
      a: { ...within, ...contrast.a },
      b: { ...within, ...contrast.b }
    }))
  };
}

/** A share at every place of a grid; `within` names the option, item or answer it is about. */
export function sharesAt(
  grid: PeopleGrid,
  { confidence }: Pick<ComputeContext, 'confidence'>,
  { yes, base, broader }: ShareMeasure,
  within: CellKey = {}
): RawCell[] {
  const options = confidence === undefined ? {} : { level: confidence };
  return grid.places.map((at): RawCell => {
    const all = grid.cellsAt(at, base);
    const estimate = proportionOf(grid.tabulation, grid.cellsAt(at, yes), all, options);
    const x = countOf(grid, at, yes);
    return {
      at: { ...within, ...at },
      estimate,
      n: estimate.n,
      x,
      psus: estimate.psus,
      ...(broader && { broader: { n: countOf(grid, at, broader), x } })
    };
  });
}

/** Respondents of some classes at a place, unweighted. */
export const countOf = (grid: PeopleGrid, at: CellKey, classes: readonly number[]): number =>
  grid.cellsAt(at, classes).reduce((sum, cell) => sum + grid.tabulation.n[cell]!, 0);
