import { daysBetween, type Day } from '$lib/advocacy/day';
import type { DatePrecision } from '$lib/advocacy/legislative-date';
import { dayIn } from '$lib/advocacy/zoned-time';

/** The only place that writes days and moments for people. */
export type DateLanguage = 'en' | 'es';

const locales = { en: 'en-US', es: 'es-US' } as const;

const words = {
  en: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    ahead: (days: number) => `in ${days} days`,
    ago: (days: number) => `${days} days ago`,
    late: (days: number) => (days === 1 ? 'late 1 day' : `late ${days} days`)
  },
  es: {
    today: 'hoy',
    tomorrow: 'mañana',
    yesterday: 'ayer',
    ahead: (days: number) => `en ${days} días`,
    ago: (days: number) => `hace ${days} días`,
    late: (days: number) => (days === 1 ? '1 día de atraso' : `${days} días de atraso`)
  }
} as const;

const formatter = (language: DateLanguage, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[language], options);

/** Chrome and Node print narrow spaces before AM and PM; a plain one searches and compares better. */
const plainSpaces = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

/** A day of the calendar: "December 1, 2026". Of an ISO instant, its day in UTC. */
export const formatDay = (day: Day, language: DateLanguage): string =>
  formatter(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day.slice(0, 10)}T12:00:00Z`)
  );

/** An entry of a log, in UTC, the same wherever it is read: "Nov 21, 2026, 10:09 PM UTC". */
export const formatStamp = (at: Date, language: DateLanguage): string =>
  plainSpaces(
    formatter(language, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
      timeZoneName: 'short'
    }).format(at)
  );

/** A day in little room: "Tue, Dec 1"; with the year when it is not the year of `today`. */
export function formatShortDay(day: Day, today: Day, language: DateLanguage): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return formatter(language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...year
  }).format(Date.parse(`${day}T12:00:00Z`));
}

/** An instant as clocks at a place read it, the zone named: "Tuesday, December 1, 2026, 6:00 PM CST". */
export const formatMoment = (at: Date, zone: string, language: DateLanguage): string =>
  `${formatDayAt(at, zone, language)}, ${formatTime(at, zone, language)}`;

/** The day of an instant at a place: "Tuesday, December 1, 2026". */
const formatDayAt = (at: Date, zone: string, language: DateLanguage): string =>
  formatter(language, { dateStyle: 'full', timeZone: zone }).format(at);

/** The time of an instant at a place, the zone named: "6:00 PM CST". */
export const formatTime = (at: Date, zone: string, language: DateLanguage): string =>
  plainSpaces(
    formatter(language, {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: zone,
      timeZoneName: 'short'
    }).format(at)
  );

/** A moment in little room: "Tue, Dec 1, 6:00 PM CST". */
export const formatShortMoment = (at: Date, zone: string, language: DateLanguage): string =>
  plainSpaces(
    formatter(language, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: zone,
      timeZoneName: 'short'
    }).format(at)
  );

/** A zone with its long name: "Central Time (America/Chicago)". */
export function formatZone(zone: string, language: DateLanguage): string {
  const name = formatter(language, { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find((part) => part.type === 'timeZoneName')?.value;
  return name ? `${name} (${zone})` : zone;
}

/** "today", "tomorrow", "in 10 days", "3 days ago". */
export function relativeDays(day: Day, today: Day, language: DateLanguage): string {
  const days = daysBetween(today, day);
  const say = words[language];
  if (days === 0) return say.today;
  if (days === 1) return say.tomorrow;
  if (days === -1) return say.yesterday;
  return days > 0 ? say.ahead(days) : say.ago(-days);
}

/** The same for an instant, by the calendar of its place. */
export const relativeDaysAt = (at: Date, now: Date, zone: string, language: DateLanguage): string =>
  relativeDays(dayIn(at, zone), dayIn(now, zone), language);

/** "late 3 days" */
export const daysLateInWords = (days: number, language: DateLanguage): string =>
  words[language].late(days);

/** A legislative date at its own precision: "2026", "September 2026", "September 9, 2026". */
export function formatLegislativeDate(
  text: string,
  precision: DatePrecision,
  language: DateLanguage
): string {
  if (precision === 'year') return text;
  if (precision === 'month')
    return formatter(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${text}-15T12:00:00Z`)
    );
  const day = formatDay(text.slice(0, 10), language);
  return precision === 'day' ? day : `${day}, ${text.slice(11)}`;
}
