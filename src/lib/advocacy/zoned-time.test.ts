import { describe, expect, test } from 'vitest';
import { dayIn, isZone, toInstant, toLocal } from './zoned-time';

const instant = (local: string, zone: string) => {
  const found = toInstant(local, zone);
  return found.ok ? found.instant.toISOString() : found.reason;
};

describe('a clock reading in a zone', () => {
  // US daylight saving time 2026: from 8 March 2:00 to 1 November 2:00 (Energy Policy Act of 2005).
  test('is standard time in winter and daylight time in summer', () => {
    expect(instant('2026-12-01T18:00', 'America/Chicago')).toBe('2026-12-02T00:00:00.000Z');
    expect(instant('2026-07-01T18:00', 'America/Chicago')).toBe('2026-07-01T23:00:00.000Z');
    expect(instant('2026-07-01T18:00', 'America/Phoenix')).toBe('2026-07-02T01:00:00.000Z');
  });

  test('that clocks skip in spring is refused', () => {
    expect(instant('2026-03-08T02:30', 'America/New_York')).toBe('skipped');
    expect(instant('2026-03-08T01:59', 'America/New_York')).toBe('2026-03-08T06:59:00.000Z');
    expect(instant('2026-03-08T03:00', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
  });

  test('that clocks show twice in fall is taken the first time and marked', () => {
    const found = toInstant('2026-11-01T01:30', 'America/New_York');
    expect(found).toEqual({
      ok: true,
      instant: new Date('2026-11-01T05:30:00Z'),
      isRepeated: true
    });
    expect(toInstant('2026-11-01T02:30', 'America/New_York')).toMatchObject({ isRepeated: false });
  });

  test('comes back the same from its instant', () => {
    for (const zone of ['America/Puerto_Rico', 'Pacific/Honolulu', 'Asia/Kolkata', 'UTC'])
      for (const local of ['2026-03-08T09:05', '2026-12-31T23:59', '2027-01-01T00:00']) {
        const found = toInstant(local, zone);
        expect(found.ok && toLocal(found.instant, zone)).toBe(local);
      }
  });

  test('that no calendar has, or in no known zone, is refused', () => {
    expect(instant('2026-02-30T10:00', 'UTC')).toBe('unreadable');
    expect(instant('2026-02-20', 'UTC')).toBe('unreadable');
    expect(instant('2026-02-20T25:00', 'UTC')).toBe('unreadable');
    expect(instant('2026-02-20T10:00', 'Mars/Olympus')).toBe('zone-unknown');
    expect(isZone('')).toBe(false);
  });

  test('names the day at the place, not the day in London', () => {
    expect(dayIn(new Date('2026-12-02T00:00:00Z'), 'America/Chicago')).toBe('2026-12-01');
  });
});
