/** Cumulant function of a sum of independent terms a x chi-square(h), minus a fixed number. */
interface Cumulants {
  terms: readonly (readonly [a: number, h: number])[];
  fixed: number;
  /** the function is finite between these */
  low: number;
  high: number;
}

/**
 * Probability that a weighted sum of chi-squares of one degree of freedom lies above x, or above x times
 * an independent chi-square over its degrees of freedom (a sum of F in the same sense as F itself).
 *
 * Inverts the moment generating function along a parabola around its branch cut, so far tails keep
 * their digits: Rice (1980), "Distribution of quadratic forms in normal variables", with the contours
 * of Weideman and Trefethen (2007).
 *
 * @param weights at least one above 0; none below
 * @param df of the chi-square below; `Infinity` = a fixed x
 */
export function chiSquareMixtureUpper(x: number, weights: readonly number[], df: number): number {
  if (!(x > 0)) return 1;
  const form = cumulantsOf(x, weights, df);
  const isTail = x >= weights.reduce((sum, a) => sum + a, 0);
  const probability = alongParabola(form, isTail ? 1 : -1);
  return isTail ? probability : 1 - probability;
}

function cumulantsOf(x: number, weights: readonly number[], df: number): Cumulants {
  const own = weights.filter((a) => a > 0).map((a) => [a, 1] as const);
  const high = 1 / (2 * Math.max(...own.map(([a]) => a)));
  return df === Infinity
    ? { terms: own, fixed: x, low: -Infinity, high }
    : { terms: [...own, [-x / df, df]], fixed: 0, low: -df / (2 * x), high };
}

function slope({ terms, fixed }: Cumulants, s: number): number {
  return terms.reduce((sum, [a, h]) => sum + (h * a) / (1 - 2 * a * s), -fixed);
}

/** Where a rising function is 0, between two points that need not be finite. */
function rootOf(rising: (s: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  if (low === -Infinity) for (low = -1; rising(low) > 0;) low *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (rising(middle) > 0) high = middle;
    else low = middle;
  }
  return 0.5 * (low + high);
}

/**
 * Integral of exp(K(s)) / s over s = high + reach (u + i)^2, whose vertex lies where the integrand is
 * smallest on the real line: right of 0 it is the upper tail, left of 0 the lower.
 */
function alongParabola(form: Cumulants, side: 1 | -1): number {
  const vertex =
    side > 0
      ? rootOf((s) => slope(form, s) - 1 / s, 0, form.high)
      : rootOf((s) => slope(form, s) - 1 / s, form.low, 0);
  const reach = form.high - vertex;
  const pole = Math.abs(Math.sqrt(form.high / reach) - 1);
  const left = Math.sqrt((form.high - form.low) / reach) - 1;
  const step = (2 * Math.PI * Math.min(1, pole, left)) / 60;
  let sum = 0.5 * integrand(form, reach, 0).value;
  for (let k = 1; k < 200_000; k++) {
    const { value, size } = integrand(form, reach, k * step);
    sum += value;
    if (size < 1e-18 * Math.abs(sum)) break;
  }
  return (side * step * sum) / Math.PI;
}

/** Imaginary part of exp(K(s)) / s ds/du at u, and its absolute size. */
function integrand(
  { terms, fixed, high }: Cumulants,
  reach: number,
  u: number
): { value: number; size: number } {
  const re = high + reach * (u * u - 1);
  const im = 2 * reach * u;
  let logSize = -fixed * re - Math.log(Math.hypot(re, im)) + Math.log(2 * reach * Math.hypot(u, 1));
  let angle = -fixed * im - Math.atan2(im, re) + Math.atan2(1, u);
  for (const [a, h] of terms) {
    const x = 1 - 2 * a * re;
    const y = -2 * a * im;
    logSize -= (h / 2) * Math.log(Math.hypot(x, y));
    angle -= (h / 2) * Math.atan2(y, x);
  }
  const size = Math.exp(logSize);
  return { value: size * Math.sin(angle), size };
}
