import { extent } from '$lib/base/extent';
import type { SheetColumn } from '../sheet/sheet';
import * as cells from './cells';
import { kindsByHeading } from './headings';
import type { IdentifierType } from './kinds';

export type { IdentifierType } from './kinds';

export interface IdentifierFinding {
  type: IdentifierType;
  /** cells that look so */
  hits: number;
}

/** How many cells must look so where the heading says nothing. */
const MOST = 0.5;

/**
 * Personal data in a column, by its heading and its cells; null when there is none to see. What a
 * heading says must show in the cells, unless there are none; without such a heading most of the cells
 * must look so.
 *
 * @param label the words a person reads: the heading, or the question of the form
 */
export function findIdentifier(column: SheetColumn, label: string): IdentifierFinding | null {
  const filled = column.rows - column.blank;
  const kinds = kindsByHeading([...new Set([column.heading, label])]);
  const hitsOf = (holds: (text: string) => boolean): number => {
    let hits = 0;
    for (const [text, count] of column.values) if (holds(text)) hits += count;
    return hits;
  };
  const isShort = column.heading.length <= 60;
  if (filled === 0) return kinds[0] && isShort ? { type: kinds[0], hits: 0 } : null;
  for (const type of kinds) {
    const hits = hitsOf((text) => !cells.isMark(text) && confirms[type](text, column.heading));
    if (hits > 0 && (type !== 'name' || hits >= filled * MOST)) return { type, hits };
  }
  return findByCells(column, filled, hitsOf);
}

/** What a cell must be for a heading to be right about it. */
const confirms: Record<IdentifierType, (text: string, heading: string) => boolean> = {
  // "anonymous" is what tools write when they do not know the address.
  email: (text) => cells.holdsEmail(text),
  phone: cells.isPhone,
  'national-id': (text, heading) =>
    /security|seguro/i.test(heading) && !/number|no\b|num|n[uú]mero/i.test(heading)
      ? cells.isSsn(text) || /^\d{9}$/.test(text)
      : cells.isPaperNumber(text),
  // A year of birth alone is an answer like any other.
  'birth-date': (text) => cells.dateYear(text) !== null,
  name: (text) => /\p{L}/u.test(text) && text.split(' ').length <= 5 && text.length <= 60,
  address: (text) => /\d/.test(text) && /\p{L}/u.test(text),
  location: cells.isCoordinate,
  ip: (text, heading) => /addr|direcci/i.test(heading) || cells.isIp(text),
  // Long, and no quantity: `4.5` under "session" is not a person.
  device: (text) => text.length >= 4 && !/^-?\d+[.,]\d+$/.test(text),
  marked: () => true
};

type Hits = (holds: (text: string) => boolean) => number;

/** Distinct cells by which a kind is ruled out before all are counted. */
const GLANCE = 200;

function findByCells(column: SheetColumn, filled: number, count: Hits): IdentifierFinding | null {
  const first: string[] = [];
  for (const text of column.values.keys()) if (first.push(text) === GLANCE) break;
  const hitsOf: Hits = (holds) =>
    first.filter(holds).length < first.length / 4 ? 0 : count(holds);
  const emails = hitsOf(cells.isEmail);
  if (emails > 0 && emails + hitsOf(cells.isNoAddress) >= filled * MOST)
    return { type: 'email', hits: emails };
  const most = (type: IdentifierType, least: number, holds: (text: string) => boolean) => {
    const hits = hitsOf(holds);
    return hits >= least && hits >= filled * MOST ? { type, hits } : null;
  };
  return (
    most('ip', 1, cells.isIp) ??
    most('national-id', 1, cells.isPersonNumber) ??
    most('location', 1, cells.isGeopoint) ??
    most('phone', 3, cells.isWrittenPhone) ??
    most('address', 3, cells.isStreetAddress) ??
    most('device', 3, (text) => /^Mozilla\/\d/.test(text)) ??
    findBirthDates(column, filled, hitsOf) ??
    findNames(column, filled, hitsOf)
  );
}

const EARLIEST = 1900;
/** Nobody younger is asked. */
const YOUNGEST = 5;

/** Whole dates of many different years, none of them recent. */
function findBirthDates(
  { values }: SheetColumn,
  filled: number,
  hitsOf: Hits
): IdentifierFinding | null {
  const latest = new Date().getUTCFullYear() - YOUNGEST;
  const years: number[] = [];
  const hits = hitsOf((text) => {
    const year = cells.dateYear(text);
    if (year === null || year < EARLIEST || year > latest) return false;
    years.push(year);
    return true;
  });
  const range = extent(years);
  const isSpread = range.high - range.low >= 25;
  return hits >= 8 && isSpread && hits >= filled * 0.9 && values.size >= filled * 0.6
    ? { type: 'birth-date', hits }
    : null;
}

/** Title-case words that hardly come twice, with common given names among them. */
function findNames(
  { values }: SheetColumn,
  filled: number,
  hitsOf: Hits
): IdentifierFinding | null {
  if (filled < 4 || values.size < filled * 0.7) return null;
  const hits = hitsOf(cells.isTitleCase);
  if (hits < filled * 0.6) return null;
  const known = hitsOf((text) => cells.isTitleCase(text) && cells.holdsGivenName(text));
  return known >= Math.max(2, filled * 0.15) ? { type: 'name', hits } : null;
}
