import type { SheetColumn } from '../sheet/sheet';

const NAMES_ID = /\bid\b|_id|case|record|number|code|folio/i;

/** Does a heading speak of an id, a case or a code? */
export const namesId = (heading: string): boolean => NAMES_ID.test(heading);

/** `3.10224E+11`: a number of twelve digits of which a spreadsheet kept six. */
export const isRounded = (text: string): boolean => /^\d(\.\d+)?E\+\d+$/i.test(text);

/**
 * Does a column that names something hold numbers in scientific notation? Their last digits are lost:
 * different respondents may carry the same one, so it is never used as an id.
 */
export function hasLostDigits(column: SheetColumn, label: string): boolean {
  if (!NAMES_ID.test(`${column.heading} ${label}`)) return false;
  for (const text of column.values.keys()) if (isRounded(text)) return true;
  return false;
}
