import { numericColumn } from './data-source';
import { QueryError } from './data-source';
import { nameList } from './spec';
import { readColumn } from './variable';
import type { Column } from '../domain';
import type { DataSource } from './data-source';
import type { Spec } from './spec';

/** Names of columns, given as one name or as a list. */
export const oneOrMoreNames = (spec: Spec, field: string): string[] => {
  const value = spec[field];
  return typeof value === 'string' ? [value] : nameList(spec, field);
};

/** A column given by its name, or written as a variable. */
export function namedColumn(source: DataSource, field: string, value: unknown): Column {
  if (typeof value === 'string') return numericColumn(source, value);
  if (typeof value === 'object' && value !== null) return readColumn(source, value as Spec);
  throw new QueryError('field-invalid', { field, expected: 'a column name or a variable' });
}

/** A number, or the default when it is absent. @throws QueryError when it is something else */
export function numberField(spec: Spec, field: string, byDefault?: number): number {
  const value = spec[field] ?? byDefault;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new QueryError('field-invalid', { field, expected: 'a number' });
}
