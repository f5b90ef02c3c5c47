/** Points every member of the coalition divides among the indicators of an index. */
export const pointsToGive = 100;

/** One organization's division of the points: key of the indicator to points. */
export type Allocation = Readonly<Record<string, number>>;

/**
 * Weights as the mean of what the organizations gave, in the order of the indicators; equal weights
 * where nobody gave any. Every organization counts the same.
 */
export function weightsFrom(keys: readonly string[], allocations: readonly Allocation[]): number[] {
  if (allocations.length === 0) return keys.map(() => 1 / keys.length);
  const means = keys.map(
    (key) => allocations.reduce((sum, given) => sum + (given[key] ?? 0), 0) / allocations.length
  );
  const whole = means.reduce((sum, mean) => sum + mean, 0);
  return whole > 0 ? means.map((mean) => mean / whole) : keys.map(() => 1 / keys.length);
}

/** Least and most points any organization gave to each indicator; shows where they see it otherwise. */
export const allocationSpread = (
  keys: readonly string[],
  allocations: readonly Allocation[]
): { key: string; least: number; most: number }[] =>
  keys.map((key) => {
    const points = allocations.map((given) => given[key] ?? 0);
    return { key, least: Math.min(...points), most: Math.max(...points) };
  });
