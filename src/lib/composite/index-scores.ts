import { correlation, midRanks } from '$lib/base/rank-correlation';
import { tQuantile } from '$lib/estimation/numeric/distributions';
import { goalpostScore, goalpostSlope, normalize } from './normalize';
import {
  type Aggregation,
  type AreaValues,
  type IndexDefinition,
  type IndexIndicator,
  type Normalization
} from './definition';

/** Scores start at 1 for the geometric mean, so that one score of 0 does not wipe out all others. */
const shift = (score: number): number => 1 + 0.99 * score;
const shiftSlope = 0.99;

/** Weighted mean of scores in 0..100, arithmetic or geometric (scores brought to 1..100). */
export function aggregate(
  scores: readonly number[],
  weights: readonly number[],
  aggregation: Aggregation
): number {
  if (aggregation === 'arithmetic')
    return scores.reduce((sum, score, j) => sum + weights[j]! * score, 0);
  return Math.exp(scores.reduce((sum, score, j) => sum + weights[j]! * Math.log(shift(score)), 0));
}

/** One way to make the index: what a draw of the robustness check may change. */
export interface IndexChoices {
  weights: readonly number[];
  normalization: Normalization;
  aggregation: Aggregation;
  /** in the order of `AreaValues.values` */
  values: readonly number[];
}

/** The index of every area. */
export function indexOf(
  indicators: readonly IndexIndicator[],
  { weights, normalization, aggregation, values }: IndexChoices
): number[] {
  const count = indicators.length;
  const areas = values.length / count;
  const scores = indicators.map((indicator, j) =>
    normalize(
      indicator,
      Array.from({ length: areas }, (_, d) => values[d * count + j]!),
      normalization
    )
  );
  return Array.from({ length: areas }, (_, d) =>
    aggregate(
      scores.map((of) => of[d]!),
      weights,
      aggregation
    )
  );
}

/** An area's index with its sampling error and both of its ranks; 1 is the greatest need. */
export interface AreaIndex {
  area: string;
  value: number;
  se: number;
  low: number;
  high: number;
  /** interval that holds together with those of all areas (Bonferroni) */
  bounds: { low: number; high: number };
  arithmeticRank: number;
  geometricRank: number;
}

/**
 * The index of every area by goalposts, with its error from that of the indicators (delta method);
 * an indicator beyond a goalpost adds no error, since there the score does not move.
 *
 * @param df degrees of freedom of each area's estimates
 */
export function scoreAreas(
  definition: IndexDefinition,
  data: AreaValues,
  df: readonly number[]
): AreaIndex[] {
  const { indicators, weights, aggregation } = definition;
  const choices = { weights, normalization: 'goalposts', values: data.values } as const;
  const both = {
    arithmetic: indexOf(indicators, { ...choices, aggregation: 'arithmetic' }),
    geometric: indexOf(indicators, { ...choices, aggregation: 'geometric' })
  };
  const ranks = { arithmetic: midRanks(both.arithmetic), geometric: midRanks(both.geometric) };
  const together = 1 - 0.05 / Math.max(1, data.areas.length);
  return data.areas.map((area, d) => {
    const value = both[aggregation][d]!;
    const se = Math.sqrt(Math.max(0, varianceOf(definition, data, d)));
    const reach = (level: number): number => tQuantile((1 + level) / 2, df[d]!) * se;
    const within = (level: number) => ({
      low: Math.max(0, value - reach(level)),
      high: Math.min(100, value + reach(level))
    });
    return {
      area,
      value,
      se,
      ...within(0.95),
      bounds: within(together),
      arithmeticRank: ranks.arithmetic[d]!,
      geometricRank: ranks.geometric[d]!
    };
  });
}

function varianceOf(
  { indicators, weights, aggregation }: IndexDefinition,
  { values, covariance }: AreaValues,
  d: number
): number {
  const from = d * indicators.length;
  const scores = indicators.map((one, j) => goalpostScore(one, values[from + j]!));
  const whole = aggregate(scores, weights, aggregation);
  const slopes = indicators.map((one, j) => {
    const own = weights[j]! * goalpostSlope(one, values[from + j]!);
    return aggregation === 'arithmetic' ? own : (own * shiftSlope * whole) / shift(scores[j]!);
  });
  return slopes.reduce(
    (sum, a, i) =>
      sum + slopes.reduce((row, b, j) => row + a * b * covariance[from + i]![from + j]!, 0),
    0
  );
}

/**
 * How much each indicator really moves the index: its squared correlation with the index over the
 * areas, as a share of all (Paruolo, Saisana and Saltelli 2013). Null where nothing varies.
 */
export function effectiveWeights(
  definition: IndexDefinition,
  { values }: AreaValues
): (number | null)[] {
  const { indicators, weights, aggregation } = definition;
  const index = indexOf(indicators, { weights, aggregation, normalization: 'goalposts', values });
  const squares = indicators.map((one, j) => {
    const scores = index.map((_, d) => goalpostScore(one, values[d * indicators.length + j]!));
    const r = correlation(scores, index);
    return r === null ? 0 : r * r;
  });
  const sum = squares.reduce((total, square) => total + square, 0);
  return squares.map((square) => (sum > 0 ? square / sum : null));
}
