import { coderAgreement } from './coder-agreement';
import { highestScore, type Assessment, type ClauseReview, type ReviewKind } from './records';

/**
 * Each policy's points over the points it could have: the mean of the coders at every clause, added up.
 * The latest reading of a coder counts.
 */
export function assessPolicies(
  reviews: readonly ClauseReview[],
  kind: ReviewKind
): Assessment | null {
  const own = latest(reviews.filter((review) => review.kind === kind));
  const policies = [...new Set(own.map(({ policy }) => policy))];
  if (policies.length === 0) return null;
  return {
    parts: policies.map((policy) => {
      const read = own.filter((review) => review.policy === policy);
      const clauses = [...new Set(read.map(({ clause }) => clause))];
      const points = clauses.map((clause) => {
        const scores = read.filter((one) => one.clause === clause).map(({ score }) => score);
        return scores.reduce((a, b) => a + b, 0) / scores.length;
      });
      return {
        key: policy,
        labels: { und: policy },
        value: points.reduce((a, b) => a + b, 0) / (highestScore[kind] * clauses.length),
        kappa: coderAgreement(read),
        rows: read.length
      };
    }),
    sources: [...new Set(own.map(({ document, date }) => `${document} (${date})`))]
  };
}

function latest(reviews: readonly ClauseReview[]): ClauseReview[] {
  const newest = new Map<string, ClauseReview>();
  for (const review of reviews) {
    const place = JSON.stringify([review.policy, review.clause, review.coder]);
    const before = newest.get(place);
    if (!before || before.date <= review.date) newest.set(place, review);
  }
  return [...newest.values()];
}
