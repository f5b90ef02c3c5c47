import { estimateStandardized } from '../estimates/standardize';
import { tTestOfGroups, tTestOfMean } from '../comparisons/t-test';
import { QueryError } from './data-source';
import { groupRows } from './grouping';
import { levelField, listField, nameList, objectField } from './spec';
import { readColumn, readVariable } from './variable';
import type { Within } from '../design/domain';
import type { Question } from './question';
import type { Answer } from './report';

/** A t-test of a mean against `null`, or of the two groups of `group`. */
export function ttestAnswer({ source, spec, design, within }: Question): Answer {
  const y = readColumn(source, objectField(spec, 'y'));
  const options = { within, level: levelField(spec) };
  const isOfGroups = spec['group'] !== undefined && spec['group'] !== null;
  const test = isOfGroups
    ? tTestOfGroups(design, y, readColumn(source, objectField(spec, 'group')), options)
    : tTestOfMean(design, y, nullValue(spec['null']), options);
  return {
    n: test.n,
    [isOfGroups ? 'difference' : 'estimate_minus_null']: test.difference,
    t: test.t,
    df: test.dfTest,
    p: test.p,
    lower: test.low,
    upper: test.high
  };
}

function nullValue(value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number') return value;
  throw new QueryError('field-invalid', { field: 'null', expected: 'a number' });
}

/** Rates standardized to the strata of a standard population, for everyone and by group. */
export function standardizeAnswer(question: Question): Answer {
  const { source, spec, within } = question;
  const by = nameList(spec, 'by');
  const overall = standardizedFields(question, within);
  if (by.length === 0) return { overall };
  const { groups, keys } = groupRows(source, by, within);
  return {
    overall,
    groups: keys.map((key, g) => ({
      key,
      ...standardizedFields(
        question,
        Uint8Array.from(groups.codes, (code) => (code === g + 1 ? 1 : 0))
      )
    }))
  };
}

function standardizedFields({ source, spec, design }: Question, within: Within): Answer {
  const y = readColumn(source, objectField(spec, 'y'));
  const levels = listField(spec, 'levels');
  const strata = readVariable(source, { var: spec['stratum_var'], kind: 'category', levels });
  if (strata.kind !== 'category') throw new TypeError('strata are a category');
  const standard = listField(spec, 'standard').map(Number);
  if (standard.length !== levels.length || !standard.every((size) => size >= 0))
    throw new QueryError('field-invalid', {
      field: 'standard',
      expected: 'one number from 0 up for each of the levels'
    });
  const result = estimateStandardized(design, y, strata.category, standard, {
    within,
    level: levelField(spec)
  });
  return {
    n: result.n,
    df: result.df,
    crude: result.crude,
    cell_rates: result.means,
    adjusted: result.value,
    adjusted_se: result.se,
    ci95_t: { lower: result.low, upper: result.high }
  };
}
