import type { Point } from './point';

/** A number made of other numbers, with its derivative by each of them at their values. */
export interface SmoothFormula {
  value: (parts: readonly number[]) => number;
  slopes: (parts: readonly number[]) => readonly number[];
}

/**
 * A formula of points over one tabulation: a product of two shares, a mean over a mean. Its score is
 * the sum of theirs, each times its slope (delta method); a replicate computes the formula again.
 *
 * @returns null where the formula is not defined
 */
export function combinedPoint(points: readonly Point[], formula: SmoothFormula): Point | null {
  const parts = points.map(({ value }) => value);
  const value = formula.value(parts);
  const slopes = formula.slopes(parts);
  if (![value, ...slopes].every(Number.isFinite)) return null;
  return {
    value,
    score: {
      at: points.flatMap(({ score }) => score.at),
      factor: points.flatMap(({ score }, k) => score.factor.map((factor) => slopes[k]! * factor)),
      within: [...new Set(points.flatMap(({ score }) => score.within))],
      value: (sums, from) => formula.value(points.map(({ score }) => score.value(sums, from)))
    },
    spread: null,
    scale: 1
  };
}
