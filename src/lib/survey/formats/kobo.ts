import { tagRows, type SurveyFormat } from './format';
import { readForm } from './reading/form-columns';

const SYSTEM: SurveyFormat['system'] = {
  start: { role: 'timestamp' },
  end: { role: 'timestamp' },
  today: { role: 'timestamp' },
  _id: { role: 'id' },
  _uuid: { role: 'id' },
  _submission_time: { role: 'timestamp' },
  _validation_status: { role: 'paradata' },
  _notes: { role: 'paradata' },
  _status: { role: 'paradata' },
  _submitted_by: { role: 'identifier', identifier: 'name' },
  __version__: { role: 'paradata' },
  _tags: { role: 'paradata' },
  _index: { role: 'paradata' },
  _attachments: { role: 'paradata' },
  _geolocation: { role: 'identifier', identifier: 'location' },
  _xform_id_string: { role: 'paradata' },
  'meta/rootuuid': { role: 'paradata' },
  rootuuid: { role: 'paradata' },
  'meta/deprecatedid': { role: 'paradata' },
  instanceid: { role: 'paradata' },
  instancename: { role: 'paradata' },
  'meta/instanceid': { role: 'paradata' },
  'meta/instancename': { role: 'paradata' },
  'formhub/uuid': { role: 'paradata' },
  deviceid: { role: 'identifier', identifier: 'device' },
  username: { role: 'identifier', identifier: 'name' },
  phonenumber: { role: 'identifier', identifier: 'phone' },
  simserial: { role: 'identifier', identifier: 'device' },
  subscriberid: { role: 'identifier', identifier: 'device' },
  audit: { role: 'paradata' }
};

/** KoboToolbox CSV: names or labels as headings, groups joined with "/", option columns after a summary. */
export const kobo: SurveyFormat = {
  id: 'kobo',
  zone: 'UTC',
  tool: 'KoboToolbox',
  headerRows: 1,
  findHeaderRows: (head) => 1 + tagRows(head),
  joinsNames: true,
  system: SYSTEM,
  sniff: ({ h }) => h.includes('_uuid') && (h.includes('_submission_time') || h.includes('_id')),
  read: (sheet, form) => readForm(sheet, form, '/'),
  examples: [
    {
      title: 'system columns at the end',
      records: [['start', 'q1', '_id', '_uuid', '_submission_time']],
      matches: true
    },
    { title: 'a plain table', records: [['id', 'q1']], matches: false }
  ]
};
