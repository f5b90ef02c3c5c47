import { unnamed, type SurveyFormat } from './format';

const TIMESTAMP =
  /^(timestamp|marca temporal|horodateur|zeitstempel|carimbo de data\/hora|informazioni cronologiche|tijdstempel)$/i;

/** Google Forms: a time stamp, then whole question texts; grids as `Question [Row]`. */
export const googleForms: SurveyFormat = {
  id: 'google-forms',
  tool: 'Google Forms',
  headerRows: 1,
  system: {
    timestamp: { role: 'timestamp' },
    'marca temporal': { role: 'timestamp' },
    horodateur: { role: 'timestamp' },
    zeitstempel: { role: 'timestamp' },
    'email address': { role: 'identifier', identifier: 'email' },
    username: { role: 'identifier', identifier: 'email' },
    'dirección de correo electrónico': { role: 'identifier', identifier: 'email' },
    score: { role: 'paradata' }
  },
  sniff: ({ h }) => TIMESTAMP.test(h[0] ?? ''),
  read: (sheet) =>
    sheet.columns.map(({ heading }) => {
      const grid = /^(.*\S)\s*\[(.+)\]$/s.exec(heading);
      if (!grid) return { labels: unnamed(heading) };
      const [, question = '', row = ''] = grid;
      return {
        group: { id: question, labels: unnamed(question) },
        labels: unnamed(row),
        code: row
      };
    }),
  examples: [
    { title: 'English', records: [['Timestamp', 'How are you?']], matches: true },
    { title: 'Spanish', records: [['Marca temporal', '¿Cómo está?']], matches: true },
    { title: 'time stamp elsewhere', records: [['id', 'Timestamp']], matches: false }
  ]
};
