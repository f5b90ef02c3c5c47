import { tagRows, type SurveyFormat } from './format';
import { findHeaderRows } from './reading/header-rows';

/** Any other table with one row per respondent: headings and cells speak for themselves. */
export const generic: SurveyFormat = {
  id: 'generic',
  tool: 'CSV',
  headerRows: 1,
  findHeaderRows: (head) => Math.max(1 + tagRows(head), findHeaderRows(head)),
  sniff: () => true,
  examples: [{ title: 'anything', records: [['a', 'b']], matches: true }]
};
