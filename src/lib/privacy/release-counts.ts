/** A count of respondents before release. */
export interface RawCount {
  key: string;
  people: number;
}

/** A count that may be shown, or that it is small: `null` says nothing but that. */
export interface ReleasedCount {
  key: string;
  people: number | null;
}

/**
 * Counts of people beside each other (members of a list, links of a network), as they may be shown: a
 * count of 1 to k - 1 is hidden, and where the counts add up to a known number, hidden ones are never
 * alone and never fewer than k people together.
 *
 * @param total  what the counts add up to, where that is shown too; null where they add up to nothing
 */
export function releaseCounts(
  counts: readonly RawCount[],
  k: number,
  total: number | null = null
): ReleasedCount[] {
  const isFew = ({ people }: RawCount): boolean => people > 0 && people < k;
  const hidden = new Set(counts.filter(isFew));
  const rest = counts.filter((count) => !hidden.has(count)).sort((a, b) => a.people - b.people);
  const together = (): number => [...hidden].reduce((sum, { people }) => sum + people, 0);
  // Empty ones say nothing that is not known, and would hide nothing.
  const partners = rest.filter(({ people }) => people > 0);
  while (total !== null && hidden.size > 0 && partners.length > 0) {
    if (hidden.size > 1 && together() >= k) break;
    hidden.add(partners.shift()!);
  }
  return counts.map((count) => ({
    key: count.key,
    people: hidden.has(count) ? null : count.people
  }));
}
