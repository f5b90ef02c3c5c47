import type { ByteSource } from '../file/bytes';
import { cellText } from '../file/cell-text';
import type { ColumnHint } from '../formats/format';
import { readHeadings } from '../formats/reading/headings';
import type { JoinPlan } from '../plan';
import { rowLimit } from '../sheet/read-sheet';
import { firstRows, type Sheet, type SheetColumn } from '../sheet/sheet';
import { JoinTable, keyOf } from './join-table';

/** A table to be joined to a sample of the main one. */
export interface SheetJoin {
  plan: JoinPlan;
  /** delimited text of the table */
  source: ByteSource;
  /** its cleaned headings; for one that is counted, the name of its rows */
  headings: readonly string[];
  /** what its definition says, by column */
  known?: readonly (ColumnHint | null)[];
}

/**
 * The sample of a file with the columns of the tables joined to it, so that questions are proposed for
 * them as for its own.
 *
 * @returns the sheet, and what is known of each column beforehand (null for the file's own)
 */
export function joinSheet(
  full: Sheet,
  joins: readonly SheetJoin[]
): { sheet: Sheet; known: (ColumnHint | null)[] } {
  if (joins.length === 0) return { sheet: full, known: full.columns.map(() => null) };
  const width = joins.reduce((sum, { plan }) => sum + plan.columns, full.columns.length);
  // Wider rows, fewer of them: the sample is to cost no more than that of one file.
  const sheet = firstRows(full, rowLimit(width));
  const rows = sheet.rows.map((row) => row.slice());
  const columns = [...sheet.columns];
  const header = sheet.header.map((record) => record.slice());
  const known: (ColumnHint | null)[] = columns.map(() => null);
  for (const join of joins) {
    const { plan, source, headings } = join;
    const keys = new Set(rows.map((row) => keyOf(row, plan.key, 'main')));
    const table = new JoinTable(plan, source, { keys });
    const added = Array.from({ length: plan.columns }, (_, i): SheetColumn => ({
      index: plan.offset + i,
      heading: headings[i] ?? '',
      values: new Map<string, number>(),
      blank: 0,
      rows: rows.length,
      cleaned: new Map<number, { line: number; text: string }>(),
      firstLine: new Map<string, number>()
    }));
    rows.forEach((row, r) => {
      while (row.length < plan.offset) row.push('');
      const line = sheet.lines[r] ?? 0;
      const cells = table.cells(row, line);
      added.forEach((column, i) => {
        const { text } = cellText(cells?.[i] ?? '');
        row.push(text);
        if (text === '') column.blank++;
        else column.values.set(text, (column.values.get(text) ?? 0) + 1);
        if (!column.firstLine.has(text)) column.firstLine.set(text, line);
      });
    });
    header.forEach((record, r) => {
      while (record.length < plan.offset) record.push('');
      record.push(...added.map((column) => (r === 0 ? column.heading : '')));
    });
    columns.push(...added);
    known.push(...hintsOf(join, added, sheet.columns));
  }
  return { sheet: { ...sheet, rows, columns, header }, known };
}

/** Keys and columns that the main table has as well say nothing new. */
function hintsOf(
  { plan, known, headings }: SheetJoin,
  added: readonly SheetColumn[],
  own: readonly SheetColumn[]
): ColumnHint[] {
  if (plan.take === 'count')
    return [{ kind: 'numeric', labels: { und: headings[0] ?? '' }, group: undefined }];
  const names = new Set(own.map((column) => column.heading));
  const read = readHeadings({
    header: [[...headings]],
    columns: [...added],
    rows: [],
    lines: [],
    isWhole: true
  });
  return added.map((column, i): ColumnHint => {
    const isKey = plan.key.some((pair) => pair.joined === i);
    const isAgain = isKey || (column.heading !== '' && names.has(column.heading));
    if (isAgain) return { labels: { und: column.heading }, group: undefined, isRedundant: true };
    return { group: undefined, ...read[i], ...known?.[i] };
  });
}
