import type { Flag, ReleasedCell } from '$lib/privacy/table';
import type { Text } from './text';

/** The words of a row's flag; empty for an unflagged row. Two hidden cells always read the same. */
export function flagText(cell: Pick<ReleasedCell, 'flag' | 'reason'>, text: Text): string {
  const words = text.figures.flags;
  if (cell.flag === 'u') return words.care;
  if (cell.flag === 'c') return words.private;
  if (cell.flag === 'x') return cell.reason ? words.missing[cell.reason] : words.missingPlain;
  return '';
}

/** The few words that fit beside a number, or all of them where there is no number. */
export const flagShort = (cell: Pick<ReleasedCell, 'flag' | 'reason'>, text: Text): string =>
  cell.flag === 'u' ? text.figures.flags.careShort : flagText(cell, text);

/** What stands in a number's place in a table: `[c]`, `[x]`; empty where there is a number. */
export const flagMark = (flag: Flag): string => (flag === '' ? '' : `[${flag}]`);

const order: Flag[] = ['u', 'c', 'x'];

/** The key of the flags a figure uses, in a fixed order. */
export const explainFlags = (flags: Iterable<Flag>, text: Text): { flag: Flag; text: string }[] => {
  const used = new Set(flags);
  return order
    .filter((flag) => used.has(flag))
    .map((flag) => ({ flag, text: text.figures.flags.explain[flag] }));
};
