import type { SurveyFormat } from './format';

/** KoboToolbox repeat group: a row per member, `_parent_index` names the row it belongs to. */
export const koboRepeat: SurveyFormat = {
  id: 'kobo-repeat',
  tool: 'KoboToolbox repeat group',
  headerRows: 1,
  companion: 'repeat',
  system: {
    _index: { role: 'paradata' },
    _parent_table_name: { role: 'paradata' },
    _parent_index: { role: 'id' },
    _submission__id: { role: 'id' },
    _submission__uuid: { role: 'id' },
    _submission__submission_time: { role: 'timestamp' },
    _submission__validation_status: { role: 'paradata' },
    _submission__notes: { role: 'paradata' },
    _submission__status: { role: 'paradata' },
    _submission__submitted_by: { role: 'identifier', identifier: 'name' },
    _submission___version__: { role: 'paradata' },
    _submission__tags: { role: 'paradata' },
    '_submission_meta/rootuuid': { role: 'paradata' }
  },
  sniff: ({ h }) => h.includes('_parent_table_name'),
  examples: [
    {
      title: 'a parent table',
      records: [['member_age', '_index', '_parent_table_name', '_parent_index']],
      matches: true
    },
    { title: 'a main table', records: [['age', '_index', '_uuid']], matches: false }
  ]
};

/** ODK Central repeat table: a row per member, `PARENT_KEY` names the submission. */
export const repeatTable: SurveyFormat = {
  id: 'repeat-table',
  tool: 'ODK Central repeat table',
  headerRows: 1,
  companion: 'repeat',
  system: { parent_key: { role: 'id' }, key: { role: 'id' } },
  sniff: ({ h }) => h.includes('PARENT_KEY') && h.includes('KEY'),
  examples: [
    { title: 'both keys', records: [['member_age', 'PARENT_KEY', 'KEY']], matches: true },
    { title: 'a main table', records: [['SubmissionDate', 'q1', 'KEY']], matches: false }
  ]
};
