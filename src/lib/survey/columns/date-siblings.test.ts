import { describe, expect, test } from 'vitest';
import { inspectRecords } from '../inspecting.fixture';
import type { DateStyle } from '../plan';
import { readDates, parseDate } from '../values/dates';
import { Clock, findZone, namesZone } from '../values/time-zone';

/** Order of each date column, with the codes of what is said about dates. */
function read(headings: string[], rows: string[][]) {
  const { plan, inspection } = inspectRecords([headings, ...rows]);
  const orders = plan?.variables.map(({ source }) =>
    source.from === 'column' ? source.date?.order : undefined
  );
  return { orders, codes: inspection.issues.map(({ code }) => code) };
}

describe('the order of day and month', () => {
  test('is taken from the other dates of the file when they agree', () => {
    const { orders, codes } = read(
      ['visit', 'born'],
      [
        ['03/04/2024', '25/12/1980'],
        ['05/06/2024', '30/01/1975'],
        ['07/08/2024', '28/02/1990'],
        ['07/09/2024', '19/02/1990']
      ]
    );
    expect(orders?.[0]).toBe('dmy');
    expect(codes).toContain('DATE_ORDER_SETTLED');
    expect(codes).not.toContain('DATE_AMBIGUOUS');
  });

  test('is the one in which nothing ends before it starts', () => {
    const { orders, codes } = read(
      ['start', 'end'],
      [
        ['03/04/2024 10:00', '03/04/2024 10:20'],
        ['05/06/2024 23:50', '06/06/2024 00:10'],
        ['12/07/2024 23:50', '01/08/2024 00:10']
      ]
    );
    expect(orders).toEqual(['dmy', 'dmy']);
    expect(codes).not.toContain('DATE_AMBIGUOUS');
  });

  test('is asked when nothing in the file says it', () => {
    const { codes } = read(
      ['id', 'when'],
      [
        ['1', '03/04/2024'],
        ['2', '05/06/2024'],
        ['3', '11/12/2024']
      ]
    );
    expect(codes).toContain('DATE_AMBIGUOUS');
  });

  test('when both occur in one column is asked, with the lines of the rarer one', () => {
    const { plan, inspection } = inspectRecords([
      ['id', 'when'],
      ['1', '25/12/2024'],
      ['2', '30/11/2024'],
      ['3', '12/31/2024'],
      ['4', '03/04/2024']
    ]);
    const issue = inspection.issues.find(({ code }) => code === 'DATE_ORDER_MIXED');
    expect(issue).toMatchObject({
      severity: 'question',
      where: { line: 4 },
      params: { lines: '4' }
    });
    expect(plan?.variables[1]?.kind).toBe('date');
  });

  test('a part above 12 is never a month, whatever the order of the column', () => {
    const style: DateStyle = { order: 'dmy', offsetMinutes: null, hasTime: false };
    expect(parseDate('12/31/2024', style)).toBe(Date.UTC(2024, 11, 31));
  });
});

test.each([
  ['01/02/68', 2068],
  ['01/02/69', 1969]
])('the two-digit year of %s is %i', (text, year) => {
  const style: DateStyle = { order: 'mdy', offsetMinutes: null, hasTime: false };
  expect(new Date(parseDate(text, style)).getUTCFullYear()).toBe(year);
});

test('day numbers of a spreadsheet are dates where the heading says so, with their hours', () => {
  const rows = ['45642.44', '45643.5', '45650.25'].map((text, i) => [String(i), text]);
  const { plan } = inspectRecords([['id', 'start'], ...rows]);
  expect(plan?.variables[1]).toMatchObject({ kind: 'date', role: 'timestamp' });
  const other = inspectRecords([['id', 'rent paid'], ...rows]);
  expect(other.plan?.variables[1]?.kind).toBe('numeric');
});

describe('the zone of a time', () => {
  test('stands in the cell, in the third row, in the heading, or is the tool’s', () => {
    expect(namesZone('2024-04-28T11:03:12.000-04:00')).toBe(true);
    expect(namesZone('2024/05/01 3:04:05 PM EST')).toBe(true);
    expect(namesZone('2024-04-28 11:03:12')).toBe(false);
    expect(
      findZone(['StartDate', '{"ImportId":"startDate","timeZone":"America/Denver"}'], undefined)
    ).toBe('America/Denver');
    expect(findZone(['Submit Date (UTC)'], undefined)).toBe('UTC');
    expect(findZone(['Submission Date'], 'UTC')).toBe('UTC');
    expect(findZone(['when'], undefined)).toBeNull();
    expect(findZone(['{"timeZone":"Nowhere/Land"}'], undefined)).toBeNull();
  });

  test('follows summer time; of an hour that comes twice, the first is meant', () => {
    const clock = new Clock('America/New_York');
    const utc = (reading: string) =>
      new Date(clock.instant(Date.parse(`${reading}Z`))).toISOString().slice(0, 16);
    expect(utc('2024-01-15T12:00')).toBe('2024-01-15T17:00');
    expect(utc('2024-07-15T12:00')).toBe('2024-07-15T16:00');
    expect(utc('2024-11-03T01:30')).toBe('2024-11-03T05:30');
    expect(utc('2024-03-10T03:30')).toBe('2024-03-10T07:30');
    expect(utc('2024-11-03T03:30')).toBe('2024-11-03T08:30');
  });

  test('is said to be unknown once for a file, and only when times of day lack it', () => {
    const without = read(
      ['start', 'end'],
      [
        ['2024-04-28 11:03:12', '2024-04-28 11:08:39'],
        ['2024-04-29 11:03:12', '2024-04-29 11:08:39']
      ]
    );
    expect(without.codes.filter((code) => code === 'TIME_ZONE_UNKNOWN')).toHaveLength(1);
    const dated = read(
      ['start', 'q'],
      [
        ['2024-04-28', '1'],
        ['2024-04-29', '2']
      ]
    );
    expect(dated.codes).not.toContain('TIME_ZONE_UNKNOWN');
    const zoned = read(
      ['start', 'q'],
      [
        ['2024-04-28T11:03:12Z', '1'],
        ['2024-04-29T11:03:12Z', '2']
      ]
    );
    expect(zoned.codes).not.toContain('TIME_ZONE_UNKNOWN');
  });

  test('of cells decides whether a column lacks one', () => {
    expect(readDates(['2024-04-28 11:03', '2024-04-29 11:03'], 1)?.lacksZone).toBe(true);
    expect(readDates(['2024-04-28T11:03Z'], 1)?.lacksZone).toBe(false);
  });
});
