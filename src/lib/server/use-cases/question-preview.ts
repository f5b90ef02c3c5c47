import type { Labels, MissingReason } from '$lib/codebook/codebook';
import type { Inspection } from '$lib/survey/inspect';
import { variablesOf } from '$lib/survey/operations/uses';
import type { ImportPlan, PlannedQuestion, PlannedVariable } from '$lib/survey/plan';

/** What a question would give if it were imported as it is decided now: rows, before weights. */
export interface QuestionPreview {
  rows: number;
  answered: number;
  /** what percentages are of, by the base rule */
  base: number;
  missing: { reason: MissingReason; count: number }[];
  categories: { code: string; labels: Labels; count: number }[];
}

/**
 * Counts a question by its plan from what the inspection counted by value; nothing is read again. Null for
 * a question that is off, or whose values were not counted in the way it is used now.
 */
export function previewQuestion(
  plan: ImportPlan,
  inspection: Inspection,
  question: PlannedQuestion
): QuestionPreview | null {
  const variables = variablesOf(plan, question);
  const [first] = variables;
  if (!first?.include) return null;
  const inspected = inspection.questions.find(({ id }) => id === question.id);
  const { rows } = inspection;
  const isSet = question.kind === 'multiple-response' || question.kind === 'matrix';
  if (isSet || variables.length > 1) {
    if (!inspected) return null;
    const { nAsked, nAnswered, options } = inspected;
    const answered = question.kind === 'multiple-response' ? nAsked : nAnswered;
    return {
      rows,
      answered,
      base: baseOf(question, { rows, answered, asked: nAsked }),
      missing: [],
      categories:
        question.kind === 'multiple-response'
          ? variables.map(({ name, labels }, i) => ({
              code: name,
              labels,
              count: options?.[i]?.count ?? 0
            }))
          : []
    };
  }
  const counted = countsOf(inspection, first, inspected?.options);
  return counted && bucket(question, first, counted, rows);
}

/** Rows by value as it stands in the file; blank under ''. Null when the values were not listed. */
function countsOf(
  inspection: Inspection,
  variable: PlannedVariable,
  options: readonly { code: string; count: number }[] | undefined
): { byValue: Map<string, number>; unlisted: number } | null {
  const found = inspection.variables.find(({ index }) => index === variable.columnIndex);
  if (!found) return null;
  const byValue = new Map<string, number>();
  for (const { token, count } of found.missing)
    byValue.set(token, (byValue.get(token) ?? 0) + count);
  let listed = 0;
  for (const { code, count } of options ?? []) {
    byValue.set(code, (byValue.get(code) ?? 0) + count);
    listed += count;
  }
  // Numbers, dates and texts were counted as a whole, not value by value.
  return { byValue, unlisted: Math.max(0, found.nValid - listed) };
}

const aNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

function bucket(
  question: PlannedQuestion,
  variable: PlannedVariable,
  { byValue, unlisted }: { byValue: Map<string, number>; unlisted: number },
  rows: number
): QuestionPreview | null {
  const reasonOf = new Map<string, MissingReason>([
    ['', 'blank'],
    ...variable.missing.map(({ token, reason }) => [token, reason] as const)
  ]);
  const merge = variable.source.from === 'column' ? (variable.source.merge ?? {}) : {};
  const missing = new Map<MissingReason, number>();
  const counts = new Map<string, number>();
  let answered = unlisted;
  const leaveOut = (reason: MissingReason, count: number): void => {
    missing.set(reason, (missing.get(reason) ?? 0) + count);
  };
  for (const [value, count] of byValue) {
    const reason = reasonOf.get(value);
    if (reason) leaveOut(reason, count);
    else if (variable.kind === 'numeric' && !aNumber.test(value)) leaveOut('unreadable', count);
    else {
      const code = merge[value] ?? value;
      counts.set(code, (counts.get(code) ?? 0) + count);
      answered += count;
    }
  }
  // Values that were counted as a whole cannot be told apart: as choices they show when they are read.
  if (variable.kind === 'categorical' && unlisted > 0) return null;
  const known = new Set(variable.categories.map(({ code }) => code));
  const others = [...counts.keys()].filter((code) => !known.has(code));
  const notAsked = missing.get('not-asked') ?? 0;
  return {
    rows,
    answered,
    base: baseOf(question, { rows, answered, asked: rows - notAsked }),
    missing: [...missing].map(([reason, count]) => ({ reason, count })),
    categories:
      variable.kind === 'categorical'
        ? [
            ...variable.categories.map(({ code, labels }) => ({
              code,
              labels,
              count: counts.get(code) ?? 0
            })),
            ...others.map((code) => ({
              code,
              labels: { und: code },
              count: counts.get(code) ?? 0
            }))
          ]
        : []
  };
}

const baseOf = (
  { base }: PlannedQuestion,
  { rows, answered, asked }: { rows: number; answered: number; asked: number }
): number => (base === 'everyone' ? rows : base === 'asked' ? asked : answered);
