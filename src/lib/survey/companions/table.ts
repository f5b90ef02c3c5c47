import type { Issue } from '$lib/base/issue';
import type { TableText } from '../containers/unpack';
import { openFile, type LayoutOverride, type OpenedFile } from '../file/open-file';
import { findFormat } from '../formats';
import { headerRowsOf, toHead, type SurveyFormat } from '../formats/format';
import { readSheet } from '../sheet/read-sheet';
import type { Sheet } from '../sheet/sheet';

/** A table whose layout and format are known. */
export interface OpenTable extends TableText {
  opened: OpenedFile;
  format: SurveyFormat;
  /** cleaned headings of its first header record */
  headings: string[];
}

export type TableOpening = { ok: true; table: OpenTable } | { ok: false; issues: Issue[] };

/** Sheets are written by us: nothing about their layout is to be guessed. */
const OF_SHEET: LayoutOverride = { encoding: 'utf-8', delimiter: ',', backslashEscapes: false };

/** What is to be taken for granted of a table's layout. */
export const layoutSaid = (text: TableText, said: LayoutOverride = {}): LayoutOverride =>
  text.container?.kind === 'xlsx' ? { ...said, ...OF_SHEET } : said;

/** Finds layout and format of a table from its beginning. */
export function openTable(text: TableText): TableOpening {
  const opening = openFile(text.source, layoutSaid(text));
  if (!opening.ok) return opening;
  const { head } = opening.file;
  const first = toHead(head);
  const format = findFormat(first);
  const layout = { ...opening.file.layout, headerRows: headerRowsOf(format, first) };
  const opened = { ...opening.file, layout };
  return { ok: true, table: { ...text, opened, format, headings: head[0] ?? [] } };
}

const sheets = new WeakMap<OpenTable, Sheet>();

/** For a table whose sheet has been read already. */
export const knowSheet = (table: OpenTable, sheet: Sheet): void => {
  sheets.set(table, sheet);
};

/** The first rows of a table; all of them when it is small. */
export function sheetOf(table: OpenTable): Sheet {
  const known = sheets.get(table);
  if (known) return known;
  const { layout, head } = table.opened;
  const sheet = readSheet(table.source, layout, head.slice(0, layout.headerRows));
  sheets.set(table, sheet);
  return sheet;
}

/** The cells of a table by heading, for tables that describe others. */
export function cellReader(
  headings: readonly string[]
): (row: readonly string[], pattern: RegExp) => string {
  const at = new Map<RegExp, number>();
  return (row, pattern) => {
    let column = at.get(pattern);
    if (column === undefined) {
      column = headings.findIndex((heading) => pattern.test(heading.trim().toLowerCase()));
      at.set(pattern, column);
    }
    return (row[column] ?? '').trim();
  };
}

/** What a person calls a table: its sheet or entry, else the file without its ending. */
export const tableName = ({ file, container }: Pick<TableText, 'file' | 'container'>): string =>
  container?.kind === 'xlsx'
    ? container.sheet
    : (container?.kind === 'zip' ? container.entry : file)
        .replace(/^.*\//, '')
        .replace(/\.[a-z0-9]{2,4}$/i, '');
