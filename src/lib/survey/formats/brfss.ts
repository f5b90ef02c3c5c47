import { extent } from '$lib/base/extent';
import type { Category, MissingCode } from '$lib/codebook/codebook';
import type { Sheet, SheetColumn } from '../sheet/sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from './format';

const SYSTEM: NonNullable<SurveyFormat['system']> = {
  _state: { role: 'area' },
  _county: { role: 'area' },
  ctycode2: { role: 'area' },
  seqno: { role: 'id' },
  _psu: { role: 'psu' },
  _ststr: { role: 'stratum' },
  _llcpwt: { role: 'weight' },
  _llcpwt2: { role: 'weight' },
  _finalwt: { role: 'weight' },
  _cllcpwt: { role: 'weight' },
  _wt2rake: { role: 'paradata' },
  fmonth: { role: 'paradata' },
  imonth: { role: 'paradata' },
  iday: { role: 'paradata' },
  iyear: { role: 'paradata' },
  idate: { role: 'paradata' },
  dispcode: { role: 'paradata' }
};

const KG_IN_LB = 2.20462262;

/**
 * Behavioral Risk Factor Surveillance System and files coded like it: the highest code of a field is
 * "refused", the one of sevens "don't know", the one of eights "none", which is the number 0; from 9000
 * on, a weight or height is metric.
 */
export const brfss: SurveyFormat = {
  id: 'brfss',
  tool: 'BRFSS public-use file',
  headerRows: 1,
  system: SYSTEM,
  sniff: ({ h }) => h.includes('_STATE') && h.includes('_LLCPWT'),
  read: (sheet) => readBrfss(sheet),
  examples: [
    { title: 'state and weight', records: [['_STATE', '_LLCPWT', 'GENHLTH']], matches: true },
    { title: 'no weight', records: [['_STATE', 'GENHLTH']], matches: false }
  ]
};

const readBrfss = (sheet: Sheet): ColumnHint[] =>
  sheet.columns.map((column) => ({ labels: unnamed(column.heading), ...codesOf(column) }));

/** How many digits the codes of a field have: 7 and 77 never stand in the same field. */
function codesOf(column: SheetColumn): ColumnHint {
  const texts = [...column.values.keys()];
  if (texts.length === 0 || !texts.every((text) => /^\d{1,5}$/.test(text))) return {};
  const numbers = texts.map(Number);
  const highest = extent(numbers).high;
  const digits = String(highest).length;
  const code = (digit: string): string => digit.repeat(digits);
  const has = (token: string): boolean => column.values.has(token);
  if (digits === 1) return { missing: singleDigit(numbers) };
  const special = [code('7'), code('8'), code('9')].filter(has);
  if (digits > 4 || special.length === 0) return {};
  const missing: MissingCode[] = [
    { token: code('7'), reason: 'dont-know' },
    { token: code('9'), reason: 'refused' }
  ];
  const plain = numbers.filter((value) => !special.includes(String(value)));
  // 1xx a day, 2xx a week, 3xx a month: codes of a frequency, not numbers.
  const isFrequency =
    digits === 3 && plain.length > 0 && plain.every((value) => value >= 101 && value <= 399);
  if (isFrequency) return { missing, kind: 'single', categories: inOrder(texts, missing) };
  const metric = digits === 4 ? plain.filter((value) => value > 9000 && value < 9999) : [];
  if (metric.length > 0 || digits === 4) return { missing, kind: 'numeric', ...measureOf(column) };
  return has(code('8')) ? { missing, kind: 'numeric', merge: { [code('8')]: '0' } } : { missing };
}

const inOrder = (texts: readonly string[], missing: readonly MissingCode[]): Category[] =>
  texts
    .filter((text) => !missing.some((code) => code.token === text))
    .sort((a, b) => Number(a) - Number(b))
    .map((code, order) => ({ code, labels: unnamed(code), order }));

/** 7 is "don't know" where 6 is no answer; 8 is an answer ("never"); 9 is always "refused". */
function singleDigit(numbers: readonly number[]): MissingCode[] {
  const missing: MissingCode[] = [];
  if (numbers.includes(7) && !numbers.includes(6))
    missing.push({ token: '7', reason: 'dont-know' });
  if (numbers.includes(9)) missing.push({ token: '9', reason: 'refused' });
  return missing;
}

/** Pounds, or feet and inches (`506`); 9000 and a number is kilograms or centimetres. */
function measureOf({ heading }: SheetColumn): Pick<ColumnHint, 'merge' | 'unit'> {
  const merge: Record<string, string> = {};
  if (/^_?h(eight|tin|tm)/i.test(heading)) {
    for (let cm = 61; cm <= 250; cm++) merge[String(9000 + cm)] = (cm / 2.54).toFixed(1);
    for (let feet = 3; feet <= 7; feet++)
      for (let inch = 0; inch < 12; inch++)
        merge[`${feet}${String(inch).padStart(2, '0')}`] = String(feet * 12 + inch);
    return { merge, unit: 'inches' };
  }
  if (!/w(eigh)?t/i.test(heading)) return {};
  for (let kg = 20; kg <= 352; kg++) merge[String(9000 + kg)] = (kg * KG_IN_LB).toFixed(1);
  return { merge, unit: 'pounds' };
}
