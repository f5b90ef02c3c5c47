import type { Issue } from '$lib/base/issue';
import type { Reading } from '../questions/questions';
import type { Sheet } from '../sheet/sheet';
import { checkAnswerQuality } from './answer-quality';
import { findExclusiveConflicts } from './exclusive-conflicts';
import { findNearDuplicates } from './near-duplicates';
import { findWiderBases } from './wider-bases';

/**
 * What the answers of a sheet say when questions are looked at whole: one issue for each finding. Where
 * the sheet is only the beginning of its file, or a check stops earlier, `lookedAt` is how many rows it saw.
 */
export function checkAnswers(sheet: Sheet, reading: Reading): Issue[] {
  const { questions, variables, identifiers } = reading;
  // Many people share the make of a browser.
  const isMake = (index: number): boolean =>
    sheet.columns.some(
      (column) =>
        column.index === index && /agent|browser|referr?er|navegador/i.test(column.heading)
    );
  const devices = identifiers
    .filter(({ type, index }) => (type === 'device' || type === 'ip') && !isMake(index))
    .map(({ index }) => index);
  const found = [
    ...findExclusiveConflicts(sheet, questions, variables),
    ...findWiderBases(sheet, questions, variables),
    ...findWrittenInOptions(sheet, variables),
    ...checkAnswerQuality(sheet, reading, devices),
    ...findNearDuplicates(sheet, variables)
  ];
  if (sheet.isWhole) return found;
  const lookedAt = sheet.rows.length;
  return found.map((issue) => ({ ...issue, params: { lookedAt, ...issue.params } }));
}

/** Texts that are met as often as options and count as "other". */
const findWrittenInOptions = (sheet: Sheet, variables: Reading['variables']): Issue[] =>
  variables.flatMap(({ source, heading }): Issue[] => {
    if (source.from !== 'joined' || source.rest !== 'any' || !source.split.writtenIn) return [];
    const { column, split } = source;
    const options = split.writtenIn ?? [];
    const [value = ''] = options;
    const first = sheet.rows.findIndex((row) => (row[column] ?? '').includes(value));
    return [
      {
        code: 'OPTIONS_WRITTEN_IN',
        severity: 'note',
        where: { line: sheet.lines[first] ?? 0, column: heading, columnIndex: column },
        params: { value: value.slice(0, 60), count: options.length }
      }
    ];
  });
