import { QueryError } from './data-source';

/** A specification as it comes from a file: an object whose fields are checked when they are read. */
export type Spec = Record<string, unknown>;

const isObject = (value: unknown): value is Spec =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (field: string, expected: string): QueryError =>
  new QueryError('field-invalid', { field, expected });

/** An object field. @throws QueryError when it is absent or something else */
export function objectField(spec: Spec, field: string): Spec {
  const value = spec[field];
  if (!isObject(value)) throw invalid(field, 'an object');
  return value;
}

export function textField(spec: Spec, field: string): string {
  const value = spec[field];
  if (typeof value !== 'string') throw invalid(field, 'a text');
  return value;
}

export function listField(spec: Spec, field: string): unknown[] {
  const value = spec[field];
  if (!Array.isArray(value)) throw invalid(field, 'a list');
  return value;
}

/** Names of columns, given as one name or as a list; absent or null is empty. */
export function nameList(spec: Spec, field: string): string[] {
  const value = spec[field];
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  throw invalid(field, 'a list of column names');
}

/** A list of objects; absent or null is empty. */
export function objectList(spec: Spec, field: string): Spec[] {
  const value = spec[field];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw invalid(field, 'a list of objects');
}

/** One of some words, or the first of them when absent. */
export function choiceField<T extends string>(spec: Spec, field: string, choices: readonly T[]): T {
  const value = spec[field] ?? choices[0];
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalid(field, `one of ${choices.join(', ')}`);
  return found;
}

/** A confidence level between 0 and 1, 0.95 when absent. */
export function levelField(spec: Spec): number {
  const value = spec['level'] ?? 0.95;
  if (typeof value !== 'number' || !(value > 0 && value < 1))
    throw invalid('level', 'a number between 0 and 1');
  return value;
}
