import type { Issue } from '$lib/base/issue';
import type { PlannedVariable, RowFindings } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { duplicateIssues } from './whole-file';

/** Rows that come twice, and ids that come twice with different answers. Needs an id to be sure. */
export function findDuplicates(sheet: Sheet, variables: readonly PlannedVariable[]): RowFindings {
  const ids = variables.filter(
    (variable) => variable.role === 'id' && variable.columnIndex !== null
  );
  const isUnique = (variable: PlannedVariable): boolean => {
    const found = sheet.columns.find((each) => each.index === variable.columnIndex);
    return found !== undefined && found.values.size === found.rows;
  };
  // The id that never repeats is the key; another number that does is only worth a note.
  const column = (ids.find(isUnique) ?? ids[0])?.columnIndex ?? -1;
  const candidates = sheet.columns.filter((each) =>
    isNearKey(each.heading, each.values, each.rows)
  );
  const findings: RowFindings = { issues: [], exclusions: [] };
  // The first rows of a big file cannot stand for all of it.
  if (!sheet.isWhole || (column < 0 && candidates.length === 0)) return findings;
  const seen = new Map<string, number>();
  const duplicates: { line: number; first: number }[] = [];
  sheet.rows.forEach((row, i) => {
    const whole = row.join('\u0000');
    const line = sheet.lines[i] ?? 0;
    const first = seen.get(whole);
    if (first === undefined) seen.set(whole, line);
    else duplicates.push({ line, first });
  });
  for (const { line } of duplicates) findings.exclusions.push({ line, reason: 'duplicate' });
  findings.issues.push(...duplicateIssues(duplicates, duplicates.length));
  for (const each of sheet.columns) {
    const isKey = each.index === column;
    if (!isKey && !candidates.includes(each)) continue;
    const issue = repeatedId(sheet, each.index, each.heading, isKey || column < 0);
    if (issue) findings.issues.push(issue);
  }
  return findings;
}

const isNearKey = (heading: string, values: ReadonlyMap<string, number>, rows: number): boolean =>
  /(^|[_ ])(id|no|num|number|key|uuid|responseid)$|^(response|respondent|record|case)[ _]?id$/i.test(
    heading
  ) &&
  values.size >= 2 &&
  values.size >= rows * 0.6;

function repeatedId(sheet: Sheet, column: number, heading: string, isKey: boolean): Issue | null {
  const seen = new Map<string, { line: number; row: string }>();
  let found: Issue | null = null;
  let count = 0;
  sheet.rows.forEach((row, i) => {
    const value = row[column] ?? '';
    if (value === '') return;
    const whole = row.join('\u0000');
    const before = seen.get(value);
    if (!before) seen.set(value, { line: sheet.lines[i] ?? 0, row: whole });
    else if (before.row !== whole) {
      count++;
      found ??= {
        code: 'DUPLICATE_ID',
        severity: isKey ? 'question' : 'note',
        where: { line: sheet.lines[i] ?? 0, column: heading, columnIndex: column },
        params: { value, first: before.line }
      };
    }
  });
  return found === null
    ? null
    : { ...(found as Issue), params: { ...(found as Issue).params, count } };
}
