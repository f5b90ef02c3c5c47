import { deviance, stirlingError } from './gamma';
import { solveTail } from './tails';
import type { Tails } from './tails';

/** x^a e^-x / gamma(a + 1), in the saddle-point form of Loader (2000). */
const gammaPower = (a: number, x: number): number =>
  Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);

/** Power series of the lower tail (DLMF 8.7.1), without its factor. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 100_000; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** Continued fraction of the upper tail (DLMF 8.9.2), by Lentz's method, without its factor. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 100_000; k++) {
    const term = -k * (k - a);
    b += 2;
    d = term * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + term / c;
    c = Math.abs(c) < tiny ? tiny : c;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/** Regularised incomplete gamma function of shape a at x, both tails. */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const power = gammaPower(a, x);
  if (x < a + 1) {
    const lower = power * lowerSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = power * a * upperFraction(a, x);
  return { lower: 1 - upper, upper };
}

/** The point of a gamma variable of shape a (scale 1) with the given tails. */
export function inverseGamma(tails: Tails, a: number): number {
  if (tails.lower <= 0) return 0;
  if (tails.upper <= 0) return Infinity;
  const at = (x: number) => ({ tails: incompleteGamma(a, x), slope: gammaPower(a, x) * a });
  return solveTail(tails, at, -745, Math.log(a + 50 * Math.sqrt(a) + 1500), Math.log(a));
}
