import type { Issue } from '$lib/base/issue';
import {
  BYTES_REPAIRED,
  CHARACTERS_LOST,
  INVISIBLE_REMOVED,
  MOJIBAKE,
  NUL_REMOVED
} from '../file/cell-text';
import type { SheetColumn } from '../sheet/sheet';

/** What had to be done to a cell, as a bit of `file/cell-text.ts`, with the code of its issue. */
export const HYGIENE_FLAGS: readonly [flag: number, code: string, severity: Issue['severity']][] = [
  [NUL_REMOVED, 'NUL_BYTES', 'repaired'],
  [INVISIBLE_REMOVED, 'INVISIBLE_CHARACTERS', 'repaired'],
  [BYTES_REPAIRED, 'INVALID_BYTES', 'repaired'],
  [CHARACTERS_LOST, 'LOST_CHARACTERS', 'note'],
  [MOJIBAKE, 'MOJIBAKE_SUSPECTED', 'question']
];

/** The issue of a column's first cell that had to be cleaned in one way. */
export function hygieneIssue(
  flag: number,
  column: Pick<SheetColumn, 'index' | 'heading'>,
  line: number,
  text: string
): Issue {
  const [, code = '', severity = 'note'] = HYGIENE_FLAGS.find(([each]) => each === flag) ?? [];
  const where = { line, column: column.heading, columnIndex: column.index };
  return { code, severity, where, params: { value: text.slice(0, 60) } };
}
