import type { Sheet } from '../sheet/sheet';
import { holdsFiles, unnamed, type ColumnHint, type SurveyFormat } from './format';

/** Formbricks: numbered question texts between its own columns. */
export const formbricks: SurveyFormat = {
  id: 'formbricks',
  tool: 'Formbricks',
  headerRows: 1,
  system: {
    'no.': { role: 'paradata' },
    'response id': { role: 'id' },
    timestamp: { role: 'timestamp' },
    finished: { role: 'paradata' },
    'survey id': { role: 'paradata' },
    'formbricks id (internal)': { role: 'paradata' },
    'user id': { role: 'paradata' },
    tags: { role: 'paradata' },
    source: { role: 'paradata' },
    url: { role: 'paradata' },
    country: { role: 'paradata' },
    'quota name': { role: 'paradata' },
    device: { role: 'paradata' },
    browser: { role: 'paradata' },
    os: { role: 'paradata' },
    action: { role: 'paradata' },
    'user agent - device': { role: 'paradata' },
    'user agent - browser': { role: 'paradata' },
    'user agent - os': { role: 'paradata' },
    'ip address': { role: 'identifier', identifier: 'ip' },
    email: { role: 'identifier', identifier: 'email' }
  },
  sniff: ({ h }) =>
    ['Response ID', 'Timestamp', 'Finished', 'Survey ID'].every((name) => h.includes(name)),
  read: (sheet) => readFormbricks(sheet),
  examples: [
    {
      title: 'its four columns',
      records: [['No.', 'Response ID', 'Timestamp', 'Finished', 'Survey ID', '1. q']],
      matches: true
    },
    { title: 'some of them', records: [['Response ID', 'Timestamp']], matches: false }
  ]
};

/** Questions are numbered; several columns with one number are its rows, `Question - Row` or `Row`. */
function readFormbricks(sheet: Sheet): ColumnHint[] {
  const parts = sheet.columns.map(({ heading }) => {
    const [, number, text] = /^(\d+)\. (.+)$/s.exec(heading) ?? [];
    return { number, text: text ?? heading };
  });
  return sheet.columns.map((column, i): ColumnHint => {
    const { number, text = column.heading } = parts[i] ?? {};
    if (holdsFiles(column)) return { labels: unnamed(text), role: 'paradata' };
    const rows = parts.filter((part) => part.number !== undefined && part.number === number);
    if (rows.length < 2) return { labels: unnamed(text) };
    const question = text.slice(0, Math.max(0, text.lastIndexOf(' - ')));
    const isShared = question !== '' && rows.every((row) => row.text.startsWith(`${question} - `));
    const item = isShared ? text.slice(question.length + 3) : text;
    const some = rows.slice(0, 3).map((row) => row.text);
    return {
      group: {
        id: `n${number}`,
        labels: unnamed(isShared ? question : `${some.join(' / ')} ...`)
      },
      labels: unnamed(item),
      code: item
    };
  });
}
