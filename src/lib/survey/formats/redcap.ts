import type { RowFindings } from '../plan';
import type { Sheet } from '../sheet/sheet';
import type { SurveyFormat } from './format';
import { readRedcap } from './reading/redcap';

const SYSTEM: NonNullable<SurveyFormat['system']> = {
  record_id: { role: 'id' },
  'record id': { role: 'id' },
  study_id: { role: 'id' },
  'study id': { role: 'id' },
  redcap_event_name: { role: 'paradata' },
  'event name': { role: 'paradata' },
  redcap_repeat_instrument: { role: 'paradata' },
  'repeat instrument': { role: 'paradata' },
  redcap_repeat_instance: { role: 'paradata' },
  'repeat instance': { role: 'paradata' },
  redcap_data_access_group: { role: 'paradata' },
  'data access group': { role: 'paradata' },
  redcap_survey_identifier: { role: 'identifier', identifier: 'device' },
  'survey identifier': { role: 'identifier', identifier: 'device' },
  'survey timestamp': { role: 'timestamp' },
  'complete?': { role: 'paradata' }
};

/** REDCap raw export: checkbox columns `needs___food`, which hold 0 also for who was never asked. */
export const redcap: SurveyFormat = {
  id: 'redcap',
  tool: 'REDCap',
  headerRows: 1,
  system: SYSTEM,
  baseIsEveryone: true,
  checkRows: findEvents,
  sniff: ({ h, records }) =>
    h.some(
      (heading) =>
        /^\w+?___\w+$/.test(heading) || /^redcap_(event_name|repeat_instrument)$/.test(heading)
    ) ||
    h.some(
      (heading, i) =>
        heading.endsWith('_complete') &&
        records.slice(1).every((record) => /^[012]?$/.test(record[i] ?? ''))
    ),
  read: (sheet) => readRedcap(sheet),
  examples: [
    { title: 'a checkbox', records: [['record_id', 'race___1']], matches: true },
    { title: 'a checkbox with a code below zero', records: [['id', 'race____1']], matches: true },
    {
      title: 'events',
      records: [['study_id', 'redcap_event_name', 'age']],
      matches: true
    },
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
  checkRows: findEvents,
  sniff: ({ h }) => h.some((heading) => /\(choice=/.test(heading)),
  read: (sheet) => readRedcap(sheet),
  examples: [
    { title: 'a choice', records: [['Record ID', 'Needs (choice=Food)']], matches: true },
    { title: 'no choice', records: [['Record ID', 'Needs']], matches: false }
  ]
};

/** A longitudinal export has a row per record and event; a repeating instrument a row per instance. */
function findEvents(sheet: Sheet): RowFindings {
  const isLong = sheet.columns.some(
    ({ heading, values }) =>
      /^(redcap_)?(event[_ ]name|repeat[_ ]inst(rument|ance))$/i.test(heading) && values.size > 0
  );
  const records = sheet.columns[0]?.values.size ?? 0;
  const rows = sheet.rows.length;
  if (!isLong || records === rows) return { issues: [], exclusions: [] };
  const column = sheet.columns[0]?.heading ?? '';
  const params = { rows, records };
  return {
    exclusions: [],
    issues: [
      {
        code: 'ROWS_NOT_RESPONDENTS',
        severity: 'question',
        where: { column, columnIndex: 0 },
        params
      }
    ]
  };
}
