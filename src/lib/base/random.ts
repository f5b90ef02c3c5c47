/** A seeded source of chance, the same on every machine. */
export interface Random {
  /** uniform in [0, 1) */
  next(): number;
  /** whole number in [low, high] */
  integer(low: number, high: number): number;
  /** standard normal, Box-Muller */
  normal(): number;
  /** one of the items, by weight when given */
  pick<T>(items: readonly T[], weights?: readonly number[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** Mulberry32 (Tommy Ettinger, public domain algorithm): 32 bits of state, enough for samples and tests. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items, weights) => {
      if (items.length === 0) throw new RangeError('pick needs at least one item');
      if (!weights) return items[integer(0, items.length - 1)]!;
      let at = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let i = 0; i < items.length; i++) if ((at -= weights[i] ?? 0) < 0) return items[i]!;
      return items[items.length - 1]!;
    },
    shuffle: (items) => {
      const mixed = [...items];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
      }
      return mixed;
    }
  };
}
