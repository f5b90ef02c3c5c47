import { normalQuantile } from '$lib/estimation/numeric/distributions';

export interface PowerOptions {
  /** two-sided chance of calling a change that is none, default 0.05 */
  alpha?: number;
  /** chance of seeing a change of this size, default 0.8 */
  power?: number;
}

const reachOf = ({ alpha = 0.05, power = 0.8 }: PowerOptions): number =>
  normalQuantile(1 - alpha / 2) + normalQuantile(power);

/**
 * Minimum detectable change: the smallest true change that a survey sees with the given power,
 * (z(1 - alpha/2) + z(power)) x the standard error of the change (Fleiss, Levin and Paik 2003, chapter 4).
 *
 * @param se standard error of the change, covariance of the waves included
 */
export const detectableChange = (se: number, options: PowerOptions = {}): number =>
  reachOf(options) * se;

/** One wave of a plan: share 0..1, answers, design effect. */
export interface PlannedWave {
  share: number;
  answers: number;
  deff: number;
}

/** Standard error a wave is planned to have: sqrt(deff p (1 - p) / n). */
export const plannedSe = ({ share, answers, deff }: PlannedWave): number =>
  Math.sqrt((deff * share * (1 - share)) / answers);

/**
 * Answers the next wave needs to see a change of this size from the last one: what the last wave leaves
 * of (change / (z(1 - alpha/2) + z(power)))^2 is deff p (1 - p) / n. Rounded up; the next wave counts
 * as alike in design and share.
 *
 * @returns null where the last wave alone is too rough for any next wave to see it
 */
export function answersNeeded(
  change: number,
  last: PlannedWave,
  options: PowerOptions = {}
): number | null {
  const left = (change / reachOf(options)) ** 2 - plannedSe(last) ** 2;
  return left > 0 ? Math.ceil((last.deff * last.share * (1 - last.share)) / left) : null;
}
