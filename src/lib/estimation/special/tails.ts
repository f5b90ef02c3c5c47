/** Both tails of a distribution at one point; each is accurate to its own size when it is the smaller. */
export interface Tails {
  lower: number;
  upper: number;
}

interface Position {
  tails: Tails;
  /** density times the argument: the slope of the lower tail in ln x */
  slope: number;
}

/**
 * The x with a given lower tail, found in ln x by Newton steps on the logarithm of the smaller tail,
 * kept inside a shrinking bracket, so that tails of 1e-300 cost no more than the middle.
 *
 * @param target both tails wanted; they sum to 1 and neither is 0
 * @param at tails and slope at x
 * @param low, high bracket in ln x
 * @param start first guess in ln x, inside the bracket
 */
export function solveTail(
  target: Tails,
  at: (x: number) => Position,
  low: number,
  high: number,
  start: number
): number {
  const useLower = target.lower <= target.upper;
  const wanted = Math.log(useLower ? target.lower : target.upper);
  let s = start;
  for (let step = 0; step < 400; step++) {
    const { tails, slope } = at(Math.exp(s));
    const tail = useLower ? tails.lower : tails.upper;
    const gap = Math.log(tail) - wanted;
    const isBelow = useLower ? gap < 0 : gap > 0;
    if (gap === 0) return Math.exp(s);
    if (isBelow) low = s;
    else high = s;
    const newton = s - (useLower ? gap : -gap) / (slope / tail);
    const inside = Number.isFinite(newton) && newton > low && newton < high;
    const next = inside ? newton : 0.5 * (low + high);
    if (Math.abs(next - s) <= 1e-15 * Math.max(1, Math.abs(s)) || next === low || next === high)
      return Math.exp(next);
    s = next;
  }
  return Math.exp(s);
}
