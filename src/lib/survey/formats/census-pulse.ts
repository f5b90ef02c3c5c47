import type { MissingCode } from '$lib/codebook/codebook';
import type { Sheet } from '../sheet/sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from './format';

const NOT_REPORTED: MissingCode[] = [
  { token: '-88', reason: 'not-asked' },
  { token: '-99', reason: 'blank' }
];

const SYSTEM: NonNullable<SurveyFormat['system']> = {
  scram: { role: 'id' },
  week: { role: 'paradata' },
  cycle: { role: 'paradata' },
  abirth_year: { role: 'paradata' },
  pweight: { role: 'weight' },
  hweight: { role: 'weight' },
  est_st: { role: 'area' },
  est_msa: { role: 'area' },
  region: { role: 'area' }
};

/**
 * Household Pulse public-use file: number codes only. -88 was not reported, -99 was seen and not
 * selected: in a select-all it means "not chosen" as soon as one of its columns is chosen.
 */
export const censusPulse: SurveyFormat = {
  id: 'census-pulse',
  tool: 'Census Household Pulse',
  headerRows: 1,
  system: SYSTEM,
  sniff: ({ h }) => h.includes('SCRAM'),
  read: (sheet) => readPulse(sheet),
  examples: [
    { title: 'the record id', records: [['SCRAM', 'WEEK', 'PWEIGHT', 'EEDUC']], matches: true },
    { title: 'another id', records: [['ID', 'WEEK', 'PWEIGHT']], matches: false }
  ]
};

function readPulse(sheet: Sheet): ColumnHint[] {
  const flags = sheet.columns.map(({ heading, values }) => {
    const match = /^([A-Z]\w*?[A-Z])_?(\d{1,2})$/.exec(heading);
    const isFlag = [...values.keys()].every((value) => ['1', '-99', '-88'].includes(value));
    return match && isFlag ? { stem: match[1] ?? '', code: match[2] ?? '' } : null;
  });
  return sheet.columns.map(({ heading }, i) => {
    const flag = flags[i];
    const size = flags.filter((each) => each !== null && each.stem === flag?.stem).length;
    if (flag && size >= 2)
      return {
        labels: unnamed(heading),
        group: { id: flag.stem, labels: unnamed(flag.stem) },
        code: flag.code,
        kind: 'multiple-response',
        marks: { chosen: ['1'], notChosen: [], notAsked: ['-88'] }
      };
    return { labels: unnamed(heading), missing: NOT_REPORTED };
  });
}
