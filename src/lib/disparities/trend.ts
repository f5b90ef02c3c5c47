import { solver } from '$lib/estimation/numeric/solve';

/** A straight line through estimates of several waves. */
export interface Trend {
  /** change per unit of time */
  slope: number;
  /** standard error of the slope */
  se: number;
}

/**
 * Generalized least squares slope of estimates on time, with their whole covariance:
 * b = (x' V^-1 x)^-1 x' V^-1 y after x and y are centred at their means in the metric of V^-1 (Aitken
 * 1935).
 *
 * @param covariance of the estimates, row by row
 * @returns null with fewer than three waves, when two share their time, or when V has no inverse
 */
export function trendOf(
  times: readonly number[],
  values: readonly number[],
  covariance: Float64Array
): Trend | null {
  const k = times.length;
  if (k < 3 || new Set(times).size < k) return null;
  const { rank, solve } = solver(covariance, k);
  if (rank < k) return null;
  // Times near 2026 would lose digits: they are taken from the first wave.
  const x = times.map((time) => time - times[0]!);
  const ones = solve(new Float64Array(k).fill(1));
  const inverse = solve(Float64Array.from(x));
  const sum = (a: ArrayLike<number>, b: readonly number[]): number =>
    b.reduce((total, value, i) => total + a[i]! * value, 0);
  const unit = new Array<number>(k).fill(1);
  const whole = sum(ones, unit);
  const centre = sum(ones, x) / whole;
  const middle = sum(ones, values) / whole;
  const spread = sum(inverse, x) - centre * centre * whole;
  if (!(spread > 0)) return null;
  const shared = sum(inverse, values) - centre * middle * whole;
  return { slope: shared / spread, se: Math.sqrt(1 / spread) };
}
