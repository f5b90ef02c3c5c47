import type { Margin } from './margin';
import { quartiles } from './trim';

/** What weights look like. */
export interface Spread {
  /** rows of positive weight */
  n: number;
  sum: number;
  min: number;
  median: number;
  max: number;
  mean: number;
  /** standard deviation (divisor n) over the mean */
  cv: number;
  /** n sum w^2 / (sum w)^2 (Kish 1965): what unequal weights alone cost */
  deff: number;
  nEffective: number;
  negative: number;
}

/** Ranges and design effect of weights; rows of weight 0 are left out. */
export function spreadOf(weights: Float64Array): Spread {
  let n = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  let negative = 0;
  for (const weight of weights) {
    if (weight === 0) continue;
    n++;
    sum += weight;
    if (weight < min) min = weight;
    if (weight > max) max = weight;
    if (weight < 0) negative++;
  }
  const mean = sum / n;
  let squares = 0;
  for (const weight of weights) if (weight !== 0) squares += (weight - mean) * (weight - mean);
  const relative = squares / n / (mean * mean);
  const deff = 1 + relative;
  const { median } = quartiles(weights);
  return {
    n,
    sum,
    min,
    median,
    max,
    mean,
    cv: Math.sqrt(relative),
    deff,
    nEffective: n / deff,
    negative
  };
}

/** One category of a margin: who answered, who should have, and the weights before and after. */
export interface CategoryFit {
  category: string;
  /** respondents */
  n: number;
  /** people */
  target: number;
  /** shares of the margin's total, 0..1 */
  targetShare: number;
  shareBefore: number;
  shareAfter: number;
}

export interface MarginFit {
  variable: string;
  categories: CategoryFit[];
}

/** Every margin before and after, category by category. */
export function fitOf(
  margins: readonly Margin[],
  before: Float64Array,
  after: Float64Array
): MarginFit[] {
  return margins.map(({ name, labels, codes, targets }) => {
    const n = new Float64Array(labels.length + 1);
    const old = new Float64Array(labels.length + 1);
    const now = new Float64Array(labels.length + 1);
    let oldSum = 0;
    let nowSum = 0;
    for (let i = 0; i < before.length; i++) {
      const code = codes[i]!;
      if (before[i]! > 0) n[code]!++;
      old[code]! += before[i]!;
      now[code]! += after[i]!;
      oldSum += before[i]!;
      nowSum += after[i]!;
    }
    const total = targets.reduce((sum, target) => sum + target, 0);
    return {
      variable: name,
      categories: labels.flatMap((category, k) =>
        targets[k] === 0 && n[k + 1] === 0
          ? []
          : [
              {
                category,
                n: n[k + 1]!,
                target: targets[k]!,
                targetShare: targets[k]! / total,
                shareBefore: old[k + 1]! / oldSum,
                shareAfter: now[k + 1]! / nowSum
              }
            ]
      )
    };
  });
}
