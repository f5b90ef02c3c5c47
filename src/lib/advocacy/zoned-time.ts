import type { Day } from './day';

/** A wall clock reading as YYYY-MM-DDTHH:MM, without zone. */
export type LocalTime = string;

/** What a clock on the wall of a zone reads, or why no single instant answers to it. */
export type ZonedInstant =
  | {
      ok: true;
      instant: Date;
      /** the clock reads this twice that night; the first is taken */ isRepeated: boolean;
    }
  | { ok: false; reason: 'unreadable' | 'skipped' | 'zone-unknown' };

const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::00)?$/;
const msPerMinute = 60_000;

/** True for a zone name of the IANA database that this runtime knows. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant at which clocks in `zone` read `local`.
 *
 * A reading that clocks skip in spring is refused (`skipped`); one they repeat in fall is taken the
 * first time and marked, as RFC 5545 section 3.3.5 does.
 */
export function toInstant(local: LocalTime, zone: string): ZonedInstant {
  if (!isZone(zone)) return { ok: false, reason: 'zone-unknown' };
  const parts = shape.exec(local);
  const asUtc = parts ? Date.parse(`${local.slice(0, 16)}:00Z`) : NaN;
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== local.slice(0, 16))
    return { ok: false, reason: 'unreadable' };
  // Zones are at most 14 h from UTC and shift at most once a day: two offsets cover every case.
  const offsets = new Set(
    [-26, 26].map((hours) => offsetMinutes(new Date(asUtc + hours * 60 * msPerMinute), zone))
  );
  const instants = [...offsets]
    .map((offset) => asUtc - offset * msPerMinute)
    .filter((at) => toLocal(new Date(at), zone) === local.slice(0, 16))
    .sort((a, b) => a - b);
  const first = instants[0];
  if (first === undefined) return { ok: false, reason: 'skipped' };
  return { ok: true, instant: new Date(first), isRepeated: instants.length > 1 };
}

/** What clocks in `zone` read at an instant. */
export function toLocal(instant: Date, zone: string): LocalTime {
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit'
    })
      .formatToParts(instant)
      .map((part) => [part.type, part.value])
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}`;
}

/** The calendar day in `zone` at an instant. */
export const dayIn = (instant: Date, zone: string): Day => toLocal(instant, zone).slice(0, 10);

const offsetMinutes = (instant: Date, zone: string): number =>
  Math.round(
    (Date.parse(`${toLocal(instant, zone)}:00Z`) -
      Math.floor(instant.getTime() / msPerMinute) * msPerMinute) /
      msPerMinute
  );

/** Zones offered first in forms: those of the United States and its territories. */
export const commonZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam'
] as const;
