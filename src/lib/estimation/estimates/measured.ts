import { unlessRounding } from '../sums/add-up';
import { tInterval } from './estimate';

/** A number derived from estimates; null parts are not defined. `low` and `high` by t(df). */
export interface Measured {
  value: number | null;
  se: number | null;
  low: number | null;
  high: number | null;
}

/** A measure that is not defined. */
export const undefinedMeasure: Measured = { value: null, se: null, low: null, high: null };

/** slopes' x covariance x slopes over the first rows (delta method); null when a part is not defined. */
export function deltaVariance(
  slopes: readonly number[],
  covariance: readonly (readonly number[])[] | null
): number | null {
  if (!covariance || slopes.some((slope) => !Number.isFinite(slope))) return null;
  let sum = 0;
  let size = 0;
  slopes.forEach((a, i) =>
    slopes.forEach((b, j) => {
      const term = a * b * covariance[i]![j]!;
      sum += term;
      size += Math.abs(term);
    })
  );
  return unlessRounding(sum, size);
}

/** A value with the standard error and interval its variance gives. */
export function withInterval(
  value: number,
  variance: number | null,
  { df, level }: { df: number | null; level: number }
): Measured {
  if (variance === null) return { ...undefinedMeasure, value };
  const se = Math.sqrt(Math.max(0, variance));
  const bounds = tInterval({ value, se }, df, level);
  return { value, se, low: bounds?.low ?? null, high: bounds?.high ?? null };
}

/** A positive number from its logarithm: the interval is made on the log scale and turned back. */
export function exponentiated(log: Measured): Measured {
  if (log.value === null) return undefinedMeasure;
  const value = Math.exp(log.value);
  const back = (x: number | null): number | null => (x === null ? null : Math.exp(x));
  return {
    value,
    se: log.se === null ? null : value * log.se,
    low: back(log.low),
    high: back(log.high)
  };
}
