import { codedColumn, isSame, numericColumn, QueryError } from './data-source';
import { listField, nameList, textField } from './spec';
import type { Column, Groups } from '../design/domain';
import type { DataSource, Value } from './data-source';
import type { Spec } from './spec';

/** A variable of an estimator: one column, or the levels of a category. */
export type Variable = { kind: 'column'; values: Column } | { kind: 'category'; category: Groups };

/**
 * Reads a variable: `numeric` the column; `indicator` 1 and 0 for listed values; `category` one level
 * each; `map` listed values to numbers; `sum` of several columns. What is not listed is missing, and a
 * sum with a missing part is missing.
 */
export function readVariable(source: DataSource, spec: Spec): Variable {
  const kind = spec['kind'] ?? 'numeric';
  switch (kind) {
    case 'numeric':
      return { kind: 'column', values: numericColumn(source, textField(spec, 'var')) };
    case 'sum':
      return { kind: 'column', values: rowSum(source, nameList(spec, 'vars')) };
    case 'indicator':
      return mapped(source, spec, [
        ...listField(spec, 'true').map((value) => [value, 1] as const),
        ...listField(spec, 'false').map((value) => [value, 0] as const)
      ]);
    case 'map': {
      const to = listField(spec, 'to').map(Number);
      const from = listField(spec, 'from');
      return mapped(
        source,
        spec,
        from.map((value, i) => [value, to[i] ?? NaN] as const)
      );
    }
    case 'category':
      return { kind: 'category', category: categoryOf(source, spec) };
    default:
      throw new QueryError('field-invalid', {
        field: 'kind',
        expected: 'numeric, indicator, category, map or sum'
      });
  }
}

/** A variable that must be one column of numbers. */
export function readColumn(source: DataSource, spec: Spec): Column {
  const variable = readVariable(source, spec);
  if (variable.kind === 'column') return variable.values;
  throw new QueryError('field-invalid', { field: 'kind', expected: 'a variable with one column' });
}

function mapped(
  source: DataSource,
  spec: Spec,
  pairs: readonly (readonly [from: unknown, to: number])[]
): Variable {
  const { codes, values } = codedColumn(source, textField(spec, 'var'));
  const byCode = Float64Array.from([NaN, ...values.map((value) => lookUp(value, pairs))]);
  const column = new Float64Array(source.rows);
  for (let i = 0; i < column.length; i++) column[i] = byCode[codes[i]!]!;
  return { kind: 'column', values: column };
}

const lookUp = (value: Value, pairs: readonly (readonly [unknown, number])[]): number =>
  pairs.find(([from]) => isSame(value, from))?.[1] ?? NaN;

function categoryOf(source: DataSource, spec: Spec): Groups {
  const levels = listField(spec, 'levels');
  const { codes, values } = codedColumn(source, textField(spec, 'var'));
  const byCode = Uint32Array.from([
    0,
    ...values.map((value) => levels.findIndex((level) => isSame(value, level)) + 1)
  ]);
  const category = new Uint32Array(source.rows);
  for (let i = 0; i < category.length; i++) category[i] = byCode[codes[i]!]!;
  return { codes: category, labels: levels.map(String) };
}

function rowSum(source: DataSource, names: readonly string[]): Column {
  const sum = new Float64Array(source.rows);
  for (const name of names) {
    const column = numericColumn(source, name);
    for (let i = 0; i < sum.length; i++) sum[i]! += column[i]!;
  }
  return sum;
}
