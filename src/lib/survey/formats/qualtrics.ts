import type { RowFindings } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { shareOf, type Head, type SurveyFormat } from './format';
import { readQualtrics } from './reading/qualtrics';

const META = [
  'StartDate',
  'EndDate',
  'Status',
  'Progress',
  'Duration (in seconds)',
  'Finished',
  'RecordedDate',
  'ResponseId',
  'DistributionChannel',
  'UserLanguage'
];

const SYSTEM: NonNullable<SurveyFormat['system']> = {
  startdate: { role: 'timestamp' },
  enddate: { role: 'timestamp' },
  recordeddate: { role: 'timestamp' },
  status: { role: 'paradata' },
  'response type': { role: 'paradata' },
  ipaddress: { role: 'identifier', identifier: 'ip' },
  progress: { role: 'paradata' },
  'duration (in seconds)': { role: 'paradata' },
  finished: { role: 'paradata' },
  responseid: { role: 'id' },
  responseset: { role: 'paradata' },
  name: { role: 'identifier', identifier: 'name' },
  emailaddress: { role: 'identifier', identifier: 'email' },
  recipientlastname: { role: 'identifier', identifier: 'name' },
  recipientfirstname: { role: 'identifier', identifier: 'name' },
  recipientemail: { role: 'identifier', identifier: 'email' },
  externalreference: { role: 'paradata' },
  externaldatareference: { role: 'paradata' },
  locationlatitude: { role: 'identifier', identifier: 'location' },
  locationlongitude: { role: 'identifier', identifier: 'location' },
  locationaccuracy: { role: 'paradata' },
  distributionchannel: { role: 'paradata' },
  userlanguage: { role: 'paradata' },
  q_recaptchascore: { role: 'paradata' },
  q_relevantidduplicate: { role: 'paradata' },
  q_relevantidduplicatescore: { role: 'paradata' },
  q_relevantidfraudscore: { role: 'paradata' },
  q_ballotboxstuffing: { role: 'paradata' }
};

/** Qualtrics CSV or TSV: tags, question texts, and a third row of import ids. */
export const qualtrics: SurveyFormat = {
  id: 'qualtrics',
  tool: 'Qualtrics',
  headerRows: 3,
  system: SYSTEM,
  negativeCodesAreMissing: true,
  checkRows: findPreviews,
  sniff: ({ r2 }) => shareOf(r2, (cell) => cell.includes('ImportId')) >= 0.8,
  read: (sheet) => readQualtrics(sheet, isOwn),
  examples: [
    {
      title: 'JSON import ids',
      records: [['Q1'], ['How are you?'], ['{"ImportId":"QID1"}']],
      matches: true
    },
    {
      title: 'Python import ids',
      records: [['Q1'], ['How are you?'], ["{'ImportId': 'QID1'}"]],
      matches: true
    },
    { title: 'two rows only', records: [['Q1'], ['How are you?']], matches: false }
  ]
};

/** Qualtrics exports from before 2016: `V1`, `V2`, ... over the names of the first columns. */
export const qualtricsLegacy: SurveyFormat = {
  id: 'qualtrics-legacy',
  tool: 'Qualtrics (legacy)',
  headerRows: 2,
  system: SYSTEM,
  negativeCodesAreMissing: true,
  checkRows: findPreviews,
  sniff: ({ h, r1 }) =>
    h[0] === 'V1' && h[1] === 'V2' && r1.slice(0, 2).some((cell) => /^ResponseID$/i.test(cell)),
  read: (sheet) => readQualtrics(sheet, isOwn),
  examples: [
    {
      title: 'V1 over ResponseID',
      records: [
        ['V1', 'V2'],
        ['ResponseID', 'ResponseSet']
      ],
      matches: true
    },
    {
      title: 'V1 over text',
      records: [
        ['V1', 'V2'],
        ['a', 'b']
      ],
      matches: false
    }
  ]
};

/** Qualtrics after somebody removed the second and third header row, or one of them. */
export const qualtricsOneRow: SurveyFormat = {
  id: 'qualtrics-one-row',
  tool: 'Qualtrics, one header row',
  headerRows: 1,
  system: SYSTEM,
  negativeCodesAreMissing: true,
  checkRows: findPreviews,
  findHeaderRows: textRows,
  sniff: ({ h }) => h.filter((heading) => META.includes(heading)).length >= 6,
  read: (sheet) => readQualtrics(sheet, isOwn),
  examples: [
    {
      title: 'six names of Qualtrics',
      records: [['StartDate', 'EndDate', 'Status', 'Progress', 'Finished', 'ResponseId', 'Q1']],
      matches: true
    },
    { title: 'two of them', records: [['StartDate', 'EndDate', 'Q1']], matches: false }
  ]
};

const isOwn = (tag: string): boolean => META.includes(tag) || tag.toLowerCase() in SYSTEM;

/** 2 when one of the two lower header rows is still there: it names the start date, and gives none. */
function textRows({ h, r1 }: Head): number {
  const below = r1[h.indexOf('StartDate')] ?? '';
  return h.includes('StartDate') && below !== '' && !/\d/.test(below) ? 2 : 1;
}

/** Responses entered through a preview link are often real: they are counted, not dropped. */
function findPreviews(sheet: Sheet): RowFindings {
  const status = sheet.columns.find((column) => /^status$/i.test(column.heading));
  const named =
    status ??
    sheet.columns.find(({ index }) => sheet.header[1]?.[index]?.toLowerCase() === 'status');
  if (!named) return { issues: [], exclusions: [] };
  const hasText = [...named.values.keys()].some((value) => /[a-z]/i.test(value));
  const count = named.values.get(hasText ? 'Survey Preview' : '1') ?? 0;
  if (count === 0 || count === sheet.rows.length) return { issues: [], exclusions: [] };
  const where = { column: named.heading, columnIndex: named.index };
  const issue = { code: 'PREVIEW_ROWS', severity: 'question' as const, where, params: { count } };
  return { issues: [issue], exclusions: [] };
}
