import { seededRandom } from '$lib/base/random';
import { spearman } from '$lib/base/rank-correlation';
import { randomZoning } from './regroup';
import type { Neighbours, Zoning } from './regroup';

/** Sums of the smallest areas there are, from which zones of any kind are made. */
export interface BaseArea {
  /** unweighted respondents */
  n: number;
  /** weighted sum of the variable, and of the weights */
  total: number;
  weight: number;
}

export interface BoundaryOptions {
  /** the same seed gives the same regroupings */
  seed: number;
  /** random regroupings, default 100 */
  regroupings?: number;
  /** a zone with fewer respondents has no value; default 30 */
  fewest?: number;
}

/** A rate over zones of one kind. */
export interface ZoneRange {
  zones: number;
  low: number;
  high: number;
}

/** Does what a map says of areas hold when the lines are drawn elsewhere? */
export interface BoundaryCheck {
  /** lowest and highest zone under each zoning given, in their order; null without two values */
  given: (ZoneRange | null)[];
  /** over the random regroupings: the extremes of their lowest and of their highest zone */
  random: { lowest: [number, number]; highest: [number, number] };
  /** rank correlation with the first zoning: of the other zonings given, then of the regroupings */
  correlations: number[];
  /** their median */
  correlation: number;
  /** below 0.8 */
  dependsOnBoundaries: boolean;
}

export type NoCheckReason =
  /** two zonings are needed, one value for each base area */
  | 'too-few-zonings'
  /** more separate pieces of land than zones */
  | 'not-contiguous'
  /** too few zones with respondents to compare ranks */
  | 'too-few-values';

const needed = 0.8;

/**
 * The modifiable areal unit problem, looked at instead of assumed away (Openshaw 1984): rates of zones
 * are computed for every zoning given and for random groupings of the same base areas into as many
 * contiguous zones as the first has. Every base area takes the rate of its zone; Spearman's correlation
 * says whether base areas keep their order.
 *
 * @param zonings zone of each base area; the first is the one in use
 */
export function checkBoundaries(
  areas: readonly BaseArea[],
  zonings: readonly Zoning[],
  neighbours: Neighbours,
  { seed, regroupings = 100, fewest = 30 }: BoundaryOptions
): BoundaryCheck | NoCheckReason {
  const [first] = zonings;
  if (!first || zonings.length < 2 || zonings.some((zoning) => zoning.length !== areas.length))
    return 'too-few-zonings';
  const zones = new Set(first).size;
  const random = seededRandom(seed);
  const drawn: Zoning[] = [];
  for (let r = 0; r < regroupings; r++) {
    const zoning = randomZoning(neighbours, zones, random);
    if (!zoning) return 'not-contiguous';
    drawn.push(zoning);
  }
  const ratedBy = (zoning: Zoning): ZonedRates => ({
    zoning,
    rates: ratesOf(areas, zoning, fewest)
  });
  const given = zonings.map(ratedBy);
  const regrouped = drawn.map(ratedBy);
  const correlations = [...given.slice(1), ...regrouped].flatMap(
    (other) => likeness(given[0]!, other) ?? []
  );
  const ranges = regrouped.flatMap((rated) => rangeOf(rated) ?? []);
  if (correlations.length === 0 || ranges.length === 0) return 'too-few-values';
  const correlation = median(correlations);
  const ends = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  return {
    given: given.map(rangeOf),
    random: {
      lowest: ends(ranges.map(({ low }) => low)),
      highest: ends(ranges.map(({ high }) => high))
    },
    correlations,
    correlation,
    dependsOnBoundaries: correlation < needed
  };
}

interface ZonedRates {
  zoning: Zoning;
  rates: Map<number, number>;
}

/** Rates of zones; a zone where too few people answered is not among them. */
function ratesOf(areas: readonly BaseArea[], zoning: Zoning, fewest: number): Map<number, number> {
  const sums = new Map<number, BaseArea>();
  areas.forEach((area, a) => {
    const sum = sums.get(zoning[a]!) ?? { n: 0, total: 0, weight: 0 };
    sum.n += area.n;
    sum.total += area.total;
    sum.weight += area.weight;
    sums.set(zoning[a]!, sum);
  });
  const rates = new Map<number, number>();
  for (const [zone, { n, total, weight }] of sums)
    if (n >= fewest && weight > 0) rates.set(zone, total / weight);
  return rates;
}

/** Rank correlation over base areas of the rates of their zones. */
function likeness(a: ZonedRates, b: ZonedRates): number | null {
  const pairs = a.zoning.flatMap((zone, area) => {
    const x = a.rates.get(zone);
    const y = b.rates.get(b.zoning[area]!);
    return x === undefined || y === undefined ? [] : [[x, y] as const];
  });
  return spearman(
    pairs.map(([x]) => x),
    pairs.map(([, y]) => y)
  );
}

function rangeOf({ rates }: ZonedRates): ZoneRange | null {
  if (rates.size < 2) return null;
  const known = [...rates.values()];
  return { zones: rates.size, low: Math.min(...known), high: Math.max(...known) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
