import { kendall, midRanks, spearman } from '$lib/base/rank-correlation';
import { itemDimension } from './release-scores';
import type { PartId } from './definition';
import type { ReleasedScores } from './release-scores';

/** An item's place under one method. */
export interface PlaceUnder {
  methodId: string;
  /** by its score alone; ties share the mean rank */
  rank: number;
  /** likely rank from simultaneous intervals */
  from: number;
  to: number;
  of: number;
}

export interface ItemPlaces {
  key: string;
  places: PlaceUnder[];
}

/** How alike two methods order the items both rank. */
export interface MethodPair {
  a: string;
  b: string;
  items: number;
  kendall: number | null;
  spearman: number | null;
}

/** Two methods whose likely ranks of an item do not meet, and the inputs that pull it apart. */
export interface Dispute {
  key: string;
  higher: PlaceUnder;
  lower: PlaceUnder;
  /** the input that lifts it most under the one, and holds it down most under the other */
  lifts: { part: PartId; rank: number } | null;
  holds: { part: PartId; rank: number } | null;
}

export interface Agreement {
  /** methods that rank more than three items: the others say nothing about a top */
  methods: string[];
  items: ItemPlaces[];
  pairs: MethodPair[];
  /** among the first three by score under every method compared (two at least) */
  alwaysTop: string[];
  /** the same, and no likely rank reaches past three */
  surelyTop: string[];
  disputes: Dispute[];
}

/** How many items count as the top. */
export const topCount = 3;

/**
 * Where methods agree and where they do not, from released scores only. Signs turn with the method:
 * rank 1 is always the first priority.
 *
 * @param first which end of each method's score is the first priority
 */
export function agreementOf(
  all: readonly ReleasedScores[],
  first: (methodId: string) => 'highest' | 'lowest'
): Agreement {
  const scores = all.filter(({ table }) => table.cells.some(({ value }) => value !== null));
  // Of three items or fewer, each is among the first three: that is no agreement.
  const ranked = scores
    .map((one) => ({ one, places: placesOf(one, first(one.methodId)) }))
    .filter(({ places }) => places.size > topCount);
  const keys = [...new Set(ranked.flatMap(({ places }) => [...places.keys()]))];
  const items = keys.map((key) => ({
    key,
    places: ranked.flatMap(({ places }) => places.get(key) ?? [])
  }));
  const isTop = ({ rank }: PlaceUnder): boolean => rank <= topCount;
  const compared = items.filter(({ places }) => places.length > 1);
  const alwaysTop = compared.filter(
    ({ places }) => places.length === ranked.length && places.every(isTop)
  );
  return {
    methods: ranked.map(({ one }) => one.methodId),
    items,
    pairs: ranked.flatMap((a, i) => ranked.slice(i + 1).map((b) => pairOf(a, b, first))),
    alwaysTop: alwaysTop.map(({ key }) => key),
    surelyTop: alwaysTop
      .filter(({ places }) => places.every(({ to }) => to <= topCount))
      .map(({ key }) => key),
    disputes: compared.flatMap(({ key, places }) => disputeOf(key, places, scores) ?? [])
  };
}

function placesOf(
  { methodId, table }: ReleasedScores,
  first: 'highest' | 'lowest'
): Map<string, PlaceUnder> {
  const shown = table.cells.flatMap(({ at, value }) =>
    value === null ? [] : [{ key: at[itemDimension]!, value }]
  );
  const ranks = midRanks(
    shown.map(({ value }) => value),
    first
  );
  return new Map(
    shown.flatMap(({ key }, i): [string, PlaceUnder][] => {
      const likely = table.ranks.find(({ at }) => at[itemDimension] === key);
      return likely
        ? [[key, { methodId, rank: ranks[i]!, from: likely.from, to: likely.to, of: shown.length }]]
        : [];
    })
  );
}

interface Ranked {
  one: ReleasedScores;
  places: Map<string, PlaceUnder>;
}

function pairOf(
  a: Ranked,
  b: Ranked,
  first: (methodId: string) => 'highest' | 'lowest'
): MethodPair {
  const keys = [...a.places.keys()].filter((key) => b.places.has(key));
  const valuesOf = ({ one }: Ranked): number[] => {
    const sign = first(one.methodId) === 'highest' ? 1 : -1;
    return keys.map(
      (key) => sign * (one.table.cells.find(({ at }) => at[itemDimension] === key)?.value ?? 0)
    );
  };
  const [x, y] = [valuesOf(a), valuesOf(b)];
  return {
    a: a.one.methodId,
    b: b.one.methodId,
    items: keys.length,
    kendall: kendall(x, y),
    spearman: spearman(x, y)
  };
}

/** The two methods farthest apart whose likely ranks of the item do not meet. */
function disputeOf(
  key: string,
  places: readonly PlaceUnder[],
  scores: readonly ReleasedScores[]
): Dispute | null {
  const apart = places.flatMap((higher) =>
    places.flatMap((lower) => (higher.to < lower.from ? [{ higher, lower }] : []))
  );
  const [widest] = apart.sort(
    (a, b) => b.lower.rank - b.higher.rank - (a.lower.rank - a.higher.rank)
  );
  if (!widest) return null;
  const { higher, lower } = widest;
  const partsOf = ({ methodId }: PlaceUnder) =>
    partRanks(
      scores.find((one) => one.methodId === methodId),
      key
    );
  return {
    key,
    higher,
    lower,
    lifts: partsOf(higher).sort((a, b) => a.rank - b.rank)[0] ?? null,
    holds: partsOf(lower).sort((a, b) => b.rank - a.rank)[0] ?? null
  };
}

/** Rank of an item in each input of a method. */
function partRanks(
  scores: ReleasedScores | undefined,
  key: string
): { part: PartId; rank: number }[] {
  return (scores?.parts ?? []).flatMap(({ id, values }) => {
    const keys = [...values.keys()];
    const at = keys.indexOf(key);
    return at < 0 ? [] : [{ part: id, rank: midRanks([...values.values()])[at]! }];
  });
}
