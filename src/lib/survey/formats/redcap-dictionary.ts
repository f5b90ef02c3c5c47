import type { SurveyFormat } from './format';

/** REDCap data dictionary: 18 fixed columns, one row per field. */
export const redcapDictionary: SurveyFormat = {
  id: 'redcap-dictionary',
  tool: 'REDCap data dictionary',
  headerRows: 1,
  companion: 'dictionary',
  sniff: ({ h }) =>
    h[0] === 'Variable / Field Name' || (h[0] === 'field_name' && h[1] === 'form_name'),
  examples: [
    {
      title: 'its first column',
      records: [['Variable / Field Name', 'Form Name', 'Section Header', 'Field Type']],
      matches: true
    },
    {
      title: 'its columns as the API writes them',
      records: [['field_name', 'form_name', 'section_header', 'field_type']],
      matches: true
    },
    { title: 'a field name alone', records: [['Field Name', 'Form Name']], matches: false }
  ]
};

/** REDCap events: `unique_event_name` is what rows of the data name. */
export const redcapEvents: SurveyFormat = {
  id: 'redcap-events',
  tool: 'REDCap event list',
  headerRows: 1,
  companion: 'events',
  sniff: ({ h }) => h.includes('event_name') && h.includes('unique_event_name'),
  examples: [
    {
      title: 'both names',
      records: [['event_name', 'arm_num', 'unique_event_name']],
      matches: true
    },
    { title: 'one of them', records: [['event_name', 'arm_num']], matches: false }
  ]
};
