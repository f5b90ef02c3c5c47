import Papa from 'papaparse';
import type { DataColumn, DataSource } from '$lib/estimation/query/data-source';

const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const losesDigits = (cell: string): boolean => /^\d+$/.test(cell) && String(Number(cell)) !== cell;

/**
 * A CSV text as columns: numeric when every cell that is not blank is a number and none is a code that
 * would lose its zeros or its last digits; blank = missing.
 */
export function csvSource(text: string): DataSource {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [names = [], ...rows] = data;
  const columns = new Map<string, DataColumn>();
  const column = (name: string): DataColumn | null => {
    const at = names.indexOf(name);
    if (at < 0) return null;
    const known = columns.get(name);
    if (known) return known;
    const made = makeColumn(rows.map((row) => row[at] ?? ''));
    columns.set(name, made);
    return made;
  };
  return { rows: rows.length, names, column };
}

function makeColumn(cells: readonly string[]): DataColumn {
  const areNumbers = cells.every((cell) => cell === '' || isNumber.test(cell));
  if (areNumbers && !cells.some(losesDigits))
    return {
      kind: 'numeric',
      values: Float64Array.from(cells, (cell) => (cell === '' ? NaN : Number(cell)))
    };
  const labels = [...new Set(cells.filter((cell) => cell !== ''))];
  const codeOf = new Map(labels.map((label, k) => [label, k + 1]));
  return {
    kind: 'text',
    codes: Uint32Array.from(cells, (cell) => codeOf.get(cell) ?? 0),
    labels
  };
}
