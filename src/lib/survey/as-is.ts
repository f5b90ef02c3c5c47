import type { Category, MissingCode } from '$lib/codebook/codebook';
import { unnamed } from './formats/format';
import type { ColumnFacts } from './facts';
import { findNumberStyle, isDigitCode } from './numbers';
import type { ImportPlan, PlannedQuestion, PlannedVariable, RowExclusion } from './plan';

/** More categories than this are words, not categories. */
const MOST_CATEGORIES = 1000;

/**
 * The plan that keeps a file as an analyst made it: one variable for every column, none left out, no code
 * taken for missing (only blank is), every row but the footers a row. Words such as NA in a column of
 * numbers stay missing, since no number can stand for them.
 */
export function asIs(
  plan: ImportPlan,
  facts: readonly ColumnFacts[],
  footers: readonly RowExclusion[]
): ImportPlan {
  const variables = facts.map((each): PlannedVariable => {
    const proposed = plan.variables.find((one) => one.columnIndex === each.column.index);
    return keepColumn(each, proposed);
  });
  const questions = variables.map((variable): PlannedQuestion => ({
    id: variable.name,
    labels: variable.labels,
    kind:
      variable.kind === 'numeric'
        ? 'numeric'
        : variable.kind === 'date'
          ? 'date'
          : variable.kind === 'text'
            ? 'open-text'
            : 'single',
    variables: [variable.name],
    base: 'answered',
    confidence: 1,
    reason: 'as-is'
  }));
  return { ...plan, variables, questions, exclusions: [...footers], openQuestions: [], asIs: true };
}

function keepColumn(facts: ColumnFacts, proposed: PlannedVariable | undefined): PlannedVariable {
  const { column } = facts;
  const blank: MissingCode = { token: '', reason: 'blank' };
  const base = {
    columnIndex: column.index,
    name: proposed?.name ?? `column_${column.index + 1}`,
    heading: column.heading,
    labels: proposed?.labels ?? unnamed(column.heading),
    role: keptRole(proposed),
    categories: [] as Category[],
    missing: [blank],
    include: true,
    confidence: 1,
    reason: 'as-is'
  };
  const texts = [...column.values.keys()];
  const numbers = [...facts.answers.keys()];
  const isCode = numbers.some(isDigitCode);
  const style = isCode || numbers.length === 0 ? null : findNumberStyle(numbers, 1);
  if (style) {
    const source = { from: 'column' as const, column: column.index, number: style };
    const words = facts.missing.filter(
      (code) => code.token !== '' && Number.isNaN(Number(code.token))
    );
    return { ...base, kind: 'numeric', missing: [blank, ...words], source };
  }
  const source = { from: 'column' as const, column: column.index };
  const isText =
    texts.length > MOST_CATEGORIES || (texts.length > 50 && texts.length > column.rows * 0.8);
  if (isText) return { ...base, kind: 'text', source };
  const categories = texts.sort().map((code, order) => ({ code, labels: unnamed(code), order }));
  return { ...base, kind: 'categorical', categories, source };
}

/** Design roles help the analyst; what was left out as personal data or paradata is an answer here. */
const keptRole = (proposed: PlannedVariable | undefined): PlannedVariable['role'] =>
  proposed &&
  ['id', 'weight', 'replicate-weight', 'stratum', 'psu', 'fpc', 'area'].includes(proposed.role)
    ? proposed.role
    : 'answer';
