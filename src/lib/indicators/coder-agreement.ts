import { ratingAgreement } from '$lib/estimation/estimates/kappa';
import type { Groups } from '$lib/estimation/design/domain';
import type { ClauseReview } from './records';

/**
 * Cohen's kappa, unweighted, of the two coders who read most clauses of a policy in common.
 *
 * @returns null with fewer than two coders, no clause in common, or agreement that chance alone makes
 *   certain (both gave one and the same score throughout)
 */
export function coderAgreement(reviews: readonly ClauseReview[]): number | null {
  const clauses = [...new Set(reviews.map(({ clause }) => clause))];
  const scores = [...new Set(reviews.map(({ score }) => score))];
  const readings = [...new Set(reviews.map(({ coder }) => coder))].map((coder): Groups => {
    const own = new Map(
      reviews.filter((one) => one.coder === coder).map(({ clause, score }) => [clause, score])
    );
    return {
      labels: scores.map(String),
      codes: Uint8Array.from(clauses, (clause) => scores.indexOf(own.get(clause) ?? NaN) + 1)
    };
  });
  const pairs = readings.flatMap((first, a) =>
    readings.slice(a + 1).map((second) => ratingAgreement(first, second, 'all'))
  );
  const [most] = [...pairs].sort((a, b) => b.n - a.n);
  return most?.kappa.unweighted?.value ?? null;
}
