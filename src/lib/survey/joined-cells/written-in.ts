/** Share of the usual option that a text written in by hand stays below. */
const RARE = 0.6;
/** Ten people do not write the same words by chance: then more must speak for it. */
const MANY = 10;
/** Cells in which two texts should have met, had they been options of their own. */
const EXPECTED_MEETINGS = 3;

interface Row {
  pieces: readonly string[];
  count: number;
}

/**
 * Texts that are met as often as options and yet were written in for "other", in a tool that puts the
 * words in place of the option. A write-in stands after every option of the form, so nothing ever
 * follows it; and there is one field, so no two of them meet in a cell.
 *
 * @param rows cells taken apart
 * @param frequent pieces that occur often enough to be options
 */
export function findWrittenIn(rows: readonly Row[], frequent: readonly string[]): string[] {
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const facts = factsOf(rows);
  const isFrequent = new Set(frequent);
  const rare = [...facts].filter(
    ([piece, each]) => piece !== '' && !isFrequent.has(piece) && each.isLast
  );
  const mayBe = frequent.filter((piece) => {
    const each = facts.get(piece);
    return each !== undefined && each.isLast && each.combined >= 2;
  });
  const usual = median(
    frequent.filter((piece) => !mayBe.includes(piece)).map((piece) => facts.get(piece)?.count ?? 0)
  );
  const seldom = mayBe.filter((piece) => (facts.get(piece)?.count ?? 0) < usual * RARE);
  const field = new Set([...rare.map(([piece]) => piece), ...seldom]);
  if (field.size < 2) return [];
  for (const { pieces } of rows)
    if (pieces.filter((piece) => field.has(piece)).length > 1) return [];
  const inField = [...field].reduce((sum, piece) => sum + (facts.get(piece)?.count ?? 0), 0);
  return seldom.filter((piece) => {
    const count = facts.get(piece)?.count ?? 0;
    return count < MANY || (count * (inField - count)) / total >= EXPECTED_MEETINGS;
  });
}

interface PieceFacts {
  count: number;
  /** cells that hold something else as well */
  combined: number;
  /** nothing ever follows it */
  isLast: boolean;
}

function factsOf(rows: readonly Row[]): Map<string, PieceFacts> {
  const facts = new Map<string, PieceFacts>();
  for (const { pieces, count } of rows)
    pieces.forEach((piece, i) => {
      const each = facts.get(piece) ?? { count: 0, combined: 0, isLast: true };
      each.count += count;
      if (pieces.length > 1) each.combined += count;
      if (i < pieces.length - 1) each.isLast = false;
      facts.set(piece, each);
    });
  return facts;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
