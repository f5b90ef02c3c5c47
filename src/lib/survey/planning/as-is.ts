import type { Category, MissingCode, QuestionKind, VariableKind } from '$lib/codebook/codebook';
import type { ColumnFacts } from '../columns/facts';
import { unnamed, type SurveyFormat } from '../formats/format';
import type { ImportPlan, PlannedQuestion, PlannedVariable, RowExclusion } from '../plan';
import { Names } from '../questions/names';
import type { Sheet } from '../sheet/sheet';
import { findNumberStyle, isPlainNumber } from '../values/numbers';

/** More distinct texts than this are words, not categories. */
const MOST_CATEGORIES = 1000;

/**
 * The plan that keeps a file as an analyst made it: one variable for every column, none left out, no code
 * taken for missing (only blank is), every row but the footers a row. Words such as NA in a column of
 * numbers stay missing, since no number can stand for them; what is a number only to a reader, as 5% or
 * 1,250, stays a text.
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
  const questions = variables.map(asQuestion);
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
  const isCode = numbers.some(losesDigits);
  const found = isCode || numbers.length === 0 ? null : findNumberStyle(numbers, 1);
  const style = found && numbers.every((text) => isPlainNumber(text, found)) ? found : null;
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
  return { ...base, kind: 'categorical', categories: asCategories(texts.sort()), source };
}

/** Digits that a number does not give back: leading zeros, or too many to hold. */
const losesDigits = (text: string): boolean => /^\d+$/.test(text) && String(Number(text)) !== text;

/** Design roles help the analyst; what was left out as personal data or paradata is an answer here. */
const keptRole = (proposed: PlannedVariable | undefined): PlannedVariable['role'] =>
  proposed &&
  ['id', 'weight', 'replicate-weight', 'stratum', 'psu', 'fpc', 'area'].includes(proposed.role)
    ? proposed.role
    : 'answer';

/**
 * A file that holds no responses (a codebook, a form, a published table) as the table it is: every cell
 * stands as it is written and only blank is missing. To be shown, never imported.
 */
export function plainTable(
  sheet: Sheet,
  format: SurveyFormat,
  layout: ImportPlan['layout']
): ImportPlan {
  const names = new Names();
  const variables = sheet.columns.map(({ index, heading, values }): PlannedVariable => {
    const isWords = values.size > MOST_CATEGORIES;
    return {
      columnIndex: index,
      name: names.take(heading, index),
      heading,
      labels: unnamed(heading),
      kind: isWords ? 'text' : 'categorical',
      role: 'answer',
      categories: isWords ? [] : asCategories([...values.keys()]),
      missing: [{ token: '', reason: 'blank' }],
      source: { from: 'column', column: index },
      include: true,
      confidence: 1,
      reason: 'as-is'
    };
  });
  const { id, tool } = format;
  return {
    version: 1,
    format: id,
    tool,
    layout,
    questions: variables.map(asQuestion),
    variables,
    exclusions: [],
    openQuestions: [],
    asIs: true
  };
}

const asCategories = (texts: readonly string[]): Category[] =>
  texts.map((code, order) => ({ code, labels: unnamed(code), order }));

const KINDS: Partial<Record<VariableKind, QuestionKind>> = {
  numeric: 'numeric',
  date: 'date',
  text: 'open-text'
};

/** The question of a variable that is one by itself. */
const asQuestion = (variable: PlannedVariable): PlannedQuestion => ({
  id: variable.name,
  labels: variable.labels,
  kind: KINDS[variable.kind] ?? 'single',
  variables: [variable.name],
  base: 'answered',
  confidence: 1,
  reason: 'as-is'
});
