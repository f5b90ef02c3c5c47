import { midRanks } from '$lib/base/rank-correlation';
import { indexTop, type IndexIndicator, type Normalization } from './definition';

/** A value between the goalposts as 0 to 100, cut off outside them; 100 is the greater need. */
export function goalpostScore(
  { low, high, direction }: Pick<IndexIndicator, 'low' | 'high' | 'direction'>,
  value: number
): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return indexTop * (direction === 'lower-is-better' ? share : 1 - share);
}

/** Derivative of `goalpostScore`; 0 outside the goalposts. */
export function goalpostSlope(
  { low, high, direction }: Pick<IndexIndicator, 'low' | 'high' | 'direction'>,
  value: number
): number {
  if (value < Math.min(low, high) || value > Math.max(low, high)) return 0;
  return ((direction === 'lower-is-better' ? 1 : -1) * indexTop) / (high - low);
}

/**
 * One indicator over all areas as 0 to 100, 100 the greater need. Goalposts are fixed; the others
 * depend on the areas that are compared: min-max runs from the least to the greatest, a z-score
 * stands at 50 with 10 for a standard deviation, a percentile rank is the share of areas below.
 */
export function normalize(
  indicator: IndexIndicator,
  values: readonly number[],
  way: Normalization
): number[] {
  if (way === 'goalposts') return values.map((value) => goalpostScore(indicator, value));
  const sign = indicator.direction === 'lower-is-better' ? 1 : -1;
  const need = values.map((value) => sign * value);
  switch (way) {
    case 'min-max': {
      const [low, high] = [Math.min(...need), Math.max(...need)];
      return need.map((value) => (high > low ? (indexTop * (value - low)) / (high - low) : 50));
    }
    case 'z-score': {
      const mean = need.reduce((sum, value) => sum + value, 0) / need.length;
      const spread = Math.sqrt(
        need.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, need.length - 1)
      );
      return need.map((value) =>
        spread > 0 ? Math.min(indexTop, Math.max(0, 50 + (10 * (value - mean)) / spread)) : 50
      );
    }
    case 'percentile-rank': {
      const ranks = midRanks(need, 'lowest');
      return ranks.map((rank) =>
        need.length > 1 ? (indexTop * (rank - 1)) / (need.length - 1) : 50
      );
    }
  }
}
