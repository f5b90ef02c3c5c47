import { betaQuantile, tQuantile } from '../numeric/distributions';
import type { Bounds, Estimate, ProportionMethod } from './estimate';

/** Sample sizes behind a Korn-Graubard interval. */
export interface KornGraubard {
  /** p (1 - p) / variance */
  nEff: number | null;
  nEffCapped: number | null;
  /** with the t adjustment for few degrees of freedom */
  nEffAdjusted: number | null;
  /** what the Beta quantiles use */
  nEffUsed: number | null;
  low: number | null;
  high: number | null;
}

type Proportion = Pick<Estimate, 'value' | 'se' | 'n' | 'nPositive' | 'logitSe'>;

/** A variance this far below p (1 - p) is rounding, not precision. */
const roundingVariance = 1e-26;

/** Effective sample size p(1-p)/v; the sample size when p is 0 or 1 or the variance is 0. */
export function effectiveSize(p: number, se: number, n: number): number {
  const product = p * (1 - p);
  const v = se * se;
  return product <= 0 || v <= roundingVariance * product ? n : product / v;
}

const isDegenerate = (p: number, se: number): boolean =>
  p <= 0 || p >= 1 || se * se <= roundingVariance * p * (1 - p);

/**
 * Korn and Graubard (1998) interval: Clopper-Pearson limits on the effective sample size, adjusted for
 * the degrees of freedom of the design and capped at the number of rows with positive weight.
 *
 * @param df degrees of freedom of the estimate; without any the interval exists only at p = 0 or 1
 */
export function kornGraubard(
  { value: p, se, nPositive: n }: Proportion,
  df: number | null,
  level: number
): KornGraubard {
  const none = {
    nEff: null,
    nEffCapped: null,
    nEffAdjusted: null,
    nEffUsed: null,
    low: null,
    high: null
  };
  if (p === null || se === null || n === 0) return none;
  if (isDegenerate(p, se)) {
    const bounds = clopperPearson(p, n, n, level);
    return { nEff: n, nEffCapped: n, nEffAdjusted: n, nEffUsed: n, ...bounds };
  }
  const nEff = effectiveSize(p, se, n);
  const nEffCapped = Math.min(n, nEff);
  if (df === null || df <= 0 || n < 2) return { ...none, nEff, nEffCapped };
  const nEffAdjusted = nEff * dfAdjustment(n, df, level);
  const nEffUsed = Math.min(n, nEffAdjusted);
  return { nEff, nEffCapped, nEffAdjusted, nEffUsed, ...clopperPearson(p, nEffUsed, n, level) };
}

function dfAdjustment(n: number, df: number, level: number): number {
  const upper = (1 + level) / 2;
  const ratio = tQuantile(upper, n - 1) / tQuantile(upper, df);
  return ratio * ratio;
}

function clopperPearson(p: number, size: number, n: number, level: number): Bounds {
  const tail = (1 - level) / 2;
  const count = p <= 0 || p >= 1 ? n : size;
  return {
    low: p <= 0 ? 0 : betaQuantile(tail, count * p, count * (1 - p) + 1),
    high: p >= 1 ? 1 : 1 - betaQuantile(tail, count * (1 - p), count * p + 1)
  };
}

/**
 * Interval for a proportion by any of the named methods; null where the method has none.
 *
 * `mean` p -+ q se; `logit` on the log odds; `asin` on the arcsine root scale; `wilson` score interval
 * on the effective sample size; `likelihood` roots of the scaled binomial likelihood ratio (Rao-Scott);
 * `beta` Korn-Graubard without the cap; `korn-graubard` with it. At p = 0 or 1 only `mean`, `wilson`
 * and `korn-graubard` exist.
 *
 * @param df `Infinity` gives the normal quantile
 */
export function proportionInterval(
  estimate: Proportion,
  method: ProportionMethod,
  df: number | null,
  level: number
): Bounds | null {
  const { value: p, se, n, nPositive } = estimate;
  if (p === null || se === null) return null;
  if (method === 'korn-graubard') {
    const { low, high } = kornGraubard(estimate, df, level);
    return low === null || high === null ? null : { low, high };
  }
  if (df === null || df <= 0) return null;
  const q = tQuantile((1 + level) / 2, df);
  if (method === 'mean') return { low: p - q * se, high: p + q * se };
  if (method === 'wilson') return wilson(p, effectiveSize(p, se, nPositive), q);
  if (p <= 0 || p >= 1) return null;
  switch (method) {
    case 'logit':
      return logit(p, q * (estimate.logitSe ?? se / (p * (1 - p))));
    case 'asin':
      return arcsine(p, se, q);
    case 'likelihood':
      return likelihoodRoots(p, effectiveSize(p, se, nPositive), nPositive, q);
    case 'beta': {
      if (isDegenerate(p, se) || n < 2 || df === Infinity) return null;
      return clopperPearson(p, effectiveSize(p, se, n) * dfAdjustment(n, df, level), n, level);
    }
  }
}

function logit(p: number, reach: number): Bounds {
  const centre = Math.log(p / (1 - p));
  const expit = (x: number): number => 1 / (1 + Math.exp(-x));
  return { low: expit(centre - reach), high: expit(centre + reach) };
}

function arcsine(p: number, se: number, q: number): Bounds {
  const centre = Math.asin(Math.sqrt(p));
  const reach = (q * se) / (2 * Math.sqrt(p * (1 - p)));
  return { low: Math.sin(centre - reach) ** 2, high: Math.sin(centre + reach) ** 2 };
}

function wilson(p: number, size: number, q: number): Bounds | null {
  if (size === 0) return null;
  const square = (q * q) / size;
  const centre = p + square / 2;
  const reach = Math.sqrt(square * (p * (1 - p) + square / 4));
  return { low: (centre - reach) / (1 + square), high: (centre + reach) / (1 + square) };
}

/** Both x with 2 m [p ln(p/x) + (1-p) ln((1-p)/(1-x))] = q^2, by bisection on each side of p. */
function likelihoodRoots(p: number, size: number, n: number, q: number): Bounds | null {
  if (n < 2) return null;
  const target = (q * q * n) / (2 * size * (n - 1));
  const distance = (x: number): number =>
    p * Math.log(p / x) + (1 - p) * (Math.log1p(-p) - Math.log1p(-x));
  const root = (outside: number): number => {
    let inside = p;
    for (let step = 0; step < 200 && inside !== outside; step++) {
      const middle = 0.5 * (inside + outside);
      if (middle === inside || middle === outside) break;
      if (distance(middle) < target) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { low: root(0), high: root(1) };
}
