/** A set of respondents whose numbers are public: a cell of a released table. */
export interface ReleasedSet {
  /** what a message calls it */
  name: string;
  /** one entry per row of the dataset version; 1 in the set, 0 outside */
  rows: Uint8Array;
}

/** A released set that a filter differs from by too few people. */
export interface CloseSet {
  name: string;
  /** respondents in the one and not in the other: 1 to k - 1 */
  difference: number;
}

/**
 * The first released set that a filter differs from by 1 to k - 1 respondents, null when there is none.
 * Subtracting the one number from the other would speak about those few people.
 *
 * Looked at are the people of the filter outside the released set, the people of the released set
 * outside the filter, and the same for everyone outside the released set (everyone: whoever is in any
 * of the sets), where the filter and the released set have nobody in common or everybody between them.
 * A filter equal to a released set says nothing new.
 *
 * @param rows  the filter: one entry per row, 1 inside, as long as the released sets
 * @param released  sets of the same dataset version; that they are large enough is `release`'s matter
 * @param k  the threshold of the wave's policy
 * @throws RangeError when a set is of another length
 */
export function closeSet(
  rows: Uint8Array,
  released: Iterable<ReleasedSet>,
  k: number
): CloseSet | null {
  const sets = [...released];
  const everyone = unionOf(rows.length, sets);
  const isTelling = (people: number): boolean => people > 0 && people < k;
  for (const set of sets) {
    const { inside, outside, missed, neither } = overlap(rows, set.rows, everyone);
    if (isTelling(outside)) return { name: set.name, difference: outside };
    if (isTelling(missed)) return { name: set.name, difference: missed };
    // With everyone released too, everyone else is a number as public as the set itself.
    if (inside === 0 && isTelling(neither)) return { name: set.name, difference: neither };
    if (neither === 0 && isTelling(inside)) return { name: set.name, difference: inside };
  }
  return null;
}

function unionOf(length: number, sets: readonly ReleasedSet[]): Uint8Array {
  const union = new Uint8Array(length);
  for (const { name, rows } of sets) {
    if (rows.length !== length) throw new RangeError(`"${name}" has ${rows.length} rows`);
    for (let i = 0; i < length; i++) if (rows[i] === 1) union[i] = 1;
  }
  return union;
}

interface Overlap {
  inside: number;
  outside: number;
  missed: number;
  neither: number;
}

/** Respondents in both, in the filter only, in the released set only, and in neither of the two. */
function overlap(filter: Uint8Array, set: Uint8Array, everyone: Uint8Array): Overlap {
  const counts = { inside: 0, outside: 0, missed: 0, neither: 0 };
  for (let i = 0; i < filter.length; i++) {
    if (filter[i] === 1) counts[set[i] === 1 ? 'inside' : 'outside']++;
    else if (set[i] === 1) counts.missed++;
    else if (everyone[i] === 1) counts.neither++;
  }
  return counts;
}
