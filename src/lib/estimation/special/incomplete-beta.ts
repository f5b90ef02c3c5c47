import { deviance, stirlingError } from './gamma';
import { solveTail } from './tails';
import type { Tails } from './tails';

/** x^a y^b / B(a, b) with y = 1 - x, in the saddle-point form of Loader (2000). */
function betaPower(a: number, b: number, x: number, y: number): number {
  if (x <= 0 || y <= 0) return 0;
  const n = a + b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * y);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(exponent);
}

/** Continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let value = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = Math.abs(c) < tiny ? tiny : c;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = Math.abs(c) < tiny ? tiny : c;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/**
 * Regularised incomplete beta function, both tails.
 *
 * @param x, y  the point and 1 - x, given apart so that neither loses digits
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const power = betaPower(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (power * betaFraction(a, b, x)) / a;
    return { lower, upper: 1 - lower };
  }
  const upper = (power * betaFraction(b, a, y)) / b;
  return { lower: 1 - upper, upper };
}

/** The point of a Beta(a, b) with the given tails, as x and 1 - x; the smaller has full precision. */
export function inverseBeta(tails: Tails, a: number, b: number): { x: number; y: number } {
  if (tails.lower <= 0) return { x: 0, y: 1 };
  if (tails.upper <= 0) return { x: 1, y: 0 };
  const middle = incompleteBeta(a, b, 0.5, 0.5);
  const isLeft =
    tails.lower < tails.upper ? tails.lower <= middle.lower : tails.upper >= middle.upper;
  if (!isLeft) {
    const mirrored = inverseLeft({ lower: tails.upper, upper: tails.lower }, b, a);
    return { x: 1 - mirrored, y: mirrored };
  }
  const x = inverseLeft(tails, a, b);
  return { x, y: 1 - x };
}

function inverseLeft(tails: Tails, a: number, b: number): number {
  const at = (x: number) => ({
    tails: incompleteBeta(a, b, x, 1 - x),
    slope: betaPower(a, b, x, 1 - x) / (1 - x)
  });
  const high = Math.log(0.5);
  return solveTail(tails, at, -745, high, Math.min(high, Math.log(a / (a + b))));
}
