import { proportionOf } from '$lib/estimation/estimates/estimate-proportion';
import { tQuantile } from '$lib/estimation/numeric/distributions';
import {
  findBenchmark,
  standardError,
  topicOf,
  type Benchmark,
  type BenchmarkKind
} from './benchmark';
import { sharePoint } from '$lib/estimation/sums/point';
import { partsTable, type NumbersFrame } from './parts-table';
import { countOf, tableFrame } from './share-table';
import { totalsOf } from './total-people';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { CellKey, EstimateTable } from '$lib/privacy/table';
import type { ComputeContext } from './definition';
import type { PeopleGrid } from './people-grid';
import type { Home } from './share-table';

/**
 * A published number over the people in need, for every place the number is known of; unknown
 * elsewhere. Reliability and privacy are those of the people in need.
 *
 * @param factor 100 for "per 100 people"
 */
export function perPersonTable(
  home: Home,
  context: ComputeContext,
  kind: BenchmarkKind,
  factor: number
): EstimateTable {
  const { grid, cells } = totalsOf(context);
  const used = new Set<Benchmark>();
  const table = tableFrame(home, context, 'ratio', 'log-t');
  const scaled = cells.map((cell) => {
    const number = numberAt(context, kind, cell.at);
    if (number) used.add(number);
    return {
      ...cell,
      estimate: number ? overTotal(cell.estimate, number, factor) : unknown(cell.estimate)
    };
  });
  return {
    ...table,
    dimensions: grid.dimensions,
    cells: scaled,
    contrasts: [],
    method: withBenchmarks(table.method, [...used])
  };
}

/** A share of people put beside a published number. */
export interface BesideNumber extends Pick<NumbersFrame, 'statistic' | 'interval'> {
  kind: BenchmarkKind;
  grid: PeopleGrid;
  /** classes of the share and of its denominator */
  members: readonly number[];
  base: readonly number[];
  of: (share: Estimate, number: Benchmark) => Estimate;
}

/**
 * What a share and a published number make, for every place the number is known of; unknown elsewhere.
 * Reliability and privacy are those of the share.
 */
export function besideNumberTable(
  home: Home,
  context: ComputeContext,
  { statistic, interval, kind, grid, members, base, of }: BesideNumber
): EstimateTable {
  const used = new Set<Benchmark>();
  const options = context.confidence === undefined ? {} : { level: context.confidence };
  const shareAt = (at: CellKey): Estimate =>
    proportionOf(grid.tabulation, grid.cellsAt(at, members), grid.cellsAt(at, base), options);
  const table = partsTable(home, context, { statistic, interval, isCompared: false }, [
    {
      key: kind,
      labels: home.labels,
      grid,
      base,
      point: (cellsOf) => {
        const point = sharePoint(grid.tabulation, cellsOf(members), cellsOf(base));
        return typeof point === 'string' ? null : point;
      },
      told: (at) => {
        const x = countOf(grid, at, members);
        return [x, countOf(grid, at, base) - x];
      },
      restsOn: shareAt,
      finish: (_, at) => {
        const number = numberAt(context, kind, at);
        if (number) used.add(number);
        return number ? of(shareAt(at), number) : unknown(shareAt(at));
      }
    }
  ]);
  return { ...table, method: withBenchmarks(table.method, [...used]) };
}

/** The published number of the place a cell speaks of; null where there is none. */
function numberAt(context: ComputeContext, kind: BenchmarkKind, at: CellKey): Benchmark | null {
  const place = placeIn(context, at);
  return place === null
    ? null
    : findBenchmark(context.benchmarks, kind, { topic: topicOf(context.instance.key), place });
}

/** Code of the place a cell speaks of: '' = the whole; null = a group, of which nothing is published. */
export function placeIn({ split }: Pick<ComputeContext, 'split'>, at: CellKey): string | null {
  const names = Object.keys(at);
  if (names.length === 0) return '';
  const [only] = names;
  return names.length === 1 && only !== undefined && (only === split.area || split.area === null)
    ? at[only]!
    : null;
}

/** What a figure rests on beside its survey, for the source line: "Census Bureau, ACS (2024)". */
export const citationOf = ({ source, date }: Pick<Benchmark, 'source' | 'date'>): string =>
  date ? `${source} (${date})` : source;

export const withBenchmarks = (
  method: EstimateTable['method'],
  used: readonly Benchmark[]
): EstimateTable['method'] =>
  used.length === 0 ? method : { ...method, benchmarks: [...new Set(used.map(citationOf))] };

/** An estimate of which a part is not known. */
export const unknown = (estimate: Estimate): Estimate => ({
  ...estimate,
  value: null,
  se: null,
  low: null,
  high: null
});

/** factor x number / total; relative variances add up; interval on the log scale. */
export function overTotal(total: Estimate, number: Benchmark, factor: number): Estimate {
  const { value, se, df, level } = total;
  if (value === null || value <= 0 || number.value <= 0) return unknown(total);
  const ratio = (factor * number.value) / value;
  if (se === null || df === null || df <= 0) return { ...unknown(total), value: ratio };
  const relative = Math.hypot(se / value, standardError(number) / number.value);
  const reach = tQuantile((1 + level) / 2, df) * relative;
  return {
    ...total,
    value: ratio,
    se: ratio * relative,
    low: ratio * Math.exp(-reach),
    high: ratio * Math.exp(reach),
    nEffective: null,
    deff: null,
    deffWithoutReplacement: null
  };
}

/** estimate x number; a published margin of error widens the interval. */
export function timesNumber(share: Estimate, number: Benchmark): Estimate {
  const { value, se, low, high, df, level } = share;
  if (value === null || se === null || low === null || high === null) return unknown(share);
  const wide = Math.hypot(se * number.value, value * standardError(number));
  const scaled = { ...share, value: value * number.value, se: wide };
  if (number.moe === null || df === null || df <= 0)
    return { ...scaled, low: low * number.value, high: high * number.value };
  const reach = tQuantile((1 + level) / 2, df) * wide;
  return { ...scaled, low: Math.max(0, scaled.value - reach), high: scaled.value + reach };
}
