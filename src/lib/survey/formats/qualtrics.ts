import type { Sheet } from '../sheet';
import { shareOf, unnamed, type ColumnHint, type SurveyFormat } from './format';

const IMPORT_ID = /['"]ImportId['"]\s*:\s*['"]([^'"]+)/;

const SYSTEM: NonNullable<SurveyFormat['system']> = {
  startdate: { role: 'timestamp' },
  enddate: { role: 'timestamp' },
  recordeddate: { role: 'timestamp' },
  status: { role: 'paradata' },
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
  sniff: ({ r2 }) => shareOf(r2, (cell) => cell.includes('ImportId')) >= 0.8,
  read: (sheet) => readQualtrics(sheet),
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
  sniff: ({ h, r1 }) =>
    h[0] === 'V1' && h[1] === 'V2' && r1.slice(0, 2).some((cell) => /^ResponseID$/i.test(cell)),
  read: (sheet) => readQualtrics(sheet),
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

/** Qualtrics after somebody removed the second and third header row. */
export const qualtricsOneRow: SurveyFormat = {
  id: 'qualtrics-one-row',
  tool: 'Qualtrics, one header row',
  headerRows: 1,
  system: SYSTEM,
  negativeCodesAreMissing: true,
  sniff: ({ h }) => h.filter((heading) => META.includes(heading)).length >= 6,
  examples: [
    {
      title: 'six names of Qualtrics',
      records: [['StartDate', 'EndDate', 'Status', 'Progress', 'Finished', 'ResponseId', 'Q1']],
      matches: true
    },
    { title: 'two of them', records: [['StartDate', 'EndDate', 'Q1']], matches: false }
  ]
};

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

function readQualtrics(sheet: Sheet): ColumnHint[] {
  const tags = sheet.columns.map((column) => column.heading);
  const texts = sheet.columns.map((column) => sheet.header[1]?.[column.index] ?? '');
  const ids = sheet.columns.map(
    (column) => IMPORT_ID.exec(sheet.header[2]?.[column.index] ?? '')?.[1] ?? ''
  );
  const isText = (i: number): boolean =>
    /_TEXT$/.test(tags[i] ?? '') || / - Text$/.test(texts[i] ?? '');
  const stems = tags.map((tag, i) => {
    const meta = META.includes(tag) || tag.toLowerCase() in SYSTEM;
    const match = /^(.*\D.*?|.*)_(-?\d+)$/.exec(tag);
    if (meta || isText(i) || !match) return null;
    const question = (ids[i] ?? '').split(/[-_]/)[0] ?? '';
    return { id: `${question}|${match[1] ?? ''}`, stem: match[1] ?? '', code: match[2] ?? '' };
  });
  // Tags may repeat: only columns that stand together are one question.
  const runs: (number | null)[] = [];
  stems.forEach((stem, i) => {
    const before = stems[i - 1];
    const isSame =
      stem !== null && before !== null && before !== undefined && before.id === stem.id;
    runs.push(stem === null ? null : isSame ? (runs[i - 1] ?? i) : i);
  });
  return tags.map((tag, i) => {
    const text = texts[i] ?? '';
    const stem = stems[i];
    const run = runs[i];
    if (isText(i)) {
      const label = text.replace(/ - Text$/, '');
      return { labels: unnamed(label || tag), kind: 'other-specify' };
    }
    if (!stem || run === null || run === undefined) {
      const label = text.replace(/ - Selected Choice$/, '');
      return { labels: unnamed(label || tag) };
    }
    const members = runs.flatMap((each, j) => (each === run ? [texts[j] ?? ''] : []));
    const { question, item } = splitText(text, members);
    return {
      group: { id: `${stem.id}@${run}`, labels: unnamed(question || stem.stem) },
      code: stem.code,
      labels: unnamed(item || tag)
    };
  });
}

/** `Question - Selected Choice - Item` or `Question-Item`: what all members share, and the rest. */
function splitText(text: string, members: readonly string[]): { question: string; item: string } {
  let shared = members[0] ?? '';
  for (const member of members) while (!member.startsWith(shared)) shared = shared.slice(0, -1);
  const cut = members.length > 1 ? shared.lastIndexOf('-') : text.lastIndexOf(' - ');
  if (cut < 0) return { question: text, item: text };
  const question = text.slice(0, cut).replace(/ - Selected Choice\s*$/, '');
  return {
    question: question.replace(/[\s-]+$/, ''),
    item: text.slice(cut + 1).replace(/^[\s-]+/, '')
  };
}
