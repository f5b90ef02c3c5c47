/** Share of the filled cells that must be a battery. */
const SHARE = 0.9;
/** More rows or more answers than this are somebody's words. */
const MOST_ROWS = 40;
const MOST_ANSWERS = 15;

/** `Row: Answer`, one per line; null when a line is written otherwise. */
function linesOf(text: string): [row: string, answer: string][] | null {
  const lines: [string, string][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    // The answer holds no colon as a rule; the row may.
    const at = line.lastIndexOf(': ');
    const end = at < 0 && line.trimEnd().endsWith(':') ? line.lastIndexOf(':') : at;
    if (end <= 0) return null;
    lines.push([line.slice(0, end).trim(), line.slice(end + 1).trim()]);
  }
  return lines.length > 0 ? lines : null;
}

/** The answer that a cell gives to one row of its battery; '' when it gives none. */
export function answerOfRow(text: string, row: string): string {
  for (const line of text.split('\n')) {
    const at = line.lastIndexOf(`${row}:`);
    if (at >= 0 && line.slice(0, at).trim() === '') return line.slice(at + row.length + 1).trim();
  }
  return '';
}

/** A battery that stands in one cell: its rows in form order, and how often each answer is given. */
export interface BatteryLines {
  rows: string[];
  /** by row: answers with their counts */
  answers: Map<string, Map<string, number>>;
}

/**
 * Reads a column whose cells hold a whole battery, one `Row: Answer` per line; null when they do not.
 *
 * @param cells distinct cells with how often each occurs; missing ones left out
 */
export function findBatteryLines(cells: ReadonlyMap<string, number>): BatteryLines | null {
  const answers = new Map<string, Map<string, number>>();
  const all = new Set<string>();
  let filled = 0;
  let read = 0;
  let longest: string[] = [];
  for (const [text, count] of cells) {
    filled += count;
    const lines = linesOf(text);
    if (!lines) continue;
    read += count;
    if (lines.length > longest.length) longest = lines.map(([row]) => row);
    for (const [row, answer] of lines) {
      const given = answers.get(row) ?? new Map<string, number>();
      if (answer !== '') given.set(answer, (given.get(answer) ?? 0) + count);
      answers.set(row, given);
      all.add(answer);
    }
    if (answers.size > MOST_ROWS || all.size > MOST_ANSWERS) return null;
  }
  if (filled === 0 || read < filled * SHARE || answers.size < 2) return null;
  const rows = [...longest, ...[...answers.keys()].filter((row) => !longest.includes(row))];
  return { rows, answers };
}
