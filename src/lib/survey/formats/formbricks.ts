import { readHeadings } from '../headings';
import type { SurveyFormat } from './format';

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
    country: { role: 'paradata' }
  },
  sniff: ({ h }) =>
    ['Response ID', 'Timestamp', 'Finished', 'Survey ID'].every((name) => h.includes(name)),
  read: (sheet) => {
    const numbers = sheet.columns.map((column) => /^(\d+)\. /.exec(column.heading)?.[1]);
    return readHeadings(sheet).map((hint, i) => {
      const number = numbers[i];
      const isBattery =
        number !== undefined && numbers.filter((each) => each === number).length > 1;
      return isBattery ? { ...hint, group: { id: `n${number}`, labels: { und: '' } } } : hint;
    });
  },
  examples: [
    {
      title: 'its four columns',
      records: [['No.', 'Response ID', 'Timestamp', 'Finished', 'Survey ID', '1. q']],
      matches: true
    },
    { title: 'some of them', records: [['Response ID', 'Timestamp']], matches: false }
  ]
};
