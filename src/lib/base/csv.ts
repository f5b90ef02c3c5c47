/** Characters that make a spreadsheet run a cell as a formula (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r\n]/;

/** A cell no spreadsheet runs: such a start gets an apostrophe in front, as spreadsheets write text. */
export const neutralCell = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** One cell as RFC 4180 writes it, made harmless. A number stays a number, also below zero. */
export function csvCell(value: string | number): string {
  const safe = typeof value === 'number' ? String(value) : neutralCell(value);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** One record of a CSV file, with its line end. */
export const csvRecord = (cells: readonly (string | number)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

/**
 * Rows as CSV (RFC 4180, UTF-8 with byte order mark for spreadsheets). Every CSV file that leaves the
 * program is made of these cells, so that none of them is run as a formula.
 */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map(csvRecord).join('')}`;
