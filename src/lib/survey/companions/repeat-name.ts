import type { FormDefinition } from '../formats/reading/xlsform';
import { tableName, type OpenTable } from './table';

/**
 * What a repeated group is called: by the form, else by its sheet or file, less the name of the file of
 * responses that tools put before it (`form.csv`, `form-members.csv`).
 */
export function repeatName(main: OpenTable, table: OpenTable, form: FormDefinition | null): string {
  const names = new Set(table.headings.map((heading) => heading.split(/[/-]/).at(-1)));
  const paths = (form?.fields ?? [])
    .filter((field) => field.isRepeated && names.has(field.name))
    .map((field) => field.path.split('/').slice(0, -1));
  const group = paths.reduce<string[] | null>(
    (shared, path) => (shared ? shared.filter((part, i) => part === path[i]) : path),
    null
  );
  const own = tableName(table);
  const before = `${tableName(main)}-`;
  return group?.at(-1) ?? (own.startsWith(before) ? own.slice(before.length) : own);
}
