import { notAsked, placesOf, tellsTogether } from './differencing';
import type { People, Split, ToldSplit } from './differencing';

/** A split that no screen shows, with what is known of the same people. */
export interface FreshSplit extends ToldSplit {
  people: People;
  /** what screens may show of the same numbers for everyone */
  shown: readonly ToldSplit[];
}

/** Comparisons with a sum or difference of two groups: rows looked at, at most. */
const mostRows = 50_000_000;

/**
 * Whether an answer, with answers given before, tells too much: with each of them; and three together,
 * where the number of some people follows from two groups (`joinedOrApart`) and is held against a third.
 * Of threes as many as `mostRows` allows, the newest answers first.
 *
 * @param earlier  groups of earlier answers about the same version of the data, newest first
 */
export function tellsWithEarlier(
  fresh: readonly FreshSplit[],
  earlier: readonly ToldSplit[],
  k: number
): boolean {
  for (const groups of fresh)
    if (earlier.some((split) => tellsTogether(groups, split, groups.people, k))) return true;
  let left = mostRows;
  for (const { codes, people, others } of threes(fresh, earlier)) {
    left -= others.length * codes.length;
    if (left < 0) return false;
    const derived = { codes, hidden: [0, 0], sizesOnly: false };
    if (others.some((other) => tellsTogether(derived, other, people, k))) return true;
  }
  return false;
}

/** People whose number follows from two groups, with the splits it is held against. */
interface Three {
  codes: Uint32Array;
  people: People;
  others: readonly ToldSplit[];
}

function* threes(fresh: readonly FreshSplit[], earlier: readonly ToldSplit[]): Generator<Three> {
  const theirs = earlier.filter(isOfMore).flatMap((split) => [...shownGroups(split)]);
  for (const groups of fresh.filter(isOfMore)) {
    const { people, shown } = groups;
    const isPublic = (codes: Uint32Array): boolean =>
      shown.some((split) => isOfMore(split) && isSumOf(codes, split, people.everyone));
    const derive = (a: Uint32Array, b: Uint32Array, others: readonly ToldSplit[]): Three[] => {
      const codes = joinedOrApart(a, b, people.everyone);
      return codes && !isPublic(codes) ? [{ codes, people, others }] : [];
    };
    const others = [...shown, ...earlier];
    for (const own of shownGroups(groups))
      for (const other of theirs) yield* derive(own, other, others);
    for (const [i, a] of theirs.entries())
      for (const b of theirs.slice(0, i)) yield* derive(a, b, [groups]);
  }
}

const isOfMore = ({ sizesOnly }: ToldSplit): boolean => !sizesOnly;

/** Whether some people are a sum of groups of a split: their number is as public as those. */
export function isSumOf(rows: ArrayLike<number>, split: Split, everyone: Uint8Array): boolean {
  const [placeOf, places] = placesOf(split);
  const has = [new Uint8Array(places), new Uint8Array(places)] as const;
  for (let i = 0; i < everyone.length; i++)
    if (everyone[i] === 1 && split.codes[i] !== notAsked)
      has[rows[i] === 1 ? 1 : 0][placeOf[split.codes[i]!]!] = 1;
  return !has[0].some((isOut, place) => isOut === 1 && has[1][place] === 1);
}

/** Each shown group of a split by itself, beside everyone else. */
export function* shownGroups({ codes, hidden }: Split): Generator<Uint32Array> {
  for (let code = 1; code < hidden.length; code++)
    if (hidden[code] !== 1)
      yield Uint32Array.from(codes, (at) => (at === notAsked ? notAsked : at === code ? 1 : 0));
}

/**
 * The people whose number follows from the numbers of two groups: of groups with nobody in common both
 * together, of a group inside another the others. Null where nothing follows.
 *
 * @param a  a group by itself: 1 = in it
 */
function joinedOrApart(a: Uint32Array, b: Uint32Array, everyone: Uint8Array): Uint32Array | null {
  let [both, onlyA, onlyB] = [0, 0, 0];
  const codes = Uint32Array.from(a, (code, i) => {
    if (everyone[i] !== 1 || code === notAsked || b[i] === notAsked) return notAsked;
    if (code === 1 && b[i] === 1) both++;
    else if (code === 1) onlyA++;
    else if (b[i] === 1) onlyB++;
    return code === b[i] ? 0 : 1;
  });
  return both === 0 || onlyA === 0 || onlyB === 0 ? codes : null;
}
