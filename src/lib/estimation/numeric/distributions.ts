/**
 * Distribution functions the intervals and tests need: normal, Student's t, F, chi-square, beta.
 *
 * `xCdf` is the probability of a value at or below the point, `xUpper` of one above it (p-values: no
 * digits are lost in far tails), `xQuantile` the point below which probability p lies. Degrees of
 * freedom are positive and may be fractional; `Infinity` gives the normal limit of t. A probability
 * outside 0..1 gives NaN. Checked against 30-digit values in
 * tests/conformance/distributions.test.ts.
 */
import { incompleteBeta, inverseBeta } from './special/incomplete-beta';
import { incompleteGamma, inverseGamma } from './special/incomplete-gamma';
import type { Tails } from './special/tails';

const isProbability = (p: number): boolean => p >= 0 && p <= 1;
const tailsOf = (p: number): Tails => ({ lower: p, upper: 1 - p });

export const chiSquareCdf = (x: number, df: number): number => incompleteGamma(df / 2, x / 2).lower;
export const chiSquareUpper = (x: number, df: number): number =>
  incompleteGamma(df / 2, x / 2).upper;
export const chiSquareQuantile = (p: number, df: number): number =>
  isProbability(p) ? 2 * inverseGamma(tailsOf(p), df / 2) : NaN;

export function normalUpper(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z >= 0 ? upper / 2 : (1 + lower) / 2;
}
export const normalCdf = (z: number): number => normalUpper(-z);

export function normalQuantile(p: number): number {
  if (!isProbability(p)) return NaN;
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  const size = Math.sqrt(2 * inverseGamma({ lower: 1 - 2 * tail, upper: 2 * tail }, 0.5));
  return p < 0.5 ? -size : size;
}

export function tUpper(t: number, df: number): number {
  if (df === Infinity) return normalUpper(t);
  const square = t * t;
  const beyond = Number.isFinite(square)
    ? incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).lower / 2
    : 0;
  return t >= 0 ? beyond : 1 - beyond;
}
export const tCdf = (t: number, df: number): number => tUpper(-t, df);

/** Probability of a t at least this far from 0 on either side. */
export const tTwoSided = (t: number, df: number): number => 2 * tUpper(Math.abs(t), df);

const knownT = new Map<string, number>();

/** Kept once computed: a table asks for the same few degrees of freedom again and again. */
export function tQuantile(p: number, df: number): number {
  const key = `${p}/${df}`;
  let value = knownT.get(key);
  if (value === undefined) {
    if (knownT.size > 10_000) knownT.clear();
    value = computeTQuantile(p, df);
    knownT.set(key, value);
  }
  return value;
}

function computeTQuantile(p: number, df: number): number {
  if (df === Infinity) return normalQuantile(p);
  if (!isProbability(p) || !(df > 0)) return NaN;
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  const { x, y } = inverseBeta({ lower: 2 * tail, upper: 1 - 2 * tail }, df / 2, 0.5);
  const size = Math.sqrt((df * y) / x);
  return p < 0.5 ? -size : size;
}

function fTails(f: number, df1: number, df2: number): Tails {
  if (f <= 0) return { lower: 0, upper: 1 };
  if (df2 === Infinity) return incompleteGamma(df1 / 2, (f * df1) / 2);
  const scaled = f * df1;
  const whole = scaled + df2;
  return incompleteBeta(df1 / 2, df2 / 2, scaled / whole, df2 / whole);
}
export const fCdf = (f: number, df1: number, df2: number): number => fTails(f, df1, df2).lower;
export const fUpper = (f: number, df1: number, df2: number): number => fTails(f, df1, df2).upper;
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!isProbability(p)) return NaN;
  const { x, y } = inverseBeta(tailsOf(p), df1 / 2, df2 / 2);
  return (df2 * x) / (df1 * y);
}

export const betaCdf = (x: number, a: number, b: number): number =>
  incompleteBeta(a, b, x, 1 - x).lower;
export const betaQuantile = (p: number, a: number, b: number): number =>
  isProbability(p) ? inverseBeta(tailsOf(p), a, b).x : NaN;

/**
 * Probability that a weighted sum of chi-squares with one degree of freedom each lies above x times an
 * independent chi-square(df) / df; df `Infinity` = above x itself.
 */
export { chiSquareMixtureUpper } from './special/chi-square-mixture';
