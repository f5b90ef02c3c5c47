/** A share in plain words, as data: `text/<language>/figures.ts` says it. */
export type Phrase =
  | { form: 'half' | 'more-than-half' | 'nearly-all' | 'under-one' | 'over-ninety-nine' }
  | { form: 'about' | 'more-than' | 'fewer-than'; count: number; of: number }
  | { form: 'none' | 'all' };

/** Plain fractions tried after tenths: percent, count, out of. */
const fractions: readonly [number, number, number][] = [
  [5, 1, 20],
  [12.5, 1, 8],
  [100 / 7, 1, 7],
  [100 / 6, 1, 6],
  [25, 1, 4],
  [100 / 3, 1, 3],
  [200 / 3, 2, 3],
  [75, 3, 4],
  [95, 19, 20]
];

const within = (a: number, b: number, reach: number): boolean => Math.abs(a - b) <= reach + 1e-9;

/**
 * The plain words nearest to a share. Words that claim a side ("more than half") need the whole 95%
 * range on that side.
 *
 * @param proportion 0..1
 * @param low, high  its 95% range, 0..1
 */
export function phraseOf(proportion: number, low: number, high: number): Phrase {
  const [p, lo, hi] = [100 * proportion, 100 * low, 100 * high];
  if (p === 0) return { form: 'none' };
  if (p === 100) return { form: 'all' };
  if (within(p, 50, 2)) return { form: 'half' };
  const tenth = Math.round(p / 10);
  if (p >= 8 - 1e-9 && p <= 92 + 1e-9 && within(p, 10 * tenth, 2))
    return { form: 'about', count: tenth, of: 10 };
  for (const [at, count, of] of fractions)
    if (within(p, at, 1.7)) return { form: 'about', count, of };
  if (p >= 53 && p <= 57 && lo > 50) return { form: 'more-than-half' };
  if (p > 97 && lo >= 90) return { form: 'nearly-all' };
  const below = Math.floor(p / 10);
  if (below >= 1 && lo > 10 * below) return { form: 'more-than', count: below, of: 10 };
  const above = Math.ceil(p / 10);
  if (above <= 9 && p >= 10 && hi < 10 * above) return { form: 'fewer-than', count: above, of: 10 };
  const whole = Math.round(p);
  if (whole === 0) return { form: 'under-one' };
  if (whole === 100) return { form: 'over-ninety-nine' };
  return { form: 'about', count: whole, of: 100 };
}
