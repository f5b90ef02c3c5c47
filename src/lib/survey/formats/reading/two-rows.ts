import type { Sheet } from '../../sheet/sheet';
import { unnamed, type ColumnHint } from '../format';

/** Rows of a block for contact details: each is a question of its own. */
const CONTACT =
  /^(name|company|address( 2)?|city\/town|city|state(\/province)?|zip(\/postal code)?|country|email address|phone number)$/i;

/** "Other (please specify)", and what people put in its place: "Something else (please specify)". */
const WRITE_IN =
  /^other\b.*specify|\((please )?(specify|explain|describe)\)$|\((por favor )?especifi(que|car)\)$/i;

/** Headings of both rows as questions and their options; a blank (by `continues`) goes on to the left. */
export function readTwoRows(sheet: Sheet, continues: (heading: string) => boolean): ColumnHint[] {
  const first = sheet.columns.map((column) => sheet.header[0]?.[column.index] ?? '');
  const second = sheet.columns.map((column) => sheet.header[1]?.[column.index] ?? '');
  const starts: number[] = [];
  first.forEach((heading, i) => {
    const goesOn = i > 0 && continues(heading) && (second[i] ?? '') !== '';
    starts.push(goesOn ? (starts[i - 1] ?? i) : i);
  });
  return first.map((heading, i) => {
    const start = starts[i] ?? i;
    const question = first[start] ?? heading;
    const size = starts.filter((each) => each === start).length;
    const mark = second[i] ?? '';
    if (size === 1) return { labels: unnamed(question) };
    if (WRITE_IN.test(mark)) {
      const hasSingle = starts.some(
        (each, j) => each === start && /^response$/i.test(second[j] ?? '')
      );
      // Ticking "other" may have a column of its own beside the one with the words.
      const isTick = (at: number): boolean =>
        [...(sheet.columns[at]?.values.keys() ?? [])].every((value) => value === mark);
      const hasTick = starts.some(
        (each, j) => each === start && j !== i && second[j] === mark && isTick(j)
      );
      if (isTick(i) && (sheet.columns[i]?.values.size ?? 0) > 0)
        return {
          group: { id: `b${start}`, labels: unnamed(question) },
          labels: unnamed(mark),
          code: mark
        };
      return hasSingle || hasTick
        ? { labels: unnamed(`${question}: ${mark}`), kind: 'other-specify' }
        : {
            group: { id: `b${start}`, labels: unnamed(question) },
            labels: unnamed(mark),
            code: mark,
            isOtherText: true
          };
    }
    if (/^response$/i.test(mark)) return { labels: unnamed(question) };
    const contacts = second.filter((each, j) => starts[j] === start && CONTACT.test(each)).length;
    if (contacts >= 2 && contacts >= size / 2) return { labels: unnamed(mark) };
    const row = matrixRow(sheet, i, starts, second);
    if (row)
      return {
        group: { id: `b${start}:${row.row}`, labels: unnamed(row.row) },
        labels: unnamed(row.answer),
        code: row.answer
      };
    return {
      group: { id: `b${start}`, labels: unnamed(question) },
      labels: unnamed(mark),
      code: mark
    };
  });
}

/** `Bus service - Satisfied` over cells that say `Satisfied`: one row of a battery, spread by answer. */
function matrixRow(
  sheet: Sheet,
  index: number,
  starts: readonly number[],
  second: readonly string[]
): { row: string; answer: string } | null {
  const parts = (at: number): { row: string; answer: string } | null => {
    const match = /^(.+) - (.+)$/.exec(second[at] ?? '');
    const [, row = '', answer = ''] = match ?? [];
    const cells = [...(sheet.columns[at]?.values.keys() ?? [])];
    // The answer again, or its number.
    const isMark =
      cells.every((cell) => cell === answer) ||
      (cells.length === 1 && /^\d+$/.test(cells[0] ?? ''));
    return match && isMark ? { row, answer } : null;
  };
  const own = parts(index);
  if (!own) return null;
  const companions = starts.filter(
    (start, at) => start === starts[index] && at !== index && parts(at)?.row === own.row
  );
  return companions.length > 0 ? own : null;
}
