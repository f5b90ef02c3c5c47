import { repairMojibake } from '../file/cell-text';
import type { CellRepair } from '../plan';

/** Months as spreadsheets shorten them, English and Spanish. */
const MONTHS: Readonly<Record<string, number>> = {
  ...{ jan: 1, ene: 1, feb: 2, mar: 3, apr: 4, abr: 4, may: 5, jun: 6, jul: 7 },
  ...{ aug: 8, ago: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12, dic: 12 }
};
const NAMES = Object.keys(MONTHS).sort((a, b) => b.length - a.length);
const MONTH = `(?:${NAMES.join('|')})`;
const DATE = new RegExp(`^(?:(\\d{1,2})[- ](${MONTH})\\.?|(${MONTH})\\.?[- ](\\d{2}))$`, 'i');
const SHORT_ZIP = /^(\d{3,4})(-\d{4})?$/;

/** What LimeSurvey's VV files write for characters that their rows may not hold. */
const VV: Readonly<Record<string, string>> = {
  ...{ newline: '\n', cr: '\r', tab: '\t', quote: '"', lbrace: '{', rbrace: '}' }
};
const VV_ESCAPE = /\{(newline|cr|tab|quote|lbrace|rbrace)\}/g;

/** `3-Jan`, `Oct-14`: how a spreadsheet shows a range that it took for a date. */
export const isRangeAsDate = (text: string): boolean => DATE.test(text);

/** `1060`, `1040-1234`: a ZIP code without its leading zeros. */
export const isShortZip = (text: string): boolean => SHORT_ZIP.test(text);

/**
 * A cell as it was before the damage; cells that are not damaged come back as they are.
 *
 * A range reads upwards, so the smaller part stands first: `3-Jan` was 1-3 where the month comes first,
 * and `1-Mar` was 1-3 where the day does.
 */
export function repairCell(text: string, repair: CellRepair): string {
  switch (repair) {
    case 'mojibake':
      return repairMojibake(text) ?? text;
    case 'range-from-date':
      return rangeOf(text);
    case 'limesurvey-vv':
      return text.includes('{')
        ? text.replace(VV_ESCAPE, (_, name: string) => VV[name] ?? '')
        : text;
    case 'formula-mask':
      return text.startsWith("'=") ? text.slice(1) : text;
    case 'zip-zeros':
      return text.replace(SHORT_ZIP, (_, zip: string, rest = '') => zip.padStart(5, '0') + rest);
  }
}

function rangeOf(text: string): string {
  const match = DATE.exec(text);
  if (!match) return text;
  const month = MONTHS[(match[2] ?? match[3] ?? '').toLowerCase()] ?? 0;
  const other = Number(match[1] ?? match[4]);
  return `${Math.min(month, other)}-${Math.max(month, other)}`;
}
