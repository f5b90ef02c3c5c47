import type { Random } from './random';

/** The share a pivot may lose to rounding before a covariance counts as used up. */
const pivotRounding = 1e-12;

/**
 * Lower triangle L with L L' = V, row by row, for a covariance that may be singular: a direction
 * without variance gets a column of 0.
 */
export function lowerRoot(covariance: readonly (readonly number[])[]): Float64Array {
  const size = covariance.length;
  const root = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    let pivot = covariance[j]![j]!;
    for (let k = 0; k < j; k++) pivot -= root[j * size + k]! ** 2;
    if (pivot <= pivotRounding * covariance[j]![j]!) continue;
    const diagonal = Math.sqrt(pivot);
    root[j * size + j] = diagonal;
    for (let i = j + 1; i < size; i++) {
      let sum = covariance[i]![j]!;
      for (let k = 0; k < j; k++) sum -= root[i * size + k]! * root[j * size + k]!;
      root[i * size + j] = sum / diagonal;
    }
  }
  return root;
}

/** One draw from the normal distribution around `mean`; `root` from `lowerRoot`. */
export function normalDraw(mean: readonly number[], root: Float64Array, random: Random): number[] {
  const size = mean.length;
  const z = mean.map(() => random.normal());
  return mean.map((value, i) => {
    let drawn = value;
    for (let k = 0; k <= i; k++) drawn += root[i * size + k]! * z[k]!;
    return drawn;
  });
}

/**
 * Weights drawn around `weights`: Dirichlet with parameters concentration x weight, so the mean of
 * many draws is `weights` and their spread falls as the concentration grows.
 *
 * @param weights at least 0, adding up to 1; a weight of 0 stays 0
 */
export function dirichletDraw(
  weights: readonly number[],
  concentration: number,
  random: Random
): number[] {
  const drawn = weights.map((weight) => (weight > 0 ? gamma(concentration * weight, random) : 0));
  const sum = drawn.reduce((total, value) => total + value, 0);
  return sum > 0 ? drawn.map((value) => value / sum) : [...weights];
}

/** A gamma variable of scale 1 (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.next();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
