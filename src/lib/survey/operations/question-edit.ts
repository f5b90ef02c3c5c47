import type { BaseRule, Labels, MissingReason, Question } from '$lib/codebook/codebook';
import type { ImportPlan, PlannedVariable } from '../plan';

/** What a person may write about a question. */
export interface QuestionEdit {
  labels: Labels;
  base: BaseRule;
  direction: NonNullable<Question['direction']> | null;
  /** of a question with one list of answers: code to its label and place */
  categories: { code: string; labels: Labels; order: number }[];
  /** codes that stand for no answer, with the reason; blank stays what it is */
  missing: { token: string; reason: MissingReason }[];
}

/** The plan with a question worded, ordered and cleaned as a person wants it. */
export function withEdit(plan: ImportPlan, questionId: string, edit: QuestionEdit): ImportPlan {
  const question = plan.questions.find(({ id }) => id === questionId);
  if (!question) return plan;
  const names = new Set(question.variables);
  const tokens = new Set(edit.missing.map(({ token }) => token));
  const order = new Map(edit.categories.map((one) => [one.code, one]));
  // A set shares its answers between columns: there only the question itself is edited.
  const isColumn = names.size === 1 && question.kind !== 'multiple-response';
  return {
    ...plan,
    questions: plan.questions.map((one) => {
      if (one.id !== questionId) return one;
      const { direction: _, ...rest } = one;
      return {
        ...rest,
        labels: edit.labels,
        base: edit.base,
        ...(edit.direction && { direction: edit.direction })
      };
    }),
    variables: plan.variables.map((variable) => {
      if (!names.has(variable.name) || !isColumn) return variable;
      const wording = { labels: edit.labels };
      if (variable.kind !== 'categorical')
        return { ...variable, ...wording, missing: missingOf(variable, edit) };
      const known = new Map(variable.categories.map((one) => [one.code, one]));
      const categories = [...order.values()]
        .filter(({ code }) => !tokens.has(code))
        .sort((a, b) => a.order - b.order)
        .map((one, place) => ({ ...known.get(one.code), ...one, order: place }));
      const rest = variable.categories
        .filter(({ code }) => !order.has(code) && !tokens.has(code))
        .map((one, i) => ({ ...one, order: categories.length + i }));
      return {
        ...variable,
        ...wording,
        categories: [...categories, ...rest],
        missing: missingOf(variable, edit)
      };
    })
  };
}

const missingOf = (variable: PlannedVariable, { missing }: QuestionEdit) => [
  ...variable.missing.filter(({ token }) => token === ''),
  ...missing.filter(({ token }) => token !== '')
];

/** Answers in the opposite order, and with them the direction of the scale. */
export function flipped(plan: ImportPlan, questionId: string): ImportPlan {
  const question = plan.questions.find(({ id }) => id === questionId);
  if (!question) return plan;
  const names = new Set(question.variables);
  return {
    ...plan,
    questions: plan.questions.map((one) =>
      one.id === questionId && one.direction
        ? { ...one, direction: one.direction === 'low-is-bad' ? 'low-is-good' : 'low-is-bad' }
        : one
    ),
    variables: plan.variables.map((variable) =>
      names.has(variable.name) && variable.kind === 'categorical'
        ? {
            ...variable,
            categories: [...variable.categories]
              .reverse()
              .map((category, order) => ({ ...category, order }))
          }
        : variable
    )
  };
}
