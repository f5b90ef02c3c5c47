import { withKnown } from '../companions/definition';
import type { ColumnHint, SurveyFormat } from '../formats/format';
import { readHeadings } from '../formats/reading/headings';
import type { FormDefinition } from '../formats/reading/xlsform';
import type { Sheet } from '../sheet/sheet';

/**
 * What headings and format say of every column, the tool's own columns included, and what is known of
 * it from a dictionary or codebook (`companions/definition.ts`), by place in the sheet.
 */
export function hintsOf(
  sheet: Sheet,
  format: SurveyFormat,
  form: FormDefinition | null,
  known: readonly (ColumnHint | null)[] = []
): ColumnHint[] {
  const read = format.read ? format.read(sheet, form) : readHeadings(sheet);
  return read.map((hint, i) => {
    const column = sheet.columns[i];
    const names = sheet.header.map((record) => (record[column?.index ?? i] ?? '').toLowerCase());
    const system = names.map((name) => format.system?.[name]).find((each) => each !== undefined);
    const isOwn = !system || (column?.heading === '' && i > 0);
    return withKnown(isOwn ? hint : { labels: hint.labels, ...system }, known[i]);
  });
}
