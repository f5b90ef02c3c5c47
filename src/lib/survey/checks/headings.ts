import type { Issue } from '$lib/base/issue';
import type { Sheet } from '../sheet/sheet';

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
