import { numericColumn, QueryError } from './data-source';
import { readColumn } from './variable';
import type { Column } from '../design/domain';
import type { DataSource } from './data-source';
import type { Spec } from './spec';

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
