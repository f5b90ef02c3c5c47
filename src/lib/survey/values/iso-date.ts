const MINUTE = 60_000;
const DAY = 86_400_000;

const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : NaN;
};
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

/**
 * `2024-04-28`, `2024-04-28 11:03:12`, `2024-04-28T11:03:12.000-04:00` as milliseconds since 1970; NaN for
 * anything else. By character codes: half a survey file may be time stamps, and patterns are slow.
 *
 * @param offsetMinutes zone of a time that names none
 */
export function isoInstant(text: string, offsetMinutes: number): number {
  const { length } = text;
  if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return NaN;
  const date = daysSince1970(year, month, day) * DAY;
  if (length === 10) return date;
  const separator = text.charCodeAt(10);
  if ((separator !== 84 && separator !== 32) || text.charCodeAt(13) !== 58) return NaN;
  let time = two(text, 11) * 60 + two(text, 14);
  let at = 16;
  let seconds = 0;
  if (text.charCodeAt(16) === 58) {
    seconds = two(text, 17) * 1000;
    at = 19;
    if (text.charCodeAt(19) === 46) {
      at = 20;
      for (let unit = 100; digit(text, at) >= 0; unit /= 10) seconds += digit(text, at++) * unit;
    }
  }
  if (!(time < 1440 && seconds < 60_000)) return NaN;
  const zone = text.charCodeAt(at);
  if (at === length) time -= offsetMinutes;
  else if (zone === 43 || zone === 45) {
    const hasColon = text.charCodeAt(at + 3) === 58;
    const minutes = two(text, at + 1) * 60 + two(text, at + (hasColon ? 4 : 3));
    if (length !== at + (hasColon ? 6 : 5)) return NaN;
    time -= zone === 43 ? minutes : -minutes;
  } else if (zone !== 90 || at + 1 !== length) return NaN;
  return date + time * MINUTE + Math.round(seconds);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** Days from 1 January 1970 in the Gregorian calendar (Hinnant, "chrono-compatible date algorithms"). */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  );
}
