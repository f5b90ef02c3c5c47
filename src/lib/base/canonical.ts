/** Anything JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/**
 * One text for one value: keys sorted by code point, no spaces, undefined left out.
 * Two values are equal exactly when their canonical texts are, so a hash of it names the value.
 *
 * @throws RangeError on a number JSON cannot hold (NaN, infinity)
 */
export function canonical(value: Json | undefined): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('canonical JSON has no NaN or infinity');
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
