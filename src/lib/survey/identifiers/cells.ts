import { findYesNo } from '../values/scales';
import { isGivenName } from './given-names';

/** An e-mail address anywhere in a text (a lighter form of RFC 5322; bounded, so that long texts stay cheap). */
export const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u;
const WHOLE_EMAIL = new RegExp(`^<?${EMAIL.source}>?$`, 'u');
/** What tools write when they do not know the address. */
const NO_ADDRESS = /^(anonymous|an[oó]nimo|none|no|na|n\/a|ninguno|-+)$/i;

/** Four numbers of 0 to 255. */
const IP4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d+)?$/;
const IP6 = /^(?=.*:.*:)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d+){0,3}(?:%\w+)?$/i;

const SSN = /^\d{3}-\d{2}-\d{4}$/;
const CURP = /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/i;
const DNI = /^([XYZ]?)-?(\d{7,8})-?([A-Z])$/i;
const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const PAPER_NUMBER = /^[A-Z\d][A-Z\d .-]{4,22}[A-Z\d]$/i;

const COORDINATE = /^-?\d{1,3}[.,]\d{3,}$/;
/** Kobo and ODK: latitude longitude altitude accuracy; others: latitude, longitude; WKT. */
const GEOPOINT =
  /^-?\d{1,2}\.\d+ -?\d{1,3}\.\d+(?: -?[\d.]+){0,2}$|^-?\d{1,2}\.\d{3,}\s*[,;]\s*-?\d{1,3}\.\d{3,}$|^POINT ?Z?\s*\(-?\d/i;

const STREET_WORDS =
  'st|street|ave|av|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|ct|court|pl|place|way|hwy|highway|pkwy|parkway|ter|terrace|cir|circle|trl|trail|loop|sq|square|trfy|trafficway';
/** A house number and a street, in English or Spanish. */
export const STREET_ADDRESS = new RegExp(
  `\\b\\d{1,6}[a-z]?\\s+(?:[nsew]\\.?\\s+)?(?:[\\p{L}\\d.'’-]+\\s+){0,4}?(?:${STREET_WORDS})\\b\\.?|(?:\\bcalle|\\bavenida|\\bav\\.|\\bcarrera|\\bcra\\.|\\bc\\/|\\bpaseo|\\bcamino|\\bcalzada)\\s+(?:[\\p{L}\\d.'’#-]+,?\\s+){1,5}?#?\\d{1,5}\\b`,
  'iu'
);

const DATE =
  /^(?:(\d{4})[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|\p{L}{3,10})[-/., ]+(\d{2}|\d{4})|\p{L}{3,10}\.? \d{1,2},? (\d{4}))(?:[T ]00:00.*)?$/u;

/** A cell that only says yes or no, or that an option was chosen, is no personal detail. */
export const isMark = (text: string): boolean =>
  text === '0' || text === '1' || findYesNo(text) !== null;

export const isEmail = (text: string): boolean => text.length < 120 && WHOLE_EMAIL.test(text);
export const holdsEmail = (text: string): boolean => text.length < 120 && EMAIL.test(text);
export const isNoAddress = (text: string): boolean => NO_ADDRESS.test(text);
export const isIp = (text: string): boolean => IP4.test(text) || IP6.test(text);
export const isSsn = (text: string): boolean => SSN.test(text);
export const isPersonNumber = (text: string): boolean =>
  SSN.test(text) || CURP.test(text) || isDni(text);
export const isGeopoint = (text: string): boolean => GEOPOINT.test(text);
export const isStreetAddress = (text: string): boolean =>
  text.length <= 160 && STREET_ADDRESS.test(text);

/** Spanish identity number, by its check letter. */
function isDni(text: string): boolean {
  const [, foreign = '', digits = '', letter = ''] = DNI.exec(text) ?? [];
  if (digits === '' || (foreign === '' && digits.length !== 8)) return false;
  const lead = foreign === '' ? '' : String('XYZ'.indexOf(foreign.toUpperCase()));
  return DNI_LETTERS[Number(lead + digits) % 23] === letter.toUpperCase();
}

/** Under a heading that names such a number. */
export const isPaperNumber = (text: string): boolean =>
  PAPER_NUMBER.test(text) &&
  text.replace(/\D/g, '').length >= 4 &&
  !/^\d{1,3}([.,]\d{3})*([.,]\d{1,2})?$/.test(text);

/** Under a heading that names a telephone: 7 to 15 digits and what stands between them. */
export const isPhone = (text: string): boolean => {
  if (!/^\+?[\d\s().\-/x#ext]{7,28}$/i.test(text)) return false;
  const digits = text.replace(/(?:x|ext\.?|#).*$/i, '').replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15;
};

/** Area and exchange of the North American plan begin with 2 to 9 and are no service codes. */
const NANP = /^1?[2-9](?!11)\d{2}[2-9](?!11)\d{6}$/;

/** Without such a heading: written with separators, as a North American or international number. */
export const isWrittenPhone = (text: string): boolean => {
  if (!isPhone(text)) return false;
  const digits = text.replace(/(?:x|ext\.?|#).*$/i, '').replace(/\D/g, '');
  if (/^\+\d/.test(text)) return digits.length >= 8;
  return (
    /^(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}([ .-]))\d{3}(?:\1|[ .-])\d{4}(?:\s*(?:x|ext\.?).*)?$/.test(
      text
    ) && NANP.test(digits)
  );
};

/** A cell under a heading of coordinates: degrees, or any number of a projected grid. */
export const isCoordinate = (text: string): boolean =>
  COORDINATE.test(text) || GEOPOINT.test(text) || /^-?\d{1,8}([.,]\d+)?$/.test(text);

/** Year of a cell that is a whole date; null when it is none. */
export function dateYear(text: string): number | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const year = found[1] ?? found[2] ?? found[3] ?? '';
  if (year.length === 2) return Number(year) <= 30 ? 2000 + Number(year) : 1900 + Number(year);
  return Number(year);
}

const TITLE_CASE =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:de|del|la|las|los|y|van|von|der|da|di|bin|al) ?)*(?: ?\p{Lu}[\p{L}'’.-]*){0,4}$/u;

/** One to four words, each with a capital, as names are written. */
export const isTitleCase = (text: string): boolean =>
  text.length <= 60 && text.split(' ').length <= 5 && TITLE_CASE.test(text);

/** A name as people write it: title case, and one of its words is a common given name. */
export const holdsGivenName = (text: string): boolean =>
  text.length <= 60 && text.split(/[ ,]+/).some((word) => isGivenName(word));
