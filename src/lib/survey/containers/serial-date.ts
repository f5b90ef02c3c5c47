/** What the number format of a cell says about its number. */
export type NumberFormat = 'number' | 'date' | 'date-time' | 'time' | `zeros-${number}`;

/** Formats that workbooks need not spell out (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Record<number, NumberFormat> = {
  ...Object.fromEntries([14, 15, 16, 17].map((id) => [id, 'date'])),
  ...Object.fromEntries([18, 19, 20, 21].map((id) => [id, 'time'])),
  22: 'date-time',
  ...Object.fromEntries(
    [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'])
  ),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'time']))
};

export const builtInFormat = (id: number): NumberFormat => BUILT_IN[id] ?? 'number';

/** What a format code such as `dd/mm/yyyy hh:mm` or `00000` says. Durations (`[h]:mm`) stay numbers. */
export function readFormatCode(code: string): NumberFormat {
  const zeros = /^0{2,20}$/.exec(code);
  if (zeros) return `zeros-${code.length}`;
  const isDuration = /\[(h+|m+|s+)\]/i.test(code);
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]
    ?.replace(/general|am\/pm|a\/p/gi, '');
  if (isDuration || plain === undefined) return 'number';
  const hasDay = /[dy]/i.test(plain) || /m{3,}/i.test(plain);
  const hasTime = /[hs]/i.test(plain);
  // A lone "m" is the month beside days and years, else minutes.
  if (hasDay) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : /^[\s/.-]*m+[\s/.-]*$/i.test(plain) ? 'date' : 'number';
}

const DAY = 86_400_000;
/** Days from 1899-12-30 to 1970-01-01. */
const EPOCH = 25_569;

/**
 * A serial day number as ISO text: `2024-05-01`, `2024-05-01 10:33:00`, `10:33:00`.
 *
 * @param is1904 day 0 is 1904-01-01, as on old Macintoshes
 * @returns null outside the years 1900 to 9999, where Excel itself shows no date
 */
export function serialDate(serial: number, format: NumberFormat, is1904: boolean): string | null {
  // The 1900 system counts a 29 February 1900 that never was.
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!(serial >= 0 && days < 2_958_466)) return null;
  const instant = Math.round((days - EPOCH) * DAY);
  const iso = new Date(instant).toISOString();
  const milliseconds = iso.slice(19, 23);
  const time = iso.slice(11, 19) + (milliseconds === '.000' ? '' : milliseconds);
  if (format === 'time' && serial < 1) return time;
  const isWholeDay = instant % DAY === 0;
  return isWholeDay && format === 'date' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/**
 * The number of a cell as plain digits: never in scientific notation, all digits of a long id kept, and
 * without the digits that only the binary fraction has (`1.1000000000000001` is 1.1).
 */
export function plainNumber(written: string): string {
  if (/^-?\d+$/.test(written)) return written;
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (!/e/i.test(written) && written.replace(/\D/g, '').length <= 15) return written;
  return withoutExponent(String(value));
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? `${sign}${digits}${'0'.repeat(point - digits.length)}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
