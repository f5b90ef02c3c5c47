/**
 * Seeded chance. Every purpose has its own stream, named by a text, so that a change in one question
 * leaves all other answers as they were.
 *
 * @typedef {object} Random
 * @property {() => number} next uniform in [0, 1)
 * @property {(low: number, high: number) => number} integer whole number in [low, high]
 * @property {() => number} normal standard normal, Box-Muller
 * @property {<T>(items: readonly T[], weights?: readonly number[]) => T} pick one item, by weight when given
 * @property {<T>(items: readonly T[]) => T[]} shuffle a new array in chance order
 */

/** The one seed of the sample county. */
export const SEED = 'sorrel-county-42';

/** FNV-1a, 32 bits: a text to a starting state. */
const hash = (/** @type {string} */ text) => {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
};

/**
 * Mulberry32 (Tommy Ettinger, public domain algorithm), the same sequence on every machine.
 * @param {string} purpose names the stream
 * @returns {Random}
 */
export function stream(purpose) {
  let state = hash(`${SEED}/${purpose}`);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (/** @type {number} */ low, /** @type {number} */ high) =>
    low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items, weights) => {
      if (!weights) return items[integer(0, items.length - 1)];
      let at = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let i = 0; i < items.length; i++) if ((at -= weights[i]) < 0) return items[i];
      return items[items.length - 1];
    },
    shuffle: (items) => {
      const mixed = [...items];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
      }
      return mixed;
    }
  };
}
