import { crossTabulate } from '../comparisons/contingency';
import { testIndependence } from '../comparisons/rao-scott';
import { codedColumn, compareValues, isSame, QueryError } from './data-source';
import { listField, nameList, textField } from './spec';
import type { Groups, Within } from '../design/domain';
import type { DataSource, Value } from './data-source';
import type { Question } from './question';
import type { Answer } from './report';
import type { Spec } from './spec';

/** Two crossed categories with the levels they have, or are said to have, among the rows used. */
interface Crossing {
  rows: Groups;
  columns: Groups;
  within: Within;
}

/** Counts, weighted counts and percents of two crossed variables. */
export function tableAnswer(question: Question): Answer {
  const [row, column, ...rest] = nameList(question.spec, 'vars');
  if (row === undefined || column === undefined || rest.length > 0)
    throw new QueryError('field-invalid', { field: 'vars', expected: 'two column names' });
  const { rows, columns, within } = crossing(question, row, column);
  const table = crossTabulate(question.design, rows, columns, { within });
  return {
    n: table.n,
    row_levels: [...table.rows],
    col_levels: [...table.columns],
    unweighted: table.counts,
    weighted: table.weighted,
    cell_percent: percents(table.shareOfAll),
    row_percent: percents(table.shareOfRow),
    col_percent: percents(table.shareOfColumn)
  };
}

const percents = (shares: readonly (number | null)[][]): (number | null)[][] =>
  shares.map((line) => line.map((share) => (share === null ? null : 100 * share)));

/** Tests of independence of two variables, under the names of R's `svychisq`. */
export function chisqAnswer(question: Question): Answer {
  const { spec, design } = question;
  const { rows, columns, within } = crossing(
    question,
    textField(spec, 'row'),
    textField(spec, 'col')
  );
  const table = crossTabulate(design, rows, columns, { within });
  const test = testIndependence(design, rows, columns, { within, withAlternatives: true });
  return {
    n: test.n,
    row_levels: [...table.rows],
    col_levels: [...table.columns],
    df_design: test.df,
    weighted: table.weighted,
    F: { ...test.secondOrder },
    Chisq: { ...test.firstOrder },
    Wald: { ...test.wald },
    adjWald: { ...test.adjustedWald },
    lincom: { ...test.mixture },
    cramers_v: test.cramersV
  };
}

function crossing({ source, spec, within }: Question, row: string, column: string): Crossing {
  const inRow = leveled(source, row, spec, 'row_levels');
  const inColumn = leveled(source, column, spec, 'col_levels');
  const inside = Uint8Array.from(inRow.codes, (code, i) =>
    code > 0 && inColumn.codes[i]! > 0 && (within === 'all' || within[i] === 1) ? 1 : 0
  );
  return {
    rows: present(inRow, inside, spec['row_levels'] !== undefined),
    columns: present(inColumn, inside, spec['col_levels'] !== undefined),
    within: inside
  };
}

/** A variable's levels in dictionary order, or those the specification lists. */
function leveled(source: DataSource, name: string, spec: Spec, field: string): Groups {
  const { codes, values, written } = codedColumn(source, name);
  const listed = spec[field] === undefined ? null : listField(spec, field);
  const order = inDictionary(values);
  const byCode = new Uint32Array(values.length + 1);
  if (listed)
    values.forEach((value, k) => {
      byCode[k + 1] = listed.findIndex((level) => isSame(value, level)) + 1;
    });
  else order.forEach((k, place) => (byCode[k + 1] = place + 1));
  return {
    codes: Uint32Array.from(codes, (code) => byCode[code]!),
    labels: listed ? listed.map(String) : order.map((k) => String(written[k]))
  };
}

const dictionary = new Intl.Collator('en');

/**
 * Places of the values in order: numbers by value, texts as a dictionary has them (accents and capitals
 * only break ties, as in R).
 */
const inDictionary = (values: readonly Value[]): number[] =>
  [...values.keys()].sort((j, k) => {
    const [a, b] = [values[j]!, values[k]!];
    return typeof a === 'number' && typeof b === 'number'
      ? a - b
      : dictionary.compare(String(a), String(b)) || compareValues(a, b);
  });

/** The levels that occur in the rows inside; all of them when they were listed. */
function present({ codes, labels }: Groups, inside: Uint8Array, areListed: boolean): Groups {
  if (areListed) return { codes, labels };
  const found = new Uint8Array(labels.length + 1);
  for (let i = 0; i < codes.length; i++) if (inside[i] === 1) found[codes[i]!] = 1;
  const newCode = new Uint32Array(labels.length + 1);
  const kept = labels.filter((_, l) => found[l + 1] === 1);
  let next = 0;
  for (let l = 1; l <= labels.length; l++) if (found[l] === 1) newCode[l] = ++next;
  return { codes: Uint32Array.from(codes, (code) => newCode[code]!), labels: kept };
}
