import type { ImportPlan, PlannedQuestion, PlannedVariable } from './plan';
import { unnamed, type SurveyFormat } from './formats/format';
import { Names } from './names';
import type { Sheet } from './sheet';

/** More distinct texts than this are words, not categories. */
const MOST_CATEGORIES = 1000;

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
    const categories = [...values.keys()].map((code, order) => ({
      code,
      labels: unnamed(code),
      order
    }));
    return {
      columnIndex: index,
      name: names.take(heading, index),
      heading,
      labels: unnamed(heading),
      kind: isWords ? 'text' : 'categorical',
      role: 'answer',
      categories: isWords ? [] : categories,
      missing: [{ token: '', reason: 'blank' }],
      source: { from: 'column', column: index },
      include: true,
      confidence: 1,
      reason: 'as-is'
    };
  });
  const questions = variables.map((variable): PlannedQuestion => ({
    id: variable.name,
    labels: variable.labels,
    kind: variable.kind === 'text' ? 'open-text' : 'single',
    variables: [variable.name],
    base: 'answered',
    confidence: 1,
    reason: 'as-is'
  }));
  const { id, tool } = format;
  return {
    version: 1,
    format: id,
    tool,
    layout,
    questions,
    variables,
    exclusions: [],
    openQuestions: [],
    asIs: true
  };
}
