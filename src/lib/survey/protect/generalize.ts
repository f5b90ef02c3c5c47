import { dateYear } from '../identifiers/cells';
import type { NumberStyle } from '../plan';
import { parseNumber, PLAIN_NUMBERS } from '../values/numbers';

/**
 * First three digits that stand for fewer than 20,000 people: they become `000`, as the Safe Harbor rule
 * of HIPAA asks (45 CFR 164.514(b)(2)(i)(B); list of the Department of Health, from the 2000 census).
 */
const SMALL_ZIP3 = new Set(
  '036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893'.split(' ')
);

/** First three digits of a ZIP code, its lost leading zeros put back; null when it is none. */
export function zip3(text: string): string | null {
  const [, digits = ''] = /^(\d{3,5})(?:-?\d{4})?(?:\.0)?$/.exec(text) ?? [];
  if (digits === '') return null;
  const first = digits.padStart(5, '0').slice(0, 3);
  return SMALL_ZIP3.has(first) ? '000' : first;
}

/** Year of a date of birth; null when the cell is no date. */
export function birthYear(text: string): string | null {
  const year = /^(19|20)\d{2}$/.test(text) ? Number(text) : dateYear(text);
  return year === null || year < 1880 || year > 2100 ? null : String(year);
}

/** From here on nobody is told apart: very old people are few. */
const TOP_AGE = 90;
const OLDEST = 125;

/** An age in years as a band, `30-39`; `90+` for all above. Null when it is no age. */
export function ageBand(
  text: string,
  years: number,
  style: NumberStyle = PLAIN_NUMBERS
): string | null {
  const age = Math.floor(parseNumber(text, style));
  if (!(age >= 0 && age <= OLDEST)) return null;
  if (age >= TOP_AGE) return `${TOP_AGE}+`;
  const low = Math.floor(age / years) * years;
  return `${low}-${Math.min(low + years, TOP_AGE) - 1}`;
}

/** Every band in order. */
export function ageBands(years: number): string[] {
  const bands: string[] = [];
  for (let low = 0; low < TOP_AGE; low += years)
    bands.push(`${low}-${Math.min(low + years, TOP_AGE) - 1}`);
  return [...bands, `${TOP_AGE}+`];
}

/** Two decimals of a degree are about a kilometer: more is a doorstep. */
const MOST_DECIMALS = 2;

/** Latitude and longitude of a cell that holds both, as Kobo, ODK and others write them. */
export function readPoint(text: string): { latitude: number; longitude: number } | null {
  const [, a = '', b = ''] =
    /^(-?\d{1,3}(?:\.\d+)?)(?:\s*[,;]\s*|\s+)(-?\d{1,3}(?:\.\d+)?)(?:\s+-?[\d.]+){0,2}$/.exec(
      text
    ) ?? [];
  if (a === '') return null;
  const point = { latitude: Number(a), longitude: Number(b) };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
}

/**
 * A coordinate, or both of a point, rounded to at most two decimals; altitude and accuracy are left
 * out. Null when it is neither.
 */
export function roundedPlace(
  text: string,
  decimals: number,
  style: NumberStyle = PLAIN_NUMBERS
): string | null {
  const factor = 10 ** Math.min(decimals, MOST_DECIMALS);
  const round = (value: number): string => String(Math.round(value * factor) / factor || 0);
  const point = readPoint(text);
  if (point) return `${round(point.latitude)} ${round(point.longitude)}`;
  const value = parseNumber(text, style);
  return Number.isNaN(value) ? null : round(value);
}
