import { estimateFunctions } from '$lib/estimation/estimates/estimate-functions';
import { estimateProportion } from '$lib/estimation/estimates/estimate-proportion';
import { categoryColumn } from '$lib/indicators/answer-column';
import { inRange } from '$lib/indicators/parts-table';
import { findOverallItem } from '$lib/indicators/propose/overall-item';
import { countRows } from './answered';
import { meanOf, scoreItems } from './score-items';
import type { Labels } from '$lib/codebook/codebook';
import type { SmoothFormula } from '$lib/estimation/sums/combined-point';
import type { SmoothFunction } from '$lib/estimation/estimates/estimate-functions';
import type { PriorityContext, ScoredItem } from './definition';
import type { PairedService } from './pair-items';

/** How closely satisfaction with each service goes with satisfaction overall. */
export interface DerivedImportance {
  items: ScoredItem[];
  /** covariance of a service's derived importance with its mean performance, by key */
  shared: Map<string, number>;
  /** the question about everything together */
  overall: Labels;
}

/**
 * Derived importance: the strength |r| of the weighted correlation between satisfaction with a service
 * and satisfaction overall, among people who rated both, with its error by linearization.
 *
 * @returns null where the wave has no question about everything together
 *
 * Van Ryzin and Immerwahr (2007), "Importance-performance analysis of citizen satisfaction surveys".
 */
export function deriveImportance(
  { responses, design }: Pick<PriorityContext, 'responses' | 'design'>,
  paired: readonly PairedService[]
): DerivedImportance | null {
  const found = findOverallItem(responses.codebook);
  if (!found) return null;
  const overall = Float64Array.from(
    categoryColumn(responses, found.variable, found.steps),
    (step) => step || NaN
  );
  const scores = paired.map((service) => {
    const isKnown = (i: number): boolean =>
      !Number.isNaN(service.performance[i]!) && !Number.isNaN(overall[i]!);
    const both = service.performance.map((value, i) => (isKnown(i) ? value : NaN));
    const isShort = service.isShort.map((value, i) => (isKnown(i) ? value : NaN));
    return {
      ...service,
      score: strengthOf(both, overall),
      classes: [countRows(design, isShort, 1), countRows(design, isShort, 0)],
      restsOn: estimateProportion(design, isShort, { within: 'all' })
    };
  });
  return {
    overall: found.labels,
    items: scoreItems(design, scores).items.map((item) => ({
      ...item,
      estimate: inRange(0, 1)(item.estimate)
    })),
    shared: new Map(
      scores.map(({ key, score, performance }) => [
        key,
        estimateFunctions(design, [score, meanOf(performance)]).covariance[0]![1]!
      ])
    )
  };
}

/** |r| of two columns as a function of five means over the rows that both know. */
function strengthOf(x: Float64Array, y: Float64Array): SmoothFunction {
  const known = y.map((value, i) => (Number.isNaN(x[i]!) ? NaN : value));
  const product = (a: Float64Array, b: Float64Array) => a.map((value, i) => value * b[i]!);
  return {
    means: [x, known, product(x, x), product(known, known), product(x, known)],
    ...strength
  };
}

const strength: SmoothFormula = {
  value: (means) => Math.abs(correlate(means).r),
  slopes: (means) => {
    const { x, y, vx, vy, root, r } = correlate(means);
    const sign = Math.sign(r);
    return [
      (r * x) / vx - y / root,
      (r * y) / vy - x / root,
      -r / (2 * vx),
      -r / (2 * vy),
      1 / root
    ].map((slope) => sign * slope);
  }
};

/** Correlation from the means of x, y, x^2, y^2 and xy; NaN where one of them does not vary. */
function correlate([x = NaN, y = NaN, xx = NaN, yy = NaN, xy = NaN]: readonly number[]) {
  const [vx, vy] = [xx - x * x, yy - y * y];
  const root = vx > 1e-12 * xx && vy > 1e-12 * yy ? Math.sqrt(vx * vy) : NaN;
  return { x, y, vx, vy, root, r: (xy - x * y) / root };
}
