import { lowerRoot, normalDraw } from '$lib/base/draws';
import { seededRandom, type Random } from '$lib/base/random';

/** How often one item took each rank over many draws. */
export interface RankAcceptability {
  key: string;
  /** share of draws at rank 1, 2, ...; adds up to 1 */
  shares: number[];
  /** rank in the middle of the draws */
  median: number;
  /** ranks between which 90% of the draws lie */
  low: number;
  high: number;
}

export const defaultDraws = 1000;

/**
 * Rank acceptability: each draw takes all scores at once from their sampling distribution and ranks
 * them; ties get the better rank (Lahdelma and Salminen 2001, stochastic multicriteria
 * acceptability). The same seed gives the same draws.
 *
 * @param draw one set of scores in the order of the keys; null = no score in this draw, ranked last
 */
export function rankAcceptability(
  keys: readonly string[],
  draw: (random: Random) => readonly (number | null)[],
  {
    first = 'highest',
    seed = 1,
    draws = defaultDraws
  }: { first?: 'highest' | 'lowest'; seed?: number; draws?: number } = {}
): RankAcceptability[] {
  const random = seededRandom(seed);
  const counts = keys.map(() => new Array<number>(keys.length).fill(0));
  for (let d = 0; d < draws; d++) {
    const scores = draw(random);
    const sign = first === 'highest' ? 1 : -1;
    const signed = keys.map((_, i) => (scores[i] == null ? -Infinity : sign * scores[i]));
    signed.forEach((score, i) => {
      const rank = signed.filter((other) => other > score).length;
      counts[i]![rank]!++;
    });
  }
  return keys.map((key, i) => summarize(key, counts[i]!, draws));
}

/** Draws from the normal distribution around scores with this covariance. */
export function normalScores(
  values: readonly number[],
  covariance: readonly (readonly number[])[]
): (random: Random) => number[] {
  const root = lowerRoot(covariance);
  return (random) => normalDraw(values, root, random);
}

function summarize(key: string, counts: readonly number[], draws: number): RankAcceptability {
  const rankAt = (share: number): number => {
    let sum = 0;
    for (let r = 0; r < counts.length; r++) {
      sum += counts[r]!;
      if (sum >= share * draws) return r + 1;
    }
    return counts.length;
  };
  return {
    key,
    shares: counts.map((count) => count / draws),
    median: rankAt(0.5),
    low: rankAt(0.05),
    high: rankAt(0.95)
  };
}
