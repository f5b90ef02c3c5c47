export type AdjustMethod = 'bonferroni' | 'holm' | 'hochberg' | 'hommel' | 'BH' | 'BY';

/**
 * P-values adjusted for the number of comparisons made together.
 *
 * Bonferroni; Holm (1979); Hochberg (1988); Hommel (1988); Benjamini and Hochberg (1995); Benjamini and
 * Yekutieli (2001). Missing p-values stay missing and are not counted.
 */
export function adjustP(p: readonly (number | null)[], method: AdjustMethod): (number | null)[] {
  const known = p.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  known.sort((a, b) => a.value - b.value);
  const adjusted = adjusters[method](known.map(({ value }) => value));
  const result = new Array<number | null>(p.length).fill(null);
  known.forEach(({ at }, i) => (result[at] = Math.min(1, adjusted[i]!)));
  return result;
}

/** Each takes p-values in rising order and answers in the same order. */
const adjusters: Record<AdjustMethod, (p: number[]) => number[]> = {
  bonferroni: (p) => p.map((value) => value * p.length),
  holm: (p) => runningMaximum(p.map((value, i) => value * (p.length - i))),
  hochberg: (p) => runningMinimum(p.map((value, i) => value * (p.length - i))),
  hommel,
  BH: (p) => runningMinimum(p.map((value, i) => (value * p.length) / (i + 1))),
  BY: (p) => {
    const harmonic = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
    return runningMinimum(p.map((value, i) => (harmonic * value * p.length) / (i + 1)));
  }
};

function runningMaximum(values: number[]): number[] {
  let most = -Infinity;
  return values.map((value) => (most = Math.max(most, value)));
}

function runningMinimum(values: number[]): number[] {
  let least = Infinity;
  const result = [...values];
  for (let i = values.length - 1; i >= 0; i--) result[i] = least = Math.min(least, values[i]!);
  return result;
}

/**
 * Smallest level at which Hommel's closed procedure of Simes tests rejects each hypothesis: for every
 * size j of intersection, the Simes p-value of the j largest, and of the hypothesis with the j-1 largest.
 */
function hommel(p: number[]): number[] {
  const n = p.length;
  const result = [...p];
  for (let j = 1; j <= n; j++) {
    const largest = n - j;
    let tail = Infinity;
    for (let k = 2; k <= j; k++) tail = Math.min(tail, (j * p[largest + k - 1]!) / k);
    for (let i = 0; i < n; i++) {
      // i joins the j-1 largest; when it is not above them its own Simes term is j p / 1.
      const simes = i <= largest ? Math.min(tail, j * p[i]!) : Math.min(tail, j * p[largest]!);
      result[i] = Math.max(result[i]!, simes);
    }
  }
  return result;
}
