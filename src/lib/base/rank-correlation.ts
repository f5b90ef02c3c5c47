/**
 * Ranks from 1 for the largest value; equal values share the mean of their ranks.
 * With `first: 'lowest'` rank 1 is the smallest.
 */
export function midRanks(
  values: readonly number[],
  first: 'highest' | 'lowest' = 'highest'
): number[] {
  const sign = first === 'highest' ? 1 : -1;
  return values.map((value) => {
    const above = values.filter((other) => sign * other > sign * value).length;
    const equal = values.filter((other) => other === value).length;
    return above + (equal + 1) / 2;
  });
}

/**
 * Spearman's rank correlation: the correlation of the mid-ranks (Spearman 1904).
 *
 * @returns -1..1; null with fewer than three pairs, or when one list is all ties
 */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  return a.length < 3 ? null : correlation(midRanks(a), midRanks(b));
}

/**
 * Kendall's tau-b: pairs in the same order minus pairs in opposite order, corrected for ties
 * (Kendall 1945).
 *
 * @returns -1..1; null with fewer than three values, or when one list is all ties
 */
export function kendall(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 3) return null;
  let score = 0;
  let pairsA = 0;
  let pairsB = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      const da = Math.sign(a[i]! - a[j]!);
      const db = Math.sign(b[i]! - b[j]!);
      score += da * db;
      pairsA += Math.abs(da);
      pairsB += Math.abs(db);
    }
  return pairsA === 0 || pairsB === 0 ? null : score / Math.sqrt(pairsA * pairsB);
}

/** Share of all pairs that both lists put in the same order, ties in both counting as the same. */
export function pairsInOrder(a: readonly number[], b: readonly number[]): number {
  let same = 0;
  let pairs = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      pairs++;
      if (Math.sign(a[i]! - a[j]!) === Math.sign(b[i]! - b[j]!)) same++;
    }
  return same / pairs;
}

/** Pearson's correlation; null when one list does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | null {
  const [meanA, meanB] = [mean(a), mean(b)];
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    const da = a[i]! - meanA;
    const db = b[i]! - meanB;
    product += da * db;
    squareA += da * da;
    squareB += db * db;
  }
  return squareA === 0 || squareB === 0 ? null : product / Math.sqrt(squareA * squareB);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
