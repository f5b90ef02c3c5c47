import type { Sheet } from '../sheet/sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from './format';

/** Microsoft Forms, its workbook saved as CSV: choices joined by ";" with one at the end. */
export const microsoftForms: SurveyFormat = {
  id: 'microsoft-forms',
  tool: 'Microsoft Forms',
  headerRows: 1,
  system: {
    id: { role: 'id' },
    'start time': { role: 'timestamp' },
    'completion time': { role: 'timestamp' },
    'last modified time': { role: 'timestamp' },
    email: { role: 'identifier', identifier: 'email' },
    name: { role: 'identifier', identifier: 'name' },
    language: { role: 'paradata' },
    'total points': { role: 'paradata' },
    'quiz feedback': { role: 'paradata' },
    'grade posted time': { role: 'timestamp' }
  },
  sniff: ({ h }) =>
    h.slice(0, 5).join('|').toLowerCase() === 'id|start time|completion time|email|name',
  read: (sheet) => readMicrosoft(sheet),
  examples: [
    {
      title: 'its five columns',
      records: [['ID', 'Start time', 'Completion time', 'Email', 'Name', 'q']],
      matches: true
    },
    { title: 'another id', records: [['ID', 'Start time', 'q']], matches: false }
  ]
};

/** The quiz adds points and feedback to each question; rows of a Likert are neighbours that answer alike. */
function readMicrosoft(sheet: Sheet): ColumnHint[] {
  const starts = likertStarts(sheet);
  return sheet.columns.map(({ heading }, i): ColumnHint => {
    const labels = unnamed(heading.replace(/\s*\n\s*/g, ' '));
    if (/^(Points|Feedback) - /.test(heading)) return { labels, role: 'paradata' };
    const rows = sheet.columns.filter((_, j) => starts[j] !== null && starts[j] === starts[i]);
    // Questions of yes and no beside each other are no Likert.
    const answers = new Set(rows.flatMap((row) => [...row.values.keys()]));
    if (rows.length < 2 || answers.size < 3) return { labels };
    const some = rows.slice(0, 3).map((row) => row.heading);
    const group = { id: `likert${starts[i]}`, labels: unnamed(`${some.join(' / ')} ...`) };
    return { group, labels, code: heading };
  });
}

/** By column, where its Likert begins: rows are headed by a statement and share their few answers. */
function likertStarts({ columns }: Sheet): (number | null)[] {
  const starts: (number | null)[] = [];
  columns.forEach(({ heading, values }, i) => {
    const answers = [...values.keys()];
    const isRow =
      i >= 5 &&
      answers.length >= 2 &&
      answers.length <= 7 &&
      !/\?\s*$/.test(heading) &&
      answers.every((text) => /\p{L}{2}/u.test(text) && !text.endsWith(';'));
    if (!isRow) {
      starts.push(null);
      return;
    }
    const before = starts[i - 1] ?? null;
    const all = new Set(
      columns
        .filter((_, j) => before !== null && starts[j] === before)
        .flatMap((column) => [...column.values.keys()])
    );
    const shared = answers.filter((text) => all.has(text)).length;
    const isNext = before !== null && shared >= 2 && all.size + answers.length - shared <= 7;
    starts.push(isNext ? before : i);
  });
  return starts;
}
