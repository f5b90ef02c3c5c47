import type { ClauseReview } from './records';

/**
 * Cohen's kappa of the two coders who read most clauses of a policy in common; unweighted.
 *
 * @returns null with fewer than two coders, no clause in common, or agreement that chance alone makes
 *   certain (both gave one and the same score throughout). Cohen (1960).
 */
export function coderAgreement(reviews: readonly ClauseReview[]): number | null {
  const byCoder = new Map<string, Map<string, number>>();
  for (const { coder, clause, score } of reviews)
    byCoder.set(coder, (byCoder.get(coder) ?? new Map<string, number>()).set(clause, score));
  const readings = [...byCoder.values()];
  let best: [number, number][] = [];
  readings.forEach((first, a) =>
    readings.slice(a + 1).forEach((second) => {
      const pairs = [...first].flatMap(([clause, score]): [number, number][] => {
        const other = second.get(clause);
        return other === undefined ? [] : [[score, other]];
      });
      if (pairs.length > best.length) best = pairs;
    })
  );
  return kappaOf(best);
}

function kappaOf(pairs: readonly [number, number][]): number | null {
  const n = pairs.length;
  if (n === 0) return null;
  const observed = pairs.filter(([a, b]) => a === b).length / n;
  const scores = [...new Set(pairs.flat())];
  const expected = scores.reduce((sum, score) => {
    const share = (place: 0 | 1) => pairs.filter((pair) => pair[place] === score).length / n;
    return sum + share(0) * share(1);
  }, 0);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}
