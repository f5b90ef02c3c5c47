import type { Issue } from '$lib/base/issue';
import type { PlannedVariable } from '../plan';
import type { Sheet } from '../sheet/sheet';

/** Shorter answers are the same by chance. */
const LETTERS = 40;
/** Runs of three words that two texts share, among all that they have. */
const ALIKE = 0.8;
const MOST_TEXTS = 3000;
/** A run of words in more texts than this says nothing about two of them. */
const COMMON = 20;

/**
 * Long answers in people's own words that are nearly the same as one before: copied, or sent twice.
 * Proposed for a look, never left out.
 */
export function findNearDuplicates(sheet: Sheet, variables: readonly PlannedVariable[]): Issue[] {
  // Cells with several answers in them are alike because people agree.
  const parted = new Set(
    variables.flatMap(({ source }) =>
      source.from === 'joined' || source.from === 'line' ? [source.column] : []
    )
  );
  return variables.flatMap((variable) => {
    const { role, kind, source } = variable;
    if (role !== 'answer' || kind !== 'text' || source.from !== 'column') return [];
    if (parted.has(source.column)) return [];
    const { column } = source;
    const pairs = pairsOf(sheet.rows.slice(0, MOST_TEXTS).map((row) => row[column] ?? ''));
    const [first] = pairs;
    if (!first) return [];
    const issue: Issue = {
      code: 'TEXT_NEARLY_SAME',
      severity: 'note',
      where: {
        line: sheet.lines[first.row] ?? 0,
        column: variable.heading,
        columnIndex: column
      },
      params: {
        count: pairs.length,
        first: sheet.lines[first.before] ?? 0,
        ...(sheet.rows.length > MOST_TEXTS && { lookedAt: MOST_TEXTS })
      }
    };
    return [issue];
  });
}

/** Rows whose text is nearly that of an earlier row. */
function pairsOf(texts: readonly string[]): { row: number; before: number }[] {
  const pairs: { row: number; before: number }[] = [];
  const runs = new Map<string, number[]>();
  const sizes: number[] = [];
  texts.forEach((text, row) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.join('').length < LETTERS) return;
    const own = new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
    sizes[row] = own.size;
    const shared = new Map<number, number>();
    for (const run of own) {
      const holders = runs.get(run) ?? [];
      for (const other of holders) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (holders.length < COMMON) runs.set(run, [...holders, row]);
    }
    for (const [before, count] of shared)
      if (count >= ALIKE * (own.size + (sizes[before] ?? 0) - count)) {
        pairs.push({ row, before });
        break;
      }
  });
  return pairs;
}
