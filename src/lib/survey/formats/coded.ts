import type { Sheet } from '../sheet/sheet';
import { shareOf, unnamed, type ColumnHint, type SurveyFormat } from './format';
import { findHeaderRows } from './reading/header-rows';

/** Question numbers as headings (`q1_01`, `Q4`), as research firms and analysts publish them. */
export const codedQuestions: SurveyFormat = {
  id: 'coded-questions',
  tool: 'Coded questions',
  headerRows: 1,
  findHeaderRows,
  system: {
    '': { role: 'id' },
    respid: { role: 'id' },
    respondentid: { role: 'id' },
    startdate: { role: 'timestamp' },
    enddate: { role: 'timestamp' }
  },
  sniff: ({ h }) => h.length >= 4 && shareOf(h, (heading) => /^q\d+(_\w+)?$/i.test(heading)) >= 0.5,
  read: (sheet) => readCodes(sheet),
  examples: [
    { title: 'numbered items', records: [['id', 'q1_01', 'q1_02', 'q2']], matches: true },
    { title: 'few of them', records: [['id', 'name', 'zip', 'q1']], matches: false }
  ]
};

/** `q1_02` is the second item of question 1, `q35x4` the words beside its fourth answer. */
const readCodes = (sheet: Sheet): ColumnHint[] =>
  sheet.columns.map(({ heading, index, values }): ColumnHint => {
    const label = sheet.header[1]?.[index] || heading;
    const match = /^(q\d+)_(\d+)$/i.exec(heading);
    const hasWords = [...values.keys()].some((text) => /\p{L}{3}/u.test(text));
    if (/^q\d+x\d+$/i.test(heading) && hasWords)
      return { labels: unnamed(label), kind: 'other-specify' };
    if (!match) return { labels: unnamed(label) };
    const [, question = '', item = ''] = match;
    const group = { id: question, labels: unnamed(question) };
    return { group, code: item, ...(label !== heading && { labels: unnamed(label) }) };
  });
