import type { Sheet, SheetColumn } from '../../sheet/sheet';
import { unnamed, type ColumnHint } from '../format';
import { readTwoRows } from './two-rows';

/** One way of writing question and item in a heading. */
interface HeadingRule {
  id: string;
  /** question and item of a heading; null when it is not written so */
  parse(heading: string): { question: string; item: string; code?: string } | null;
}

const RULES: HeadingRule[] = [
  {
    // Without its dictionary an option is best known by its whole name.
    id: 'checkbox',
    parse(heading) {
      const match = /^(.+?)___(.+)$/s.exec(heading);
      return match ? { question: match[1] ?? '', item: heading, code: match[2] } : null;
    }
  },
  { id: 'choice', parse: by(/^(.*\S)\s*\(choice=(.*)\)$/s, 1, 2) },
  {
    // Code, then the question, then the item again: `needs[food]. What do you need? [Food]`.
    id: 'code-text',
    parse(heading) {
      const match = /^([A-Za-z]\w*)\[([^\]]+)\](?:\. |\._\.)(.*?)\s*(?:\[(.+)\])?$/s.exec(heading);
      if (!match) return null;
      const [, code = '', sub = '', text = '', item = ''] = match;
      return { question: text || code, item: item || sub, code: sub };
    }
  },
  { id: 'bracket', parse: by(/^(.*\S)\s*\[([^[\]]+)\]$/s, 1, 2) },
  { id: 'colon', parse: by(/^(.+?):\s*(\S.{9,})$/s, 2, 1) },
  { id: 'slash', parse: by(/^(.+)\/([^/]+)$/s, 1, 2) },
  { id: 'dash', parse: by(/^(.{4,}?)\s+-\s+(.+)$/s, 1, 2) },
  {
    id: 'numbered',
    parse(heading) {
      const match = /^([A-Za-z]\w*?[A-Za-z])_?(\d{1,3})$/.exec(heading);
      return match ? { question: match[1] ?? '', item: heading, code: match[2] } : null;
    }
  }
];

function by(
  pattern: RegExp,
  question: number,
  item: number
): (heading: string) => { question: string; item: string } | null {
  return (heading) => {
    const match = pattern.exec(heading);
    return match ? { question: match[question] ?? '', item: match[item] ?? '' } : null;
  };
}

/**
 * Hints from the spelling of headings, for formats without their own reading: neighbours that share a
 * question part make a group. The first rule that gives a heading a companion wins.
 */
export function readHeadings(sheet: Sheet): ColumnHint[] {
  const second = sheet.header[1];
  const goesOn = (heading: string): boolean => heading === '' || CONTINUES.test(heading);
  const isTags = second?.every((cell) => cell === '' || cell.startsWith('#')) === true;
  if (!second || isTags) return readFirstRow(sheet);
  if (sheet.columns.some(({ heading }, i) => i > 0 && goesOn(heading)))
    return readTwoRows(sheet, goesOn);
  // Names over texts: the names tell what belongs together, the texts what was asked.
  return readFirstRow(sheet).map((hint, i) => {
    const text = second[sheet.columns[i]?.index ?? i] ?? '';
    return text === '' ? hint : { ...hint, labels: unnamed(text) };
  });
}

function readFirstRow(sheet: Sheet): ColumnHint[] {
  const headings = sheet.columns.map((column) => column.heading);
  const hints: ColumnHint[] = headings.map((heading) => ({ labels: unnamed(plainLabel(heading)) }));
  const taken = new Set<number>();
  continueGroups(sheet, hints, taken);
  for (const rule of RULES) {
    const runs = new Map<string, { index: number; item: string; code: string }[]>();
    headings.forEach((heading, index) => {
      if (taken.has(index)) return;
      const parsed = rule.parse(heading);
      if (!parsed) return;
      const run = runs.get(parsed.question) ?? [];
      run.push({ index, item: parsed.item, code: parsed.code ?? parsed.item });
      runs.set(parsed.question, run);
    });
    for (const [question, run] of runs) {
      if (run.length < 2) continue;
      const flagged = run.some(({ index, item }) => OTHER.test(item) && isFlag(sheet, index, item));
      for (const { index, item, code } of run) {
        taken.add(index);
        const isOther = OTHER.test(item) && !isFlag(sheet, index, item);
        // "Other" has a column of its own beside the one with the words.
        if (isOther && flagged) {
          hints[index] = { labels: unnamed(`${question}: ${item}`), kind: 'other-specify' };
          continue;
        }
        hints[index] = {
          group: { id: `${rule.id}:${question}`, labels: unnamed(question) },
          labels: unnamed(item),
          code,
          ...(isOther && { isOtherText: true })
        };
      }
    }
  }
  return hints;
}

const OTHER = /^other\b.*(write in|specify)|^other$|^otro/i;

/** An option's column holds a mark or the option again, and nothing that somebody wrote. */
const isFlag = (sheet: Sheet, index: number, option: string): boolean => {
  const values = [...(sheet.columns[index]?.values.keys() ?? [])];
  return (
    values.length > 0 &&
    values.every(
      (value) => value === option || /^(\d|y|n|x|yes|no|true|false|un?checked)$/i.test(value)
    )
  );
};

const CONTINUES = /^(column\d+|unnamed: \d+)$/i;

/**
 * Spreadsheets name the blank headings of a select-all `Column2`, `Column3`: such columns go on with the
 * question to their left when each holds one text only, its option; the last one may hold written answers.
 */
function continueGroups(sheet: Sheet, hints: ColumnHint[], taken: Set<number>): void {
  const { columns } = sheet;
  for (let start = 0; start < columns.length; start++) {
    let end = start + 1;
    while (CONTINUES.test(columns[end]?.heading ?? '')) end++;
    const members = columns.slice(start, end);
    const [first] = members;
    const options = members.filter((column) => column.values.size <= 1);
    if (!first || members.length < 2) continue;
    const group = { id: `column:${start}`, labels: unnamed(first.heading) };
    if (areOneBattery(members)) {
      members.forEach((_, i) => {
        hints[start + i] = {
          group,
          labels: unnamed(`${first.heading} (${i + 1})`),
          code: String(i)
        };
        taken.add(start + i);
      });
      start = end - 1;
      continue;
    }
    if (members.length < 3 || options.length < members.length - 1) continue;
    members.forEach((column, i) => {
      const text = [...column.values.keys()][0] ?? column.heading;
      const isWritten = column.values.size > 1;
      hints[start + i] = isWritten
        ? { group, labels: unnamed('Other (free text)'), code: 'other', isOtherText: true }
        : { group, labels: unnamed(text), code: text };
      taken.add(start + i);
    });
    start = end - 1;
  }
}

/** The same few answers in every column: rows of a battery whose texts are lost. */
function areOneBattery(members: readonly SheetColumn[]): boolean {
  const sizes = members.map((column) => column.values.size);
  const all = new Set(members.flatMap((column) => [...column.values.keys()]));
  return Math.min(...sizes) >= 2 && all.size <= 7 && all.size <= Math.max(...sizes) + 1;
}

/** `socio1. In which country ...`, `3. Bus service`: the text without its code. */
const plainLabel = (heading: string): string =>
  /^[A-Za-z]\w{0,30}(?:\. |\._\.)(\S.*)$/s.exec(heading)?.[1] ??
  /^\d{1,3}\. (\S.*)$/s.exec(heading)?.[1] ??
  heading;
