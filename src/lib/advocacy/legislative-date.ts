import { isDay } from './day';

export type DatePrecision = 'year' | 'month' | 'day' | 'minute';

/**
 * Precision of a legislative date: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM with an optional
 * zone offset (the date texts of the Open Civic Data schemas). The text itself is kept: a day is
 * never turned into midnight.
 *
 * @returns null when the text is none of these or names a day that does not exist
 */
export function legislativePrecision(text: string): DatePrecision | null {
  if (/^\d{4}$/.test(text)) return 'year';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return 'month';
  if (isDay(text)) return 'day';
  const moment =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  return moment?.[1] && isDay(moment[1]) ? 'minute' : null;
}
