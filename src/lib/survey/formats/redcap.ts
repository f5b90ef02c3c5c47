import type { SurveyFormat } from './format';

const SYSTEM: SurveyFormat['system'] = {
  record_id: { role: 'id' },
  'record id': { role: 'id' },
  study_id: { role: 'id' },
  redcap_event_name: { role: 'paradata' },
  redcap_repeat_instrument: { role: 'paradata' },
  redcap_repeat_instance: { role: 'paradata' },
  redcap_data_access_group: { role: 'paradata' },
  redcap_survey_identifier: { role: 'identifier', identifier: 'device' }
};

/** REDCap raw export: checkbox columns `needs___food`, which hold 0 also for who was never asked. */
export const redcap: SurveyFormat = {
  id: 'redcap',
  tool: 'REDCap',
  headerRows: 1,
  system: SYSTEM,
  baseIsEveryone: true,
  sniff: ({ h, records }) =>
    h.some(
      (heading) =>
        heading.includes('___') || /^redcap_(event_name|repeat_instrument)$/.test(heading)
    ) ||
    h.some(
      (heading, i) =>
        heading.endsWith('_complete') &&
        records.slice(1).every((record) => /^[012]?$/.test(record[i] ?? ''))
    ),
  examples: [
    { title: 'a checkbox', records: [['record_id', 'race___1']], matches: true },
    {
      title: 'a form status',
      records: [
        ['id', 'form_1_complete'],
        ['1', '2']
      ],
      matches: true
    },
    {
      title: 'neither',
      records: [
        ['id', 'q_complete'],
        ['1', 'yes']
      ],
      matches: false
    }
  ]
};

/** REDCap export with labels: `Needs (choice=Food)`, Checked or Unchecked. */
export const redcapLabels: SurveyFormat = {
  id: 'redcap-labels',
  tool: 'REDCap (labels)',
  headerRows: 1,
  system: SYSTEM,
  baseIsEveryone: true,
  sniff: ({ h }) => h.some((heading) => heading.includes('(choice=')),
  examples: [
    { title: 'a choice', records: [['Record ID', 'Needs (choice=Food)']], matches: true },
    { title: 'no choice', records: [['Record ID', 'Needs']], matches: false }
  ]
};
