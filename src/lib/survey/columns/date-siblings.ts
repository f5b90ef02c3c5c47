import type { DateStyle } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { parseDate } from '../values/dates';
import { findZone } from '../values/time-zone';
import type { ColumnFacts } from './facts';

type Order = 'dmy' | 'mdy';
const ORDERS: readonly Order[] = ['dmy', 'mdy'];
const START = /\b(start|begin|began|opened|created|inicio|comienzo)/i;
const END = /\b(end|stop|complet|submi|finish|recorded|modified|fin|env[ií]o)/i;

/**
 * The facts of all columns once date columns have heard each other: an order of day and month that a
 * column leaves open is that of the other dates of the file, when they agree; else the one in which no
 * row ends before it starts, when the other has such rows. Whatever stays open is asked. Times that
 * name no zone get the one that the file or the tool says.
 */
export function settleDates(
  sheet: Sheet,
  facts: readonly ColumnFacts[],
  zoneOfTool: string | undefined
): ColumnFacts[] {
  const agreed = agreedOrder(facts);
  return facts.map((each) => {
    const { date, column } = each;
    if (!date) return each;
    const header = [...sheet.header.map((record) => record[column.index] ?? ''), each.label];
    const style = withZone(date.style, findZone(header, zoneOfTool));
    if (!date.isAmbiguous) return { ...each, date: { ...date, style } };
    const order = agreed ?? orderByRows(sheet, facts, each);
    if (!order) return { ...each, date: { ...date, style } };
    const settledBy = agreed ? ('sibling' as const) : ('start-end' as const);
    return {
      ...each,
      date: { ...date, style: { ...style, order }, isAmbiguous: false, settledBy }
    };
  });
}

function withZone(style: DateStyle, zone: string | null): DateStyle {
  if (zone === null || !style.hasTime) return style;
  return zone === 'UTC' ? { ...style, offsetMinutes: 0 } : { ...style, zone };
}

/** The one order in which all dates that show theirs are written. */
function agreedOrder(facts: readonly ColumnFacts[]): Order | null {
  const orders = new Set<string>();
  for (const { date } of facts) {
    if (!date || date.isAmbiguous || date.isMixed) continue;
    if (date.otherOrder.length > 0) return null;
    if (date.style.order === 'dmy' || date.style.order === 'mdy') orders.add(date.style.order);
  }
  const [only] = orders;
  return orders.size === 1 ? (only as Order) : null;
}

/** The order in which a start is never after its end, when in the other it sometimes is. */
function orderByRows(sheet: Sheet, facts: readonly ColumnFacts[], each: ColumnFacts): Order | null {
  const isStart = START.test(each.label);
  const isEnd = END.test(each.label);
  if (isStart === isEnd) return null;
  const others = facts.filter(
    (one) => one !== each && one.date && (isStart ? END : START).test(one.label)
  );
  for (const other of others) {
    const [start, end] = isStart ? [each, other] : [other, each];
    const wrong = ORDERS.map((order) => rowsEndingEarly(sheet, start, end, order));
    if (wrong[0] === 0 && (wrong[1] ?? 0) > 0) return 'dmy';
    if (wrong[1] === 0 && (wrong[0] ?? 0) > 0) return 'mdy';
  }
  return null;
}

function rowsEndingEarly(sheet: Sheet, start: ColumnFacts, end: ColumnFacts, order: Order): number {
  const read = ({ column, date }: ColumnFacts, row: readonly string[]): number => {
    if (!date) return NaN;
    const style = date.isAmbiguous ? { ...date.style, order } : date.style;
    return parseDate(row[column.index] ?? '', style);
  };
  let count = 0;
  for (const row of sheet.rows) if (read(start, row) > read(end, row)) count++;
  return count;
}
