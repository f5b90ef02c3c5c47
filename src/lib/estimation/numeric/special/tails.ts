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
  let last = 0;
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
    const moved = Math.abs(next - s);
    const smallest = 1e-15 * Math.max(1, Math.abs(s));
    // Newton steps shrink like squares: the step after this one is foreseen and need not be made.
    const isLast = inside && moved < 1e-3 * last && moved * (moved / last) ** 2 <= 0.1 * smallest;
    if (isLast || moved <= smallest || next === low || next === high) return Math.exp(next);
    last = inside ? moved : 0;
    s = next;
  }
  return Math.exp(s);
}
