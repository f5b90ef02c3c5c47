import { expect, test } from 'vitest';
import {
  daysLateInWords,
  formatDay,
  formatLegislativeDate,
  formatMoment,
  formatShortDay,
  formatShortMoment,
  formatStamp,
  formatZone,
  relativeDays,
  relativeDaysAt
} from './dates';

const hearing = new Date('2026-12-02T00:00:00Z');

test('a day is written the same wherever the reader is', () => {
  expect(formatDay('2026-12-01', 'en')).toBe('December 1, 2026');
  expect(formatDay('2026-12-01', 'es')).toBe('1 de diciembre de 2026');
});

test('a short day names another year only', () => {
  expect(formatShortDay('2026-12-01', '2026-11-21', 'en')).toBe('Tue, Dec 1');
  expect(formatShortDay('2027-01-19', '2026-11-21', 'en')).toBe('Tue, Jan 19, 2027');
  expect(formatShortDay('2026-12-01', '2026-11-21', 'es')).toBe('mar, 1 de dic');
});

test('a moment is told by the clock of its place, the zone named', () => {
  expect(formatMoment(hearing, 'America/Chicago', 'en')).toBe(
    'Tuesday, December 1, 2026, 6:00 PM CST'
  );
  expect(formatMoment(hearing, 'America/Chicago', 'es')).toContain(
    'martes, 1 de diciembre de 2026'
  );
  expect(formatShortMoment(hearing, 'America/New_York', 'en')).toBe('Tue, Dec 1, 7:00 PM EST');
});

test('the zone name follows the season', () => {
  expect(formatShortMoment(new Date('2026-07-01T23:00:00Z'), 'America/Chicago', 'en')).toContain(
    'CDT'
  );
  expect(formatZone('America/Chicago', 'en')).toBe('Central Time (America/Chicago)');
});

test('days ahead and past are words', () => {
  const words = (day: string, language: 'en' | 'es' = 'en') =>
    relativeDays(day, '2026-11-21', language);
  expect(words('2026-11-21')).toBe('today');
  expect(words('2026-11-22')).toBe('tomorrow');
  expect(words('2026-12-01')).toBe('in 10 days');
  expect(words('2026-11-20')).toBe('yesterday');
  expect(words('2026-11-18')).toBe('3 days ago');
  expect(words('2026-12-01', 'es')).toBe('en 10 días');
});

test('tomorrow is tomorrow at the place, not in London', () => {
  const now = new Date('2026-12-01T05:30:00Z'); // still November 30 in Chicago
  expect(relativeDaysAt(hearing, now, 'America/Chicago', 'en')).toBe('tomorrow');
});

test('one day late is one day', () => {
  expect(daysLateInWords(1, 'en')).toBe('late 1 day');
  expect(daysLateInWords(3, 'en')).toBe('late 3 days');
  expect(daysLateInWords(3, 'es')).toBe('3 días de atraso');
});

test('a legislative date keeps its precision', () => {
  expect(formatLegislativeDate('2026', 'year', 'en')).toBe('2026');
  expect(formatLegislativeDate('2026-09', 'month', 'en')).toBe('September 2026');
  expect(formatLegislativeDate('2026-09-09', 'day', 'en')).toBe('September 9, 2026');
  expect(formatLegislativeDate('2026-09-09T14:30', 'minute', 'en')).toBe(
    'September 9, 2026, 14:30'
  );
});

test('a log entry is told in UTC', () => {
  expect(formatDay(hearing.toISOString(), 'en')).toBe('December 2, 2026');
  expect(formatStamp(hearing, 'en')).toBe('Dec 2, 2026, 12:00 AM UTC');
});
