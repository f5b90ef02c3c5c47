import { shareOf, unnamed, type SurveyFormat } from './format';

/** Question numbers as headings (`q1_01`, `Q4`), as research firms and analysts publish them. */
export const codedQuestions: SurveyFormat = {
  id: 'coded-questions',
  tool: 'Coded questions',
  headerRows: 1,
  system: {
    '': { role: 'id' },
    startdate: { role: 'timestamp' },
    enddate: { role: 'timestamp' }
  },
  sniff: ({ h }) => h.length >= 4 && shareOf(h, (heading) => /^q\d+(_\w+)?$/i.test(heading)) >= 0.5,
  read: (sheet) =>
    sheet.columns.map(({ heading }) => {
      const match = /^(q\d+)_(\d+)$/i.exec(heading);
      if (!match) return { labels: unnamed(heading) };
      const [, question = '', item = ''] = match;
      return { group: { id: question, labels: unnamed(question) }, code: item };
    }),
  examples: [
    { title: 'numbered items', records: [['id', 'q1_01', 'q1_02', 'q2']], matches: true },
    { title: 'few of them', records: [['id', 'name', 'zip', 'q1']], matches: false }
  ]
};
