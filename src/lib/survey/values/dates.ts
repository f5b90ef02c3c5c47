import type { DateStyle } from '../plan';
import { namesZone } from './time-zone';

const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12
};
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](.+))?$/;
const PARTS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,?[T ]+(.+))?$/;
const DAY_MONTH = /^(\d{1,2})[- ]([a-z]{3})[a-z]*\.?[- ,]+(\d{4}|\d{2})(?:[T ]+(.+))?$/i;
const MONTH_DAY = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})(?:,?[T ]+(.+))?$/i;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
const ZONES: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420
};
const MINUTE = 60_000;
const DAY = 86_400_000;

/** An Excel day number (1900 system): 20000 is October 1954, 60000 is April 2064. */
const isSerial = (text: string): boolean => {
  const value = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : 0;
  return value >= 20_000 && value <= 60_000;
};

/** A cell as milliseconds since 1970; NaN when it is no date. Two-digit years up to 68 are 20xx. */
export function parseDate(text: string, style: DateStyle): number {
  const cell = text.trim();
  let match = ISO.exec(cell);
  if (match) return at(match[1], match[2], match[3], match[4], style);
  match = PARTS.exec(cell);
  if (match) {
    const [first, second] = style.order === 'dmy' ? [2, 1] : [1, 2];
    const read = at(match[3], match[first], match[second], match[4], style);
    // A part above 12 is no month: then only the other order is a date.
    return Number.isNaN(read) ? at(match[3], match[second], match[first], match[4], style) : read;
  }
  match = DAY_MONTH.exec(cell);
  if (match) return at(match[3], month(match[2]), match[1], match[4], style);
  match = MONTH_DAY.exec(cell);
  if (match) return at(match[3], month(match[1]), match[2], match[4], style);
  if (isSerial(cell)) return Math.round((Number(cell) - 25_569) * DAY);
  return NaN;
}

const month = (name: string | undefined): string => String(MONTHS[(name ?? '').toLowerCase()] ?? 0);

function at(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
  timeText: string | undefined,
  style: DateStyle
): number {
  let year = Number(yearText);
  if ((yearText ?? '').length === 2) year += year <= 68 ? 2000 : 1900;
  const monthNumber = Number(monthText);
  const day = Number(dayText);
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  if (date.getUTCMonth() !== monthNumber - 1 || date.getUTCDate() !== day) return NaN;
  if (timeText === undefined) return date.getTime();
  const time = TIME.exec(timeText.trim());
  if (!time) return NaN;
  let hour = Number(time[1]);
  const half = (time[5] ?? '').toLowerCase();
  if (half.startsWith('p') && hour < 12) hour += 12;
  if (half.startsWith('a') && hour === 12) hour = 0;
  const fraction = time[4] ? Number(`0.${time[4]}`) * 1000 : 0;
  const minutes = hour * 60 + Number(time[2]);
  const instant = date.getTime() + minutes * MINUTE + Number(time[3] ?? 0) * 1000 + fraction;
  return Math.round(instant - zone(time[6], style) * MINUTE);
}

function zone(text: string | undefined, style: DateStyle): number {
  if (text === undefined) return style.offsetMinutes ?? 0;
  const named = ZONES[text.toLowerCase()];
  if (named !== undefined) return named;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  const size = Number(match?.[2]) * 60 + Number(match?.[3] ?? 0);
  return match?.[1] === '-' ? -size : size;
}

export interface DateReading {
  style: DateStyle;
  /** nothing in the column says whether the day or the month comes first */
  isAmbiguous: boolean;
  /** very few cells say which */
  isThin: boolean;
  /** several ways of writing dates in one column */
  isMixed: boolean;
  /** some cells have the day first and some the month: the distinct cells of the rarer order */
  otherOrder: string[];
  /** first cell that is an Excel day number */
  serial: string | null;
  /** what settled an order that the column itself leaves open */
  settledBy?: 'sibling' | 'start-end';
  /** cells with a time of day that name no zone */
  lacksZone: boolean;
}

/**
 * How a column writes its dates; null when fewer than `share` of its distinct cells are dates. Only a
 * part above 12 says which comes first, day or month; nothing is assumed.
 */
export function readDates(texts: readonly string[], share: number): DateReading | null {
  const style: DateStyle = { order: 'iso', offsetMinutes: null, hasTime: false };
  let dates = 0;
  const shapes = new Set<string>();
  const dayFirst: string[] = [];
  const monthFirst: string[] = [];
  let both = 0;
  let lacksZone = false;
  let serial: string | null = null;
  for (const text of texts) {
    const parts = PARTS.exec(text);
    const readable = [style, { ...style, order: 'dmy' as const }].some(
      (each) => !Number.isNaN(parseDate(text, each))
    );
    if (!readable) continue;
    dates++;
    if (parts) {
      if (Number(parts[1]) > 12) dayFirst.push(text);
      else if (Number(parts[2]) > 12) monthFirst.push(text);
      else both++;
      shapes.add('parts');
    } else if (isSerial(text)) {
      serial ??= text;
      shapes.add('serial');
    } else shapes.add(ISO.test(text) ? 'iso' : 'words');
    if (/\d:\d\d/.test(text)) {
      style.hasTime = true;
      lacksZone ||= !namesZone(text);
    }
  }
  if (dates === 0 || dates < share * texts.length) return null;
  // Day numbers alone are numbers, not dates.
  if (shapes.size === 1 && shapes.has('serial')) return null;
  const [days, months] = [dayFirst.length, monthFirst.length];
  if (shapes.has('parts')) style.order = days > months ? 'dmy' : 'mdy';
  return {
    style,
    isAmbiguous: both > 0 && days === 0 && months === 0 && shapes.size === 1,
    isThin: both > 0 && days + months > 0 && days + months < Math.min(3, both + 1),
    isMixed: shapes.size > 1,
    otherOrder: days > 0 && months > 0 ? (days > months ? monthFirst : dayFirst) : [],
    lacksZone,
    serial
  };
}
