import type { Sheet } from '../sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from './format';

const MARKS = /^(response|open-ended response|other \(please specify\))$/i;

const SYSTEM: SurveyFormat['system'] = {
  respondentid: { role: 'id' },
  'respondent id': { role: 'id' },
  'collector id': { role: 'paradata' },
  collectorid: { role: 'paradata' },
  'date created': { role: 'timestamp' },
  'date modified': { role: 'timestamp' },
  startdate: { role: 'timestamp' },
  enddate: { role: 'timestamp' },
  'ip address': { role: 'identifier', identifier: 'ip' },
  'email address': { role: 'identifier', identifier: 'email' },
  'first name': { role: 'identifier', identifier: 'name' },
  'last name': { role: 'identifier', identifier: 'name' },
  'custom data 1': { role: 'paradata' },
  'unnamed: 0': { role: 'id' }
};

/** SurveyMonkey: question texts over option texts, the question only above its first column. */
export const surveyMonkey: SurveyFormat = {
  id: 'surveymonkey',
  tool: 'SurveyMonkey',
  headerRows: 2,
  system: SYSTEM,
  sniff: ({ h, r1 }) =>
    r1.some((cell) => MARKS.test(cell)) &&
    (h.some((cell, i) => cell === '' && (r1[i] ?? '') !== '') || r1[0] === ''),
  read: (sheet) => readTwoRows(sheet, (heading) => heading === ''),
  examples: [
    {
      title: 'option texts in row 2',
      records: [
        ['RespondentID', 'Seen?', 'Which?', ''],
        ['', 'Response', 'A', 'B']
      ],
      matches: true
    },
    {
      title: 'one row',
      records: [
        ['RespondentID', 'Seen?'],
        ['1', 'Yes']
      ],
      matches: false
    }
  ]
};

/** The same after pandas wrote it: blank headings became `Unnamed: 13`. */
export const surveyMonkeyPandas: SurveyFormat = {
  id: 'surveymonkey-pandas',
  tool: 'SurveyMonkey, through pandas',
  headerRows: 2,
  system: SYSTEM,
  sniff: ({ h, r1 }) =>
    h.some((cell) => /^Unnamed: \d+$/.test(cell)) && r1.some((cell) => MARKS.test(cell)),
  read: (sheet) => readTwoRows(sheet, (heading) => heading === '' || /^Unnamed: \d+/.test(heading)),
  examples: [
    {
      title: 'Unnamed beside Response',
      records: [
        ['', 'Member?', 'Which?', 'Unnamed: 3'],
        ['0', 'Response', 'A', 'B']
      ],
      matches: true
    },
    {
      title: 'Unnamed alone',
      records: [
        ['', 'Unnamed: 1'],
        ['0', '4']
      ],
      matches: false
    }
  ]
};

/** SurveyMonkey brought to one header row. */
export const surveyMonkeyOneRow: SurveyFormat = {
  id: 'surveymonkey-one-row',
  tool: 'SurveyMonkey, one header row',
  headerRows: 1,
  system: SYSTEM,
  sniff: ({ h }) => /^respondent ?id$/i.test(h[0] ?? ''),
  examples: [
    { title: 'RespondentID first', records: [['RespondentID', 'q']], matches: true },
    { title: 'another id', records: [['id', 'q']], matches: false }
  ]
};

/** Headings of both rows as questions and their options; a blank (by `continues`) goes on to the left. */
function readTwoRows(sheet: Sheet, continues: (heading: string) => boolean): ColumnHint[] {
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
    if (/^other\b.*specify/i.test(mark)) {
      const hasSingle = starts.some(
        (each, j) => each === start && /^response$/i.test(second[j] ?? '')
      );
      return hasSingle
        ? { labels: unnamed(`${question}: ${mark}`), kind: 'other-specify' }
        : {
            group: { id: `b${start}`, labels: unnamed(question) },
            labels: unnamed(mark),
            code: mark,
            isOtherText: true
          };
    }
    if (/^response$/i.test(mark)) return { labels: unnamed(question) };
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
    return match && cells.every((cell) => cell === answer) ? { row, answer } : null;
  };
  const own = parts(index);
  if (!own) return null;
  const companions = starts.filter(
    (start, at) => start === starts[index] && at !== index && parts(at)?.row === own.row
  );
  return companions.length > 0 ? own : null;
}
