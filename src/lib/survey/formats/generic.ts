import type { SurveyFormat } from './format';

/** Any other table with one row per respondent: headings and cells speak for themselves. */
export const generic: SurveyFormat = {
  id: 'generic',
  tool: 'CSV',
  headerRows: 1,
  sniff: () => true,
  examples: [{ title: 'anything', records: [['a', 'b']], matches: true }]
};
