import { overallRate, sumOf } from './disparity-measures';
import type { DisparityMeasure, GroupRates } from './disparity-measures';

/**
 * Measures over groups in an order, from least to most advantaged: how the rate rises or falls from
 * the bottom to the top of the population. The groups come in that order.
 */

/** Share of people below the middle of each group. */
export function ridits(shares: readonly number[]): number[] {
  let below = 0;
  return shares.map((share) => {
    const middle = below + share / 2;
    below += share;
    return middle;
  });
}

/** How much each rate counts in the weighted least squares slope on the ridits; null for one group. */
function slopeWeights({ shares }: GroupRates): number[] | null {
  const ranks = ridits(shares);
  const mean = sumOf(ranks, (rank, j) => shares[j]! * rank);
  const spread = sumOf(ranks, (rank, j) => shares[j]! * (rank - mean) ** 2);
  if (!(spread > 0) || shares.filter((share) => share > 0).length < 2) return null;
  return ranks.map((rank, j) => (shares[j]! * (rank - mean)) / spread);
}

/** Slope index of inequality: rate at the top minus rate at the bottom of the fitted line. */
export const slopeIndex: DisparityMeasure = (groups) => {
  const slopes = slopeWeights(groups);
  return slopes && { value: sumOf(groups.rates, (rate, j) => slopes[j]! * rate), slopes };
};

/** The slope index over the overall rate. */
export const relativeSlope: DisparityMeasure = (groups) => over(slopeIndex(groups), groups);

/** Fitted rate at the bottom over fitted rate at the top. */
export const fittedRatio: DisparityMeasure = (groups) => {
  const { rates, shares } = groups;
  const slope = slopeIndex(groups);
  if (!slope) return null;
  // The line passes through the overall rate at the mean rank, which is one half.
  const overall = overallRate(groups);
  const [bottom, top] = [overall - slope.value / 2, overall + slope.value / 2];
  if (top === 0) return null;
  const value = bottom / top;
  return {
    value,
    slopes: rates.map((_, j) => {
      const half = slope.slopes[j]! / 2;
      return (shares[j]! - half - value * (shares[j]! + half)) / top;
    })
  };
};

/** Absolute concentration index: 2 sum of share x ridit x rate, minus the overall rate. */
export const absoluteConcentration: DisparityMeasure = ({ rates, shares }) => {
  const ranks = ridits(shares);
  if (rates.length === 0) return null;
  const slopes = shares.map((share, j) => share * (2 * ranks[j]! - 1));
  return { value: sumOf(rates, (rate, j) => slopes[j]! * rate), slopes };
};

/** The same over the overall rate. */
export const relativeConcentration: DisparityMeasure = (groups) =>
  over(absoluteConcentration(groups), groups);

function over(measure: ReturnType<DisparityMeasure>, groups: GroupRates) {
  const overall = overallRate(groups);
  if (!measure || overall === 0) return null;
  const value = measure.value / overall;
  return {
    value,
    slopes: measure.slopes.map((slope, j) => (slope - value * groups.shares[j]!) / overall)
  };
}
