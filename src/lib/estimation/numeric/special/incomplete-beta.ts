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
  return tailsAt(a, b, x, y).tails;
}

/** Both tails, and the factor x^a y^b / B(a, b) they are made from. */
function tailsAt(a: number, b: number, x: number, y: number): { tails: Tails; power: number } {
  if (x <= 0) return { tails: { lower: 0, upper: 1 }, power: 0 };
  if (y <= 0) return { tails: { lower: 1, upper: 0 }, power: 0 };
  const power = betaPower(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (power * betaFraction(a, b, x)) / a;
    return { tails: { lower, upper: 1 - lower }, power };
  }
  const upper = (power * betaFraction(b, a, y)) / b;
  return { tails: { lower: 1 - upper, upper }, power };
}

/** The point of a Beta(a, b) with the given tails, as x and 1 - x; the smaller has full precision. */
export function inverseBeta(tails: Tails, a: number, b: number): { x: number; y: number } {
  if (tails.lower <= 0) return { x: 0, y: 1 };
  if (tails.upper <= 0) return { x: 1, y: 0 };
  if (!isLeftOfMiddle(tails, a, b)) {
    const mirrored = inverseLeft({ lower: tails.upper, upper: tails.lower }, b, a);
    return { x: 1 - mirrored, y: mirrored };
  }
  const x = inverseLeft(tails, a, b);
  return { x, y: 1 - x };
}

function isLeftOfMiddle(tails: Tails, a: number, b: number): boolean {
  if (a > 50 && b > 50) {
    const guess = guessFromNormal(tails, a, b);
    if (Math.abs(guess - 0.5) > 0.1) return guess < 0.5;
  }
  const middle = incompleteBeta(a, b, 0.5, 0.5);
  return tails.lower < tails.upper ? tails.lower <= middle.lower : tails.upper >= middle.upper;
}

function inverseLeft(tails: Tails, a: number, b: number): number {
  const at = (x: number) => {
    const { tails, power } = tailsAt(a, b, x, 1 - x);
    return { tails, slope: power / (1 - x) };
  };
  const low = -745;
  const high = Math.log(0.5);
  const guess = Math.log(firstGuess(tails, a, b));
  return solveTail(tails, at, low, high, guess > low && guess < high ? guess : high);
}

/** Near the point, so that few Newton steps are left; its digits do not matter. */
function firstGuess(tails: Tails, a: number, b: number): number {
  if (a > 1 && b > 1) return guessFromNormal(tails, a, b);
  if (b === 0.5 && a >= 1) return guessFromT(tails.lower, 2 * a).x;
  if (a === 0.5 && b >= 1) return guessFromT(tails.upper, 2 * b).y;
  return a / (a + b);
}

/** Abramowitz and Stegun 26.5.22. */
function guessFromNormal(tails: Tails, a: number, b: number): number {
  const z = normalGuess(tails);
  const u = 1 / (2 * a - 1);
  const v = 1 / (2 * b - 1);
  const lambda = (z * z - 3) / 6;
  const h = 2 / (u + v);
  const w = (z * Math.sqrt(Math.max(0, h + lambda))) / h - (v - u) * (lambda + 5 / 6 - 2 / (3 * h));
  return a / (a + b * Math.exp(2 * w));
}

/** Beta(df / 2, 1 / 2) is df / (df + t^2): t from the normal (Abramowitz and Stegun 26.7.5). */
function guessFromT(twoSided: number, df: number): { x: number; y: number } {
  const z = normalGuess({ lower: twoSided / 2, upper: 1 - twoSided / 2 });
  const t = z + (z * z * z + z) / (4 * df);
  return { x: df / (df + t * t), y: (t * t) / (df + t * t) };
}

/** The z above which a probability lies, to three decimals (Abramowitz and Stegun 26.2.23). */
function normalGuess({ lower, upper }: Tails): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(lower, upper)));
  const z =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return lower <= upper ? z : -z;
}
