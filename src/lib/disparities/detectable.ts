import { normalQuantile } from '$lib/estimation/distributions';

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
 * Answers each of two waves needs to see a change between two shares: deff x 2 p(1 - p)
 * (z(1 - alpha/2) + z(power))^2 / change^2 with p the mean of both, rounded up. Null without a change.
 */
export function answersNeeded(
  from: number,
  to: number,
  deff: number,
  options: PowerOptions = {}
): number | null {
  const change = to - from;
  if (change === 0) return null;
  const mean = (from + to) / 2;
  const reach = reachOf(options);
  return Math.ceil((deff * 2 * mean * (1 - mean) * reach * reach) / (change * change));
}
