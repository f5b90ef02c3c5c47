import type { SheetColumn } from '../sheet/sheet';
import { sheetOf, type OpenTable } from './table';

/** A column of each table whose equal cells pair their rows. */
export interface KeyPair {
  main: SheetColumn;
  joined: SheetColumn;
  /** rows of the joined table (of the sample) with a row in the main table */
  matched: number;
  unmatched: number;
  /** every key once in the joined table */
  isUnique: boolean;
  /** running numbers match those of any other table: the rest must speak for it too */
  isWeak: boolean;
}

/** Names by which child tables of a tool point at their parents: child heading to main heading. */
const PARENT_KEYS: [string, string][] = [
  ['_submission__uuid', '_uuid'],
  ['_submission__id', '_id'],
  ['_parent_index', '_index'],
  ['PARENT_KEY', 'KEY']
];

/** The key by which a child table of a tool points at the main table; null when they do not belong together. */
export function findParentKey(main: OpenTable, child: OpenTable): KeyPair | null {
  for (const [childName, mainName] of PARENT_KEYS) {
    const pair = compare(columnNamed(main, mainName), columnNamed(child, childName));
    if (pair && pair.matched > 0) return pair;
  }
  return null;
}

const columnNamed = (table: OpenTable, heading: string): SheetColumn | undefined =>
  sheetOf(table).columns.find((column) => column.heading === heading);

/**
 * The columns by which two tables are about the same respondents: unique in the main table, and found
 * there from the other one. Columns with the same heading are looked at first, then any whose cells are
 * too special to agree by chance.
 */
export function findSharedKey(main: OpenTable, other: OpenTable): KeyPair | null {
  const mainKeys = sheetOf(main).columns.filter(isKey);
  const others = sheetOf(other).columns.filter((column) => column.blank < column.rows * 0.05);
  const pairs = mainKeys.flatMap((key) =>
    others.flatMap((column) => {
      const isSame = plain(key.heading) === plain(column.heading) && key.heading !== '';
      if (!isSame && !isSpecial(column)) return [];
      const pair = compare(key, column);
      return pair && isPlausible(pair, main, other, isSame) ? [{ ...pair, isSame }] : [];
    })
  );
  pairs.sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.matched - a.matched);
  return pairs[0] ?? null;
}

const plain = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Every row has one, and no two rows the same (of a few, entered twice, we do not make much). */
const isKey = ({ values, blank, rows }: SheetColumn): boolean =>
  rows >= 2 && blank === 0 && values.size >= rows * 0.98 && ![...values.keys()].every(isMoment);

/** When somebody answered is nobody's name, and neither is a weight. */
const isMoment = (text: string): boolean =>
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|^-?\d*[.,]\d+$/.test(text);

/** Long enough not to agree by chance. */
function isSpecial({ values }: SheetColumn): boolean {
  let checked = 0;
  for (const value of values.keys()) {
    if (value.length < 6 || /^\d{4}-\d\d-\d\d/.test(value)) return false;
    if (++checked === 50) break;
  }
  return checked >= 2;
}

/** Whole numbers that fill most of the range they span: row numbers. */
function isRunning({ values }: SheetColumn): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values.keys()) {
    if (!/^\d{1,9}$/.test(value)) return false;
    low = Math.min(low, Number(value));
    high = Math.max(high, Number(value));
  }
  return high - low + 1 < values.size * 3;
}

function compare(main: SheetColumn | undefined, joined: SheetColumn | undefined): KeyPair | null {
  if (!main || !joined || joined.values.size === 0) return null;
  let matched = 0;
  for (const [value, count] of joined.values) if (main.values.has(value)) matched += count;
  const isUnique = joined.values.size + joined.blank === joined.rows;
  const unmatched = joined.rows - matched;
  return { main, joined, matched, unmatched, isUnique, isWeak: isRunning(main) };
}

/** Samples of large files need not begin with the same rows: then some agreement is enough. */
function isPlausible(pair: KeyPair, main: OpenTable, other: OpenTable, isSame: boolean): boolean {
  const { matched, unmatched, main: key } = pair;
  const rows = matched + unmatched;
  const isWhole = sheetOf(main).isWhole;
  const distinct = new Set(pair.joined.values.keys()).size;
  const areTools = [main, other].every(({ format }) => format.id !== 'generic');
  if (pair.isWeak && areTools && main.format.id !== other.format.id) return false;
  if (pair.isWeak)
    return isSame && pair.isUnique && matched >= rows * 0.95 && matched >= key.values.size * 0.95;
  if (distinct < 2) return false;
  return isWhole ? matched >= rows * 0.5 : matched >= Math.max(2, rows * 0.1);
}
