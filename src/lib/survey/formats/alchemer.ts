import type { SurveyFormat } from './format';
import { readAlchemer } from './reading/alchemer';

/** Alchemer, formerly SurveyGizmo: `Option:Question` headings. */
export const alchemer: SurveyFormat = {
  id: 'alchemer',
  tool: 'Alchemer',
  headerRows: 1,
  system: {
    'response id': { role: 'id' },
    'time started': { role: 'timestamp' },
    'date submitted': { role: 'timestamp' },
    status: { role: 'paradata' },
    'contact id': { role: 'identifier', identifier: 'device' },
    'legacy comments': { role: 'paradata' },
    comments: { role: 'paradata' },
    language: { role: 'paradata' },
    'survey language': { role: 'paradata' },
    referer: { role: 'paradata' },
    sessionid: { role: 'identifier', identifier: 'device' },
    'user agent': { role: 'identifier', identifier: 'device' },
    tags: { role: 'paradata' },
    'ip address': { role: 'identifier', identifier: 'ip' },
    longitude: { role: 'identifier', identifier: 'location' },
    latitude: { role: 'identifier', identifier: 'location' },
    country: { role: 'paradata' },
    city: { role: 'paradata' },
    'state/region': { role: 'paradata' },
    postal: { role: 'paradata' }
  },
  sniff: ({ h }) => ['Time Started', 'Date Submitted', 'Status'].every((name) => h.includes(name)),
  read: (sheet) => readAlchemer(sheet),
  examples: [
    {
      title: 'its three columns',
      records: [['Time Started', 'Date Submitted', 'Status', 'A:q', 'B:q']],
      matches: true
    },
    { title: 'some of them', records: [['Time Started', 'Status']], matches: false }
  ]
};
