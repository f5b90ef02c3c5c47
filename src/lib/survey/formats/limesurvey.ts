import { shareOf, type SurveyFormat } from './format';
import { readLimeSurvey } from './reading/limesurvey';

const SYSTEM: SurveyFormat['system'] = {
  id: { role: 'id' },
  '': { role: 'id' },
  'response id': { role: 'id' },
  submitdate: { role: 'timestamp' },
  'date submitted': { role: 'timestamp' },
  startdate: { role: 'timestamp' },
  'date started': { role: 'timestamp' },
  datestamp: { role: 'timestamp' },
  'date last action': { role: 'timestamp' },
  lastpage: { role: 'paradata' },
  'last page': { role: 'paradata' },
  startlanguage: { role: 'paradata' },
  'start language': { role: 'paradata' },
  seed: { role: 'paradata' },
  token: { role: 'identifier', identifier: 'device' },
  'access code': { role: 'identifier', identifier: 'device' },
  ipaddr: { role: 'identifier', identifier: 'ip' },
  'ip address': { role: 'identifier', identifier: 'ip' },
  refurl: { role: 'paradata' },
  'referrer url': { role: 'paradata' },
  interviewtime: { role: 'paradata' },
  'total time': { role: 'paradata' }
};

/** LimeSurvey VV ("verified vote"): texts over codes, tabs, no quotes, `{newline}` for a line break. */
export const limeSurveyVv: SurveyFormat = {
  id: 'limesurvey-vv',
  tool: 'LimeSurvey (VV)',
  headerRows: 2,
  system: SYSTEM,
  cells: 'limesurvey-vv',
  sniff: ({ r1 }) => r1.includes('submitdate') && r1.includes('lastpage'),
  read: (sheet) => readLimeSurvey(sheet, SYSTEM),
  examples: [
    {
      title: 'texts over codes',
      records: [
        ['Response ID', 'Date submitted', 'Last page', 'Where?'],
        ['id', 'submitdate', 'lastpage', 'q1'],
        ['1', '2024-05-01 10:00:00', '3', 'A1']
      ],
      matches: true
    },
    { title: 'codes alone', records: [['id', 'submitdate', 'lastpage', 'q1']], matches: false }
  ]
};

/** LimeSurvey with question codes as headings (`needs[food]`, `needs_food`), or with question texts. */
export const limeSurveyCodes: SurveyFormat = {
  id: 'limesurvey-codes',
  tool: 'LimeSurvey',
  headerRows: 1,
  system: SYSTEM,
  cells: 'formula-mask',
  sniff: ({ h }) =>
    ['submitdate', 'lastpage', 'startlanguage'].every((name) => h.includes(name)) ||
    ['Date submitted', 'Last page', 'Start language'].every((name) => h.includes(name)),
  read: (sheet) => readLimeSurvey(sheet, SYSTEM),
  examples: [
    {
      title: 'its own columns',
      records: [['id', 'submitdate', 'lastpage', 'startlanguage', 'q1']],
      matches: true
    },
    {
      title: 'its own columns, as texts',
      records: [['Response ID', 'Date submitted', 'Last page', 'Start language', 'Where?']],
      matches: true
    },
    { title: 'none of them', records: [['id', 'q1']], matches: false }
  ]
};

const CODE_TEXT = /^[A-Za-z]\w*(\[[^\]]+\])*(\. |\._\.)\S*/;

/** A code no form writes by itself: `Q1. How ...` alone may stand in anybody's headings. */
const OWN_CODE = /^(?!q\d+[a-z]?\. )[A-Za-z]\w*(\[[^\]]+\])*(\. |\._\.)\S/i;

/** LimeSurvey with code and text in each heading: `needs[food]. What do you need? [Food]`. */
export const limeSurveyCodeText: SurveyFormat = {
  id: 'limesurvey-code-text',
  tool: 'LimeSurvey (code and text)',
  headerRows: 1,
  system: SYSTEM,
  cells: 'formula-mask',
  sniff: ({ h }) =>
    h.length >= 3 &&
    shareOf(h, (heading) => CODE_TEXT.test(heading)) >= 0.6 &&
    h.some((heading) => OWN_CODE.test(heading)),
  read: (sheet) => readLimeSurvey(sheet, SYSTEM),
  examples: [
    {
      title: 'codes with texts',
      records: [['id. Response ID', 'q1. Where?', 'q2[a]. What? [Food]']],
      matches: true
    },
    {
      title: 'spaces turned into underscores',
      records: [['id._.Response_ID', 'q1._.Where?', 'q2[a]._.What?_[Food]']],
      matches: true
    },
    {
      title: 'numbered questions of another tool',
      records: [['Timestamp', 'Q1. Where?', 'Q2. What? [Food]', 'Q2. What? [Bus]']],
      matches: false
    },
    { title: 'texts only', records: [['Where?', 'What?', 'When?']], matches: false }
  ]
};
