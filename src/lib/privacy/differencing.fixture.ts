/*
 * An attack on two sets of people whose numbers are public, for tests. It shares nothing with the rule
 * it tests: it writes down every table of counts that agrees with what is known and looks how far each
 * part can vary, with both numbers and with one of them.
 */

/** Who has a code. */
export const groupOf = (codes: ArrayLike<number>, code: number): boolean[] =>
  Array.from(codes, (one) => one === code);

type Four = readonly [number, number, number, number];
type Knows = 'both' | 'a' | 'b';

const names = ['in both', 'in a, not in b', 'in b, not in a', 'in neither'] as const;

/**
 * Parts of two sets that an outsider learns too much of by having both numbers: the part could not be
 * shown (fewer than `k` people, or fewer than `k` who said yes or no), both numbers together leave it a
 * range narrower than `k`, and one of them alone left it a wider one. The outsider knows which parts
 * are empty, everyone's number, and for those who said yes how many people the parts are.
 */
export function exposedParts(
  a: readonly boolean[],
  b: readonly boolean[],
  member: readonly number[],
  k: number
): string[] {
  const count = (isCounted: (row: number) => boolean): Four => {
    const parts: [number, number, number, number] = [0, 0, 0, 0];
    a.forEach((isInA, row) => {
      if (isCounted(row)) parts[isInA ? (b[row] ? 0 : 1) : b[row] ? 2 : 3]++;
    });
    return parts;
  };
  const size = count(() => true);
  const yes = count((row) => member[row] === 1);
  const whole = size.reduce((sum, n) => sum + n, 0);
  const room = size.map((n) => (n === 0 ? 0 : whole)) as unknown as Four;
  const isNarrowed = (truth: Four, most: Four, part: number): boolean => {
    const width = (knows: Knows): number => rangeOf(truth, most, knows, part);
    return width('both') < k && width('both') < Math.min(width('a'), width('b'));
  };
  return names.filter((_, part) => {
    const [n, x] = [size[part]!, yes[part]!];
    if (n === 0) return false;
    const isFew = n < k && isNarrowed(size, room, part);
    const isTold = (x < k || n - x < k) && isNarrowed(yes, size, part);
    return isFew || isTold;
  });
}

/** How far a part varies over all tables with the known sums; every part from 0 to its most. */
function rangeOf(truth: Four, most: Four, knows: Knows, part: number): number {
  const [both, onlyA, onlyB, neither] = truth;
  const whole = both + onlyA + onlyB + neither;
  let [low, high] = [Infinity, -Infinity];
  for (let p = 0; p <= Math.min(most[0], whole); p++)
    for (let q = 0; q <= Math.min(most[1], whole - p); q++) {
      if (knows !== 'b' && p + q !== both + onlyA) continue;
      for (let r = 0; r <= Math.min(most[2], whole - p - q); r++) {
        if (knows !== 'a' && p + r !== both + onlyB) continue;
        const s = whole - p - q - r;
        if (s > most[3]) continue;
        const value = [p, q, r, s][part]!;
        [low, high] = [Math.min(low, value), Math.max(high, value)];
      }
    }
  return high - low;
}
