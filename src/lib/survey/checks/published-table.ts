import type { Issue } from '$lib/base/issue';
import type { Sheet } from '../sheet/sheet';

const PERCENT = /^-?\d{1,3}(\.\d+)?\s*%$/;
const BASE =
  /^(base|(grand )?total|unweighted (base|n)|weighted (base|n)|n ?=|sample size|column n)\b/i;

/**
 * The issue that refuses a published table of percentages; null when rows look like respondents. Columns
 * of percents, or many percents over a row of bases, are what a report has and a survey file has not.
 */
export function findPublishedTable(sheet: Sheet): Issue | null {
  let cells = 0;
  let percents = 0;
  let firstLine = 0;
  let hasBase = false;
  sheet.rows.forEach((row, i) => {
    if (BASE.test(row[0] ?? '') || BASE.test(row[1] ?? '')) hasBase = true;
    for (const cell of row) {
      if (cell === '') continue;
      cells++;
      if (!PERCENT.test(cell)) continue;
      percents++;
      if (firstLine === 0) firstLine = sheet.lines[i] ?? 0;
    }
  });
  const columns = sheet.columns.filter((column) => {
    // Bases are counts; a second header row leaves a word or two among the percents.
    let texts = 0;
    let shares = 0;
    for (const [value, count] of column.values) {
      if (/^\d[\d,]*$/.test(value)) continue;
      texts += count;
      if (PERCENT.test(value)) shares += count;
    }
    return shares > 1 && shares >= texts * 0.9;
  }).length;
  const width = sheet.columns.length;
  const isTable =
    percents > cells * 0.3 ||
    (columns >= 2 && columns >= width * 0.2 && (hasBase || (sheet.columns[0]?.blank ?? 0) > 0)) ||
    (hasBase && percents > cells * 0.15);
  if (!isTable || width < 3) return null;
  return {
    code: 'AGGREGATE_TABLE',
    severity: 'error',
    where: { line: firstLine },
    params: { columns, percents }
  };
}
