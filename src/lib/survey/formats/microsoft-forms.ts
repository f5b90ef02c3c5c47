import type { SurveyFormat } from './format';

/** Microsoft Forms, its workbook saved as CSV. */
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
    name: { role: 'identifier', identifier: 'name' }
  },
  sniff: ({ h }) => h.slice(0, 5).join('|') === 'ID|Start time|Completion time|Email|Name',
  examples: [
    {
      title: 'its five columns',
      records: [['ID', 'Start time', 'Completion time', 'Email', 'Name', 'q']],
      matches: true
    },
    { title: 'another id', records: [['ID', 'Start time', 'q']], matches: false }
  ]
};
