import type { Issue } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import type { PlannedQuestion, PlannedVariable } from '../plan';
import type { Sheet } from '../sheet/sheet';

/**
 * Sets whose columns are filled or blank do not tell who ticked nothing from who was not asked: rows
 * without a tick count as not asked. Where such rows answer the next question, they may have been; then
 * a note says so.
 */
export function findWiderBases(
  sheet: Sheet,
  questions: readonly PlannedQuestion[],
  variables: readonly PlannedVariable[]
): Issue[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  return questions.flatMap((question) => {
    const source = byName.get(question.variables[0] ?? '')?.source;
    if (question.kind !== 'multiple-response' || source?.from !== 'member') return [];
    if (source.blank !== 'not-chosen-if-answered') return [];
    const next = questionAfter(source.set, variables);
    if (!next) return [];
    const without = (row: readonly string[]): boolean =>
      source.set.every((column) => (row[column] ?? '') === '');
    const at = next.columnIndex ?? 0;
    let count = 0;
    let line = 0;
    sheet.rows.forEach((row, i) => {
      const text = row[at] ?? '';
      if (!without(row) || next.missing.some((code) => code.token === text)) return;
      if (count++ === 0) line = sheet.lines[i] ?? 0;
    });
    if (count === 0) return [];
    const first = source.set[0] ?? 0;
    const column = sheet.columns.find((each) => each.index === first)?.heading ?? '';
    const issue: Issue = {
      code: 'BASE_MAY_BE_WIDER',
      severity: 'note',
      where: { line, column, columnIndex: first },
      params: { count, next: labelIn(next.labels, 'en').slice(0, 80) }
    };
    return [issue];
  });
}

/** The answer that stands next after the columns of a set. */
function questionAfter(
  set: readonly number[],
  variables: readonly PlannedVariable[]
): PlannedVariable | undefined {
  const last = Math.max(...set);
  return variables.find(
    ({ columnIndex, role, kind, source }) =>
      columnIndex !== null &&
      columnIndex > last &&
      role === 'answer' &&
      kind !== 'text' &&
      source.from === 'column'
  );
}
