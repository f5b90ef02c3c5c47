import type { Issue } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import { YES } from '../encode/choice';
import { firstFilled, memberCode } from '../encode/member';
import { splitChoices, writtenInOf } from '../joined-cells/split';
import type { PlannedQuestion, PlannedVariable } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { isExclusiveOption } from '../values/option-words';

/** Did the respondent choose this option? As the encoders say, on cleaned cells. */
function chosenTest({
  source,
  missing
}: PlannedVariable): ((row: readonly string[]) => boolean) | null {
  if (source.from === 'member') {
    const columns = [source.column, ...(source.also ?? [])];
    return (row) => memberCode(firstFilled(row, columns), source, missing) === YES;
  }
  if (source.from !== 'joined' || source.rest === 'words') return null;
  return (row) => {
    const text = row[source.column] ?? '';
    if (text === '') return false;
    return source.rest === 'any'
      ? writtenInOf(text, source.split) !== ''
      : splitChoices(text, source.split).includes(source.option);
  };
}

/**
 * Multiple responses in which somebody chose an option that excludes all others, and another one with
 * it. Nothing is changed: which of the two is right, only the respondent knows.
 */
export function findExclusiveConflicts(
  sheet: Sheet,
  questions: readonly PlannedQuestion[],
  variables: readonly PlannedVariable[]
): Issue[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const issues: Issue[] = [];
  for (const question of questions) {
    if (question.kind !== 'multiple-response') continue;
    const options = question.variables.flatMap((name) => byName.get(name) ?? []);
    const tests = options.map(chosenTest);
    const exclusive = options.findIndex(({ labels }) => isExclusiveOption(labelIn(labels, 'en')));
    const only = tests[exclusive];
    const option = options[exclusive];
    if (!only || !option) continue;
    let count = 0;
    let line = 0;
    sheet.rows.forEach((row, i) => {
      if (!only(row) || !tests.some((test, t) => t !== exclusive && test?.(row) === true)) return;
      if (count++ === 0) line = sheet.lines[i] ?? 0;
    });
    if (count === 0) continue;
    const { source, heading } = option;
    const columnIndex = source.from === 'spread' ? 0 : source.column;
    issues.push({
      code: 'EXCLUSIVE_CONFLICT',
      severity: 'note',
      where: { line, column: heading, columnIndex },
      params: { count, option: labelIn(option.labels, 'en') }
    });
  }
  return issues;
}
