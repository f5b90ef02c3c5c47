import { holdsFiles, unnamed, type SurveyFormat } from './format';

/** Jotform: choices joined by line breaks, a matrix in one cell as `Row: Answer` lines. */
export const jotform: SurveyFormat = {
  id: 'jotform',
  tool: 'Jotform',
  headerRows: 1,
  system: {
    'submission date': { role: 'timestamp' },
    'last update date': { role: 'timestamp' },
    'submission id': { role: 'id' },
    ip: { role: 'identifier', identifier: 'ip' },
    'ip address': { role: 'identifier', identifier: 'ip' },
    'submission ip': { role: 'identifier', identifier: 'ip' },
    'flow status': { role: 'paradata' },
    'submission status': { role: 'paradata' },
    'edit link': { role: 'paradata' }
  },
  sniff: ({ h }) => h.includes('Submission Date') && h.includes('Submission ID'),
  read: (sheet) =>
    sheet.columns.map((column) => {
      const labels = unnamed(column.heading.replace(/\s*\n\s*/g, ' '));
      return holdsFiles(column) ? { labels, role: 'paradata' } : { labels };
    }),
  examples: [
    { title: 'both columns', records: [['Submission Date', 'q', 'Submission ID']], matches: true },
    { title: 'one of them', records: [['Submission Date', 'q']], matches: false }
  ]
};
