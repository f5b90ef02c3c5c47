/**
 * Lowest and highest of many numbers, in one pass; `Infinity` and `-Infinity` when there are none. For
 * lists that may be long: a call takes only so many arguments (`Math.max(...values)` throws beyond).
 */
export function extent(values: Iterable<number>): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}
