import type { SurveyFormat } from './format';
import { readTwoRows } from './reading/two-rows';

const MARKS = /^(response|open-ended response|other \(please specify\))$/i;

const isId = (heading: string | undefined): boolean => /^respondent ?id$/i.test(heading ?? '');

const SYSTEM: SurveyFormat['system'] = {
  respondentid: { role: 'id' },
  'respondent id': { role: 'id' },
  'collector id': { role: 'paradata' },
  collectorid: { role: 'paradata' },
  'date created': { role: 'timestamp' },
  'date modified': { role: 'timestamp' },
  startdate: { role: 'timestamp' },
  enddate: { role: 'timestamp' },
  'ip address': { role: 'identifier', identifier: 'ip' },
  'email address': { role: 'identifier', identifier: 'email' },
  'first name': { role: 'identifier', identifier: 'name' },
  'last name': { role: 'identifier', identifier: 'name' },
  'custom data 1': { role: 'paradata' },
  'unnamed: 0': { role: 'id' }
};

/** SurveyMonkey: question texts over option texts, the question only above its first column. */
export const surveyMonkey: SurveyFormat = {
  id: 'surveymonkey',
  tool: 'SurveyMonkey',
  headerRows: 2,
  maySpread: true,
  zeroIsMissing: true,
  system: SYSTEM,
  sniff: ({ h, r1 }) =>
    (r1.some((cell) => MARKS.test(cell)) || (isId(h[0]) && r1[0] === '')) &&
    (h.some((cell, i) => cell === '' && (r1[i] ?? '') !== '') ||
      (r1[0] === '' && r1.some((cell) => cell !== ''))),
  read: (sheet) => readTwoRows(sheet, (heading) => heading === ''),
  examples: [
    {
      title: 'option texts in row 2',
      records: [
        ['RespondentID', 'Seen?', 'Which?', ''],
        ['', 'Response', 'A', 'B']
      ],
      matches: true
    },
    {
      title: 'every option a column, nothing else',
      records: [
        ['RespondentID', 'How much?', '', ''],
        ['', 'A lot', 'Some', 'Not at all']
      ],
      matches: true
    },
    {
      title: 'one row',
      records: [
        ['RespondentID', 'Seen?'],
        ['1', 'Yes']
      ],
      matches: false
    }
  ]
};

/** The same after pandas wrote it: blank headings became `Unnamed: 13`. */
export const surveyMonkeyPandas: SurveyFormat = {
  id: 'surveymonkey-pandas',
  tool: 'SurveyMonkey, through pandas',
  headerRows: 2,
  maySpread: true,
  system: SYSTEM,
  sniff: ({ h, r1 }) =>
    h.some((cell) => /^Unnamed: \d+$/.test(cell)) && r1.some((cell) => MARKS.test(cell)),
  read: (sheet) => readTwoRows(sheet, (heading) => heading === '' || /^Unnamed: \d+/.test(heading)),
  examples: [
    {
      title: 'Unnamed beside Response',
      records: [
        ['', 'Member?', 'Which?', 'Unnamed: 3'],
        ['0', 'Response', 'A', 'B']
      ],
      matches: true
    },
    {
      title: 'Unnamed alone',
      records: [
        ['', 'Unnamed: 1'],
        ['0', '4']
      ],
      matches: false
    }
  ]
};

/** SurveyMonkey brought to one header row. */
export const surveyMonkeyOneRow: SurveyFormat = {
  id: 'surveymonkey-one-row',
  tool: 'SurveyMonkey, one header row',
  headerRows: 1,
  maySpread: true,
  system: SYSTEM,
  sniff: ({ h }) => isId(h[0]),
  examples: [
    { title: 'RespondentID first', records: [['RespondentID', 'q']], matches: true },
    { title: 'another id', records: [['id', 'q']], matches: false }
  ]
};
