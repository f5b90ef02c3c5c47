import type { Issue } from '$lib/base/issue';
import type { Sheet } from './sheet';

/** Headings that come twice, and columns without one. */
export function headingIssues(sheet: Sheet, line: number): Issue[] {
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  for (const { heading } of sheet.columns) seen.set(heading, (seen.get(heading) ?? 0) + 1);
  const blank = seen.get('') ?? 0;
  const repeated = [...seen].filter(([heading, count]) => heading !== '' && count > 1);
  if (repeated.length > 0)
    issues.push({
      code: 'HEADER_DUPLICATE',
      severity: 'repaired',
      where: { line, column: repeated[0]?.[0] ?? '' },
      params: { heading: repeated[0]?.[0] ?? '', count: repeated.length }
    });
  if (blank > 0)
    issues.push({
      code: 'HEADER_BLANK',
      severity: 'repaired',
      where: { line },
      params: { count: blank }
    });
  return issues;
}

/** The sheet without the rows on these lines. */
export function withoutLines(sheet: Sheet, lines: readonly number[]): Sheet {
  if (lines.length === 0) return sheet;
  const without = new Set(lines);
  return onlyRows(sheet, (i) => !without.has(sheet.lines[i] ?? 0));
}

/** The sheet with no more than so many rows; fewer than there are make it a sample. */
export const firstRows = (sheet: Sheet, count: number): Sheet =>
  sheet.rows.length <= count ? sheet : { ...onlyRows(sheet, (i) => i < count), isWhole: false };

function onlyRows(sheet: Sheet, isKept: (index: number) => boolean): Sheet {
  const rows = sheet.rows.filter((_, i) => isKept(i));
  const columns = sheet.columns.map((column) => {
    const values = new Map<string, number>();
    let blank = 0;
    for (const row of rows) {
      const text = row[column.index] ?? '';
      if (text === '') blank++;
      else values.set(text, (values.get(text) ?? 0) + 1);
    }
    return { ...column, values, blank, rows: rows.length };
  });
  return { ...sheet, rows, columns, lines: sheet.lines.filter((_, i) => isKept(i)) };
}
