/**
 * Gamma function pieces every distribution here is built from.
 * Stirling's series after an upward shift (Abramowitz and Stegun 6.1.15, 6.1.41).
 */
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);
const shiftTo = 16;

/** Bernoulli coefficients B(2k) / (2k (2k-1)) of Stirling's series. */
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400
];

function stirlingSeries(z: number): number {
  const step = 1 / (z * z);
  let sum = 0;
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum * step + stirling[k]!;
  return sum / z;
}

/** Natural logarithm of the gamma function for z > 0; absolute error about 1e-14. */
export function logGamma(z: number): number {
  let product = 1;
  let shifted = z;
  while (shifted < shiftTo) product *= shifted++;
  const large = (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi;
  return large + stirlingSeries(shifted) - Math.log(product);
}

/** What Stirling's formula leaves over: ln z! - [(z + 1/2) ln z - z + ln(2 pi)/2], for z > 0. */
export function stirlingError(z: number): number {
  if (z >= shiftTo) return stirlingSeries(z);
  return logGamma(z + 1) - (z + 0.5) * Math.log(z) + z - halfLogTwoPi;
}

/**
 * Deviance x ln(x/m) + m - x without cancellation when x is near m (Loader 2000, "Fast and accurate
 * computation of binomial probabilities"). With v = (x-m)/(x+m), ln(x/m) is 2 atanh(v).
 */
export function deviance(x: number, m: number): number {
  const v = (x - m) / (x + m);
  if (Math.abs(v) > 0.1) return x * Math.log(x / m) + m - x;
  const square = v * v;
  let power = v * square;
  let tail = 0;
  for (let k = 3; k < 60; k += 2) {
    const next = tail + power / k;
    if (next === tail) break;
    tail = next;
    power *= square;
  }
  return v * (x - m) + 2 * x * tail;
}
