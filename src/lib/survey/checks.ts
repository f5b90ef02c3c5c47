import type { Issue } from '$lib/base/issue';
import {
  BYTES_REPAIRED,
  CHARACTERS_LOST,
  INVISIBLE_REMOVED,
  MOJIBAKE,
  NUL_REMOVED
} from './cell-text';
import type { ColumnFacts } from './facts';
import type { PlannedVariable } from './plan';
import type { SheetColumn } from './sheet';

/** Issues that show in the cells of single columns: each is found once per column, at its first line. */
export function checkColumns(
  facts: readonly ColumnFacts[],
  variables: readonly PlannedVariable[]
): Issue[] {
  const issues: Issue[] = [];
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
      numberFormats(each, variable),
      mergedValues(variable, column)
    ];
    for (const issue of found) if (issue) issues.push(issue);
  }
  return issues;
}

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

const HYGIENE: [number, string, Issue['severity']][] = [
  [NUL_REMOVED, 'NUL_BYTES', 'repaired'],
  [INVISIBLE_REMOVED, 'INVISIBLE_CHARACTERS', 'repaired'],
  [BYTES_REPAIRED, 'INVALID_BYTES', 'repaired'],
  [CHARACTERS_LOST, 'LOST_CHARACTERS', 'note'],
  [MOJIBAKE, 'MOJIBAKE_SUSPECTED', 'question']
];

const hygiene = (column: SheetColumn): Issue[] =>
  HYGIENE.flatMap(([flag, code, severity]) => {
    const found = column.cleaned.get(flag);
    return found
      ? [at(code, severity, column, found.line, { value: found.text.slice(0, 60) })]
      : [];
  });

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const EXCEL_DATE = new RegExp(`^(\\d{1,2}-${MONTH}|${MONTH}-\\d{2})$`, 'i');

/** Ranges that a spreadsheet took for dates: `3-Jan` for 1-3, `Oct-14` for 10-14, among other answers. */
function excelDates({ column }: ColumnFacts): Issue | null {
  const first = firstOf(column, (text) => EXCEL_DATE.test(text));
  if (!first) return null;
  const others = [...column.values.keys()].filter((text) => !EXCEL_DATE.test(text));
  const isRangeLike = others.some((text) => /^\d{1,3}(\s*[-–]\s*\d{1,3}|\+)?$/.test(text));
  if (others.length > 0 && !isRangeLike) return null;
  if (others.length === 0 && /date|fecha|month|mes/i.test(column.heading)) return null;
  let count = 0;
  for (const [text, n] of column.values) if (EXCEL_DATE.test(text)) count += n;
  return at('EXCEL_DATE_MANGLED', 'question', column, first.line, {
    value: first.text,
    proposal: rangeOf(first.text),
    count
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function rangeOf(text: string): string {
  const [a = '', b = ''] = text.toLowerCase().split('-');
  const month = (part: string): number => MONTHS.indexOf(part) + 1;
  return month(b) > 0 ? `${month(b)}-${a}` : `${month(a)}-${b}`;
}

function scientificIds({ column, label }: ColumnFacts): Issue | null {
  if (!/\bid\b|_id|case|record|number|code|folio/i.test(`${column.heading} ${label}`)) return null;
  const first = firstOf(column, (text) => /^\d(\.\d+)?E\+\d+$/i.test(text));
  return first ? at('SCIENTIFIC_ID', 'question', column, first.line, { value: first.text }) : null;
}

function zipZeros({ column, label }: ColumnFacts): Issue | null {
  if (!/\bzip|postal|c[oó]digo postal/i.test(`${column.heading} ${label}`)) return null;
  const texts = [...column.values.keys()];
  if (
    !texts.some((text) => /^\d{5}(-\d{4})?$/.test(text)) &&
    !texts.every((text) => /^\d{4}$/.test(text))
  )
    return null;
  const first = firstOf(column, (text) => /^\d{3,4}(-\d{4})?$/.test(text));
  if (!first) return null;
  return at('LEADING_ZERO_LOST', 'question', column, first.line, {
    value: first.text,
    proposal: first.text.split('-')[0]?.padStart(5, '0') ?? ''
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
  if (date.isAmbiguous || date.isThin) {
    const severity = date.isAmbiguous ? 'question' : 'note';
    const params = { value: first?.text ?? '', order: date.style.order };
    issues.push(at('DATE_AMBIGUOUS', severity, column, line, params));
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

function mergedValues(variable: PlannedVariable | undefined, column: SheetColumn): Issue | null {
  if (variable?.source.from !== 'column' || !variable.source.merge) return null;
  const first = firstOf(column, () => true);
  const values = Object.keys(variable.source.merge).length;
  return at('VALUES_MERGED', 'repaired', column, first?.line ?? 0, { values });
}
