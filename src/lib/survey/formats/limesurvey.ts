import { shareOf, type SurveyFormat } from './format';

const SYSTEM: SurveyFormat['system'] = {
  id: { role: 'id' },
  '': { role: 'id' },
  submitdate: { role: 'timestamp' },
  startdate: { role: 'timestamp' },
  datestamp: { role: 'timestamp' },
  lastpage: { role: 'paradata' },
  startlanguage: { role: 'paradata' },
  seed: { role: 'paradata' },
  token: { role: 'identifier', identifier: 'device' },
  ipaddr: { role: 'identifier', identifier: 'ip' },
  refurl: { role: 'paradata' }
};

/** LimeSurvey with question codes as headings: `needs[food]`. */
export const limeSurveyCodes: SurveyFormat = {
  id: 'limesurvey-codes',
  tool: 'LimeSurvey',
  headerRows: 1,
  system: SYSTEM,
  sniff: ({ h }) => ['submitdate', 'lastpage', 'startlanguage'].every((name) => h.includes(name)),
  examples: [
    {
      title: 'its own columns',
      records: [['id', 'submitdate', 'lastpage', 'startlanguage', 'q1']],
      matches: true
    },
    { title: 'none of them', records: [['id', 'q1']], matches: false }
  ]
};

const CODE_TEXT = /^[A-Za-z]\w*(\[[^\]]+\])?(\. |\._\.)\S*/;

/** LimeSurvey with code and text in each heading: `needs[food]. What do you need? [Food]`. */
export const limeSurveyCodeText: SurveyFormat = {
  id: 'limesurvey-code-text',
  tool: 'LimeSurvey (code and text)',
  headerRows: 1,
  system: SYSTEM,
  sniff: ({ h }) => h.length >= 3 && shareOf(h, (heading) => CODE_TEXT.test(heading)) >= 0.6,
  examples: [
    {
      title: 'codes with texts',
      records: [['id. Response ID', 'q1. Where?', 'q2[a]. What? [Food]']],
      matches: true
    },
    { title: 'texts only', records: [['Where?', 'What?', 'When?']], matches: false }
  ]
};
