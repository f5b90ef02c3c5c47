import type { CellRepair } from '../plan';
import { repairCell } from '../values/cell-repair';
import type { Sheet } from './sheet';

/** The sheet with what a tool did to its texts undone, in headings and cells. */
export function repairedSheet(sheet: Sheet, repair: CellRepair): Sheet {
  const put = (text: string): string => repairCell(text, repair);
  const columns = sheet.columns.map((column) => {
    const values = new Map<string, number>();
    const firstLine = new Map<string, number>();
    for (const [text, count] of column.values)
      values.set(put(text), (values.get(put(text)) ?? 0) + count);
    for (const [text, line] of column.firstLine)
      if (!firstLine.has(put(text))) firstLine.set(put(text), line);
    return { ...column, heading: put(column.heading), values, firstLine };
  });
  return {
    ...sheet,
    columns,
    header: sheet.header.map((record) => record.map(put)),
    rows: sheet.rows.map((row) => row.map(put))
  };
}
