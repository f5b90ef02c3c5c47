import { csvText } from '$lib/base/csv';
import { textFor } from '$lib/text/text';
import type { ChartModel, ModelRow } from './model';

export interface TableCell {
  text: string;
  /** what the column sorts by; null sorts last */
  sort: number | string | null;
}

/** The figure as a table: the same strings as its marks. */
export interface FigureTable {
  caption: string;
  columns: { key: string; label: string; isNumber: boolean }[];
  rows: { key: string; cells: TableCell[] }[];
}

export const tableOf = (model: ChartModel): FigureTable => ({
  caption: model.title,
  columns: model.columns.map(({ key, label }) => ({
    key,
    label,
    isNumber: key !== 'label' && key !== 'rank' && key !== 'flag'
  })),
  rows: model.rows.map((row, index) => ({
    key: row.key,
    cells: model.columns.map(({ key }) => cellOf(row, key, index))
  }))
});

function cellOf(row: ModelRow, key: string, index: number): TableCell {
  const [kind, partKey] = key.split(/:(.*)/s);
  const part = row.parts.find((one) => one.key === partKey);
  const hidden = row.parts.length === 0 ? row.valueText : '';
  switch (kind) {
    case 'label':
      return { text: row.label, sort: row.label };
    case 'rank':
      return { text: row.rankText ?? '', sort: row.rankText ? index : null };
    case 'value':
      return { text: row.valueText, sort: row.net?.value ?? row.value };
    case 'range':
      return { text: row.rangeText, sort: row.net?.low ?? row.low };
    case 'answers':
      return { text: row.answersText, sort: row.n };
    case 'gap':
      return { text: row.gapText ?? '', sort: row.gapText === null ? null : index };
    case 'gap-range':
      return { text: row.gapRangeText ?? '', sort: row.gapText === null ? null : index };
    case 'part':
      return { text: part?.valueText ?? hidden, sort: part?.value ?? null };
    case 'part-range':
      return { text: part?.rangeText ?? hidden, sort: part?.low ?? null };
    case 'flag':
      return { text: row.flagText, sort: row.flagText };
    default:
      throw new RangeError(`A figure has no column "${key}".`);
  }
}

/**
 * The table as CSV (RFC 4180, UTF-8 with byte order mark for spreadsheets): a comment line with source,
 * and hash, then headings and rows, with the flag letter in a column of its own. Signed gaps are quoted
 * as text, since a cell that starts with a sign could be run as a formula.
 */
export function toCsv(model: ChartModel): string {
  const words = textFor(model.language).figures.csv;
  const table = tableOf(model);
  const comment = [
    `# ${model.title}`,
    model.subtitle,
    `${words.source}: ${model.source}`,
    ...(model.hash ? [`${words.hash}: ${model.hash}`] : [])
  ]
    .join(' | ')
    .replace(/[\r\n]+/g, ' ');
  const flags = new Map(model.rows.map((row) => [row.key, row.flag]));
  return csvText([
    [comment],
    [...table.columns.map(({ label }) => label), words.flag],
    ...table.rows.map(({ key, cells }) => [...cells.map(({ text }) => text), flags.get(key) ?? ''])
  ]);
}
