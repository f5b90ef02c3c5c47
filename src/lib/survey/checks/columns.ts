import type { Issue } from '$lib/base/issue';
import type { ColumnFacts } from '../columns/facts';
import { hasLostDigits, isRounded } from '../columns/lost-digits';
import { findSuspectedCodes } from '../columns/suspected-codes';
import type { PlannedVariable } from '../plan';
import type { SheetColumn } from '../sheet/sheet';
import { isRangeAsDate, isShortZip, repairCell } from '../values/cell-repair';
import { hygieneIssue, HYGIENE_FLAGS } from './unclean-cells';

/** Issues that show in the cells of single columns: each is found once per column, at its first line. */
export function checkColumns(
  facts: readonly ColumnFacts[],
  variables: readonly PlannedVariable[]
): Issue[] {
  const issues: Issue[] = [];
  const clock = facts.find((each) => lacksZone(each, variables));
  if (clock) issues.push(at('TIME_ZONE_UNKNOWN', 'note', clock.column, lineOf(clock.column)));
  for (const each of facts) {
    const { column } = each;
    const variable = variables.find((one) => one.columnIndex === column.index);
    issues.push(...hygiene(column));
    const found = [
      excelDates(each),
      scientificIds(each),
      zipZeros(each),
      formulas(column),
      decimalComma(each, variable),
      ...dates(each, variable),
      suspectedCodes(each, variable),
      numberFormats(each, variable),
      mergedValues(variable, column)
    ];
    for (const issue of found) if (issue) issues.push(issue);
  }
  return issues;
}

/** Times of day in a column that is read, without a zone in the cells, the heading or the tool. */
function lacksZone({ column, date }: ColumnFacts, variables: readonly PlannedVariable[]): boolean {
  if (!date?.lacksZone || date.style.zone || date.style.offsetMinutes !== null) return false;
  const variable = variables.find((one) => one.columnIndex === column.index);
  return variable?.kind === 'date' && variable.include;
}

const lineOf = (column: SheetColumn): number => firstOf(column, () => true)?.line ?? 0;

/** First line on which a column holds a cell that fulfils the condition; null when none does. */
function firstOf(
  column: SheetColumn,
  holds: (text: string) => boolean
): { line: number; text: string } | null {
  let first: { line: number; text: string } | null = null;
  for (const text of column.values.keys()) {
    const line = column.firstLine.get(text) ?? 0;
    if ((first === null || line < first.line) && holds(text)) first = { line, text };
  }
  return first;
}

function at(
  code: string,
  severity: Issue['severity'],
  column: SheetColumn,
  line: number,
  params: Issue['params'] = {}
): Issue {
  const where = { line, column: column.heading, columnIndex: column.index };
  return { code, severity, where, params };
}

const hygiene = (column: SheetColumn): Issue[] =>
  HYGIENE_FLAGS.flatMap(([flag]) => {
    const found = column.cleaned.get(flag);
    return found ? [hygieneIssue(flag, column, found.line, found.text)] : [];
  });

/** Ranges that a spreadsheet took for dates: `3-Jan` for 1-3, `Oct-14` for 10-14, among other answers. */
function excelDates({ column }: ColumnFacts): Issue | null {
  const first = firstOf(column, isRangeAsDate);
  if (!first) return null;
  const others = [...column.values.keys()].filter((text) => !isRangeAsDate(text));
  const isRangeLike = others.some((text) => /^\d{1,3}(\s*[-–]\s*\d{1,3}|\+)?$/.test(text));
  if (others.length > 0 && !isRangeLike) return null;
  if (others.length === 0 && /date|fecha|month|mes/i.test(column.heading)) return null;
  let count = 0;
  for (const [text, n] of column.values) if (isRangeAsDate(text)) count += n;
  return at('EXCEL_DATE_MANGLED', 'question', column, first.line, {
    value: first.text,
    proposal: repairCell(first.text, 'range-from-date'),
    count
  });
}

function scientificIds({ column, label }: ColumnFacts): Issue | null {
  if (!hasLostDigits(column, label)) return null;
  const first = firstOf(column, isRounded);
  let count = 0;
  for (const [text, n] of column.values) if (isRounded(text)) count += n;
  return first && at('SCIENTIFIC_ID', 'question', column, first.line, { value: first.text, count });
}

function zipZeros({ column, label }: ColumnFacts): Issue | null {
  if (!/\bzip|postal|c[oó]digo postal/i.test(`${column.heading} ${label}`)) return null;
  const texts = [...column.values.keys()];
  if (
    !texts.some((text) => /^\d{5}(-\d{4})?$/.test(text)) &&
    !texts.every((text) => /^\d{4}$/.test(text))
  )
    return null;
  const first = firstOf(column, isShortZip);
  if (!first) return null;
  return at('LEADING_ZERO_LOST', 'question', column, first.line, {
    value: first.text,
    proposal: repairCell(first.text, 'zip-zeros')
  });
}

function formulas(column: SheetColumn): Issue | null {
  const first = firstOf(
    column,
    (text) =>
      /^[=@]./.test(text) ||
      (/^[+-]/.test(text) && !/^[+-]?[\d.,\s()%-]+$/.test(text) && text.length > 1)
  );
  return first ? at('FORMULA_LIKE', 'note', column, first.line, {}) : null;
}

function decimalComma(
  { column, number }: ColumnFacts,
  variable: PlannedVariable | undefined
): Issue | null {
  if (number?.decimal !== ',' || variable?.kind !== 'numeric') return null;
  const first = firstOf(column, (text) => /\d,\d/.test(text));
  return first ? at('DECIMAL_COMMA', 'note', column, first.line, { value: first.text }) : null;
}

function dates({ column, date }: ColumnFacts, variable: PlannedVariable | undefined): Issue[] {
  if (!date || variable?.kind !== 'date') return [];
  const issues: Issue[] = [];
  const first = firstOf(column, () => true);
  const line = first?.line ?? 0;
  const { order } = date.style;
  if (date.isAmbiguous || date.isThin) {
    const severity = date.isAmbiguous ? 'question' : 'note';
    issues.push(at('DATE_AMBIGUOUS', severity, column, line, { value: first?.text ?? '', order }));
  }
  if (date.settledBy !== undefined)
    issues.push(at('DATE_ORDER_SETTLED', 'note', column, line, { by: date.settledBy, order }));
  if (date.otherOrder.length > 0) {
    const rare = firstOf(column, (text) => date.otherOrder.includes(text));
    const lines = date.otherOrder
      .flatMap((text) => column.firstLine.get(text) ?? [])
      .sort((a, b) => a - b)
      .slice(0, 10)
      .join(', ');
    const params = { value: rare?.text ?? '', order, lines };
    issues.push(at('DATE_ORDER_MIXED', 'question', column, rare?.line ?? line, params));
  }
  if (date.isMixed) issues.push(at('DATE_FORMATS_MIXED', 'repaired', column, line));
  if (date.serial !== null) {
    const serial = column.firstLine.get(date.serial) ?? line;
    issues.push(at('DATE_SERIAL', 'repaired', column, serial, { value: date.serial }));
  }
  return issues;
}

function numberFormats(
  { column, answers }: ColumnFacts,
  variable: PlannedVariable | undefined
): Issue | null {
  if (variable?.kind !== 'numeric') return null;
  const texts = [...answers.keys()];
  const comma = texts.filter(
    (text) => /\d\.\d{3},\d/.test(text) || /^\D*\d+,\d{1,2}\D*$/.test(text)
  );
  const point = texts.filter(
    (text) => /\d,\d{3}(\.\d|\D*$)/.test(text) || /^\D*\d+\.\d{1,2}\D*$/.test(text)
  );
  if (comma.length === 0 || point.length === 0) return null;
  const rare = comma.length <= point.length ? comma : point;
  const first = firstOf(column, (text) => rare.includes(text));
  return first
    ? at('NUMBER_FORMATS_MIXED', 'repaired', column, first.line, { value: first.text })
    : null;
}

function suspectedCodes(facts: ColumnFacts, variable: PlannedVariable | undefined): Issue | null {
  if (variable?.kind !== 'numeric' || variable.role !== 'answer') return null;
  const found = findSuspectedCodes(facts);
  if (!found) return null;
  const { column } = facts;
  const first = firstOf(column, (text) => found.codes.includes(Number(text)));
  return at('CODES_MAY_BE_MISSING', 'question', column, first?.line ?? 0, {
    values: found.codes.join(', '),
    none: found.none ?? ''
  });
}

function mergedValues(variable: PlannedVariable | undefined, column: SheetColumn): Issue | null {
  if (variable?.source.from !== 'column' || !variable.source.merge) return null;
  const meanings = Object.values(variable.source.merge);
  if (!meanings.every((meaning) => meaning === 'Yes' || meaning === 'No')) return null;
  const first = firstOf(column, () => true);
  const values = Object.keys(variable.source.merge).length;
  return at('VALUES_MERGED', 'repaired', column, first?.line ?? 0, { values });
}
