import { codedColumn, compareValues, isSame, QueryError } from './data-source';
import { listField, objectList, textField } from './spec';
import type { Within } from '../design/domain';
import type { DataSource, Value } from './data-source';
import type { Spec } from './spec';

type Test = (value: Value, clause: Spec) => boolean;

/** Text that looks like a number is compared as one when the clause holds a number. */
function order(value: Value, other: unknown): number {
  if (typeof other === 'number') return Number(value) - other;
  if (typeof value === 'number') return value - Number(other);
  return compareValues(value, String(other));
}

const isIn: Test = (value, clause) =>
  listField(clause, 'value').some((other) => isSame(value, other));

const tests: Record<string, Test> = {
  '==': (value, clause) => isSame(value, clause['value']),
  '!=': (value, clause) => !isSame(value, clause['value']),
  in: isIn,
  not_in: (value, clause) => !isIn(value, clause),
  '>=': (value, clause) => order(value, clause['value']) >= 0,
  '<=': (value, clause) => order(value, clause['value']) <= 0,
  '>': (value, clause) => order(value, clause['value']) > 0,
  '<': (value, clause) => order(value, clause['value']) < 0,
  present: () => true,
  missing: () => false
};

/**
 * Rows for which every clause `{var, op, value}` holds; a missing value fails every clause but
 * `missing`. Without clauses every row.
 */
export function filterRows(source: DataSource, spec: Spec, field = 'filter'): Within {
  const clauses = objectList(spec, field);
  if (clauses.length === 0) return 'all';
  const inside = new Uint8Array(source.rows).fill(1);
  for (const clause of clauses) {
    const op = textField(clause, 'op');
    const test = tests[op];
    if (!test)
      throw new QueryError('field-invalid', {
        field: 'op',
        expected: `one of ${Object.keys(tests).join(', ')}`
      });
    const { codes, values } = codedColumn(source, textField(clause, 'var'));
    const holds = [op === 'missing', ...values.map((value) => test(value, clause))];
    for (let i = 0; i < inside.length; i++) if (!holds[codes[i]!]) inside[i] = 0;
  }
  return inside;
}
