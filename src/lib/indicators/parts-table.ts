import { estimatePoint } from '$lib/estimation/estimates/estimate';
import { proportionOf } from '$lib/estimation/estimates/estimate-proportion';
import { adjustFamilies, contrastsOf } from './contrasts';
import { countOf, partsDimension, tableFrame } from './share-table';
import type { Labels } from '$lib/codebook/codebook';
import type {
  Estimate,
  EstimateOptions,
  ProportionMethod
} from '$lib/estimation/estimates/estimate';
import type { UndefinedReason } from '$lib/estimation/sums/point';
import type { CellKey, Dimension, EstimateTable, RawCell, Statistic } from '$lib/privacy/table';
import type { ComputeContext } from './definition';
import type { PointAt } from './contrasts';
import type { PeopleGrid } from './people-grid';
import type { Home } from './share-table';

/** One number of a table for each group of people: an item of a battery, or a part of an index. */
export interface NumberPart {
  key: string;
  labels: Labels;
  grid: PeopleGrid;
  /** classes of the people used */
  base: readonly number[];
  /** the same where it depends on the place */
  baseAt?: (at: CellKey) => readonly number[];
  point: PointAt;
  /** why there is no point where there is none; without it, that nobody is counted */
  noPoint?: UndefinedReason;
  /** a share of the base: classes of its members; the interval is that of a proportion */
  share?: readonly number[];
  /** interval of a share; Korn and Graubard without */
  interval?: ProportionMethod;
  /**
   * Respondents of every class somebody could work out at a place. Without it the members of a share
   * and the others; of a number that tells no class, none.
   */
  told?: (at: CellKey) => number[];
  /** what the estimate becomes: a total scaled by a published number, an interval kept in its range */
  finish?: (estimate: Estimate, at: CellKey) => Estimate;
  /** the share whose reliability the number has */
  restsOn?: (at: CellKey) => Estimate;
}

/** Words of a table of numbers. */
export interface NumbersFrame {
  statistic: Statistic;
  /** name of the interval in the method panel */
  interval: string;
  /** the parts as a dimension; without one there is a single part */
  dimension?: Pick<Dimension, 'id' | 'labels'>;
  /** each member against all others and the reference; off where a difference would say nothing */
  isCompared?: boolean;
}

/** A table of numbers for every part at every place of the split, with comparisons. */
export function partsTable(
  home: Home,
  context: ComputeContext,
  { statistic, interval, dimension, isCompared = true }: NumbersFrame,
  parts: readonly NumberPart[]
): EstimateTable {
  const { split, compare } = context;
  const within = (part: NumberPart): CellKey => (dimension ? { [dimension.id]: part.key } : {});
  const contrasts = parts.flatMap((part) =>
    contrastsOf(part.grid, part.point, split.group ? { [split.group]: compare.reference } : {}).map(
      (contrast) => ({
        ...contrast,
        a: { ...within(part), ...contrast.a },
        b: { ...within(part), ...contrast.b }
      })
    )
  );
  return {
    ...tableFrame(home, context, statistic, interval),
    dimensions: [
      ...(dimension ? [partsDimension(dimension, parts)] : []),
      ...(parts[0]?.grid.dimensions ?? [])
    ],
    cells: parts.flatMap((part) =>
      part.grid.places.map((at) => cellOf(part, at, context, within(part)))
    ),
    contrasts: isCompared ? adjustFamilies(contrasts, dimension?.id ?? null) : []
  };
}

function cellOf(part: NumberPart, at: CellKey, context: ComputeContext, place: CellKey): RawCell {
  const { grid, base, share, told, finish, restsOn } = part;
  const options: EstimateOptions = context.confidence ? { level: context.confidence } : {};
  const within = grid.cellsAt(at, part.baseAt?.(at) ?? base);
  const raw = share
    ? proportionOf(grid.tabulation, grid.cellsAt(at, share), within, {
        ...options,
        ...(part.interval && { interval: part.interval })
      })
    : estimatePoint(
        grid.tabulation,
        part.point((classes) => grid.cellsAt(at, classes)) ?? part.noPoint ?? 'zero-denominator',
        within,
        options
      );
  const estimate = finish ? finish(raw, at) : raw;
  const basis = restsOn?.(at);
  return {
    at: { ...place, ...at },
    estimate,
    n: raw.n,
    x: share ? countOf(grid, at, share) : null,
    psus: raw.psus,
    ...(told && { classes: told(at) }),
    ...(basis && { restsOn: basis })
  };
}

/** Keeps an interval inside the range its number can have. */
export const inRange =
  (lowest: number, highest: number) =>
  (estimate: Estimate): Estimate => ({
    ...estimate,
    low: estimate.low === null ? null : Math.max(lowest, estimate.low),
    high: estimate.high === null ? null : Math.min(highest, estimate.high)
  });

/** Everyone gave one and the same answer: then a mean tells it of each of them. */
export const toldByMean = (grid: PeopleGrid, at: CellKey, classes: readonly number[]): number[] => {
  const counts = classes.map((one) => countOf(grid, at, [one])).filter((count) => count > 0);
  return counts.length === 1 ? [counts[0]!, 0] : [];
};
