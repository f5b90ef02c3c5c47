import type { Issue } from '$lib/base/issue';
import type {
  BaseRule,
  Labels,
  MissingReason,
  Question,
  QuestionKind
} from '$lib/codebook/codebook';
import { groupVariables } from '$lib/indicators/propose/group-variables';
import type { InspectedVariable } from '$lib/survey/inspect';
import type { IdentifierType } from '$lib/survey/identifiers/identifiers';
import { codebookOf, type ImportPlan, type PlannedQuestion } from '$lib/survey/plan';
import { sourceColumn } from '$lib/survey/plan';
import {
  isDoubtful,
  likelyUse,
  useOf,
  usesFor,
  variablesOf,
  type Use
} from '$lib/survey/operations/uses';
import type { PreviewRow } from '$lib/survey/file/preview';
import { previewQuestion, type QuestionPreview } from './question-preview';
import type { Review } from './review-draft';

/** Which tab a question of the review stands under, beside "all". */
export type ReviewGroup = 'question' | 'people' | 'personal' | 'design';

/** A question of the file as the review lists it. */
export interface ReviewRow {
  id: string;
  labels: Labels;
  /** headings as spelled in the file: the first, and the last of several */
  headings: string[];
  columns: number;
  /** share of rows with an answer, 0..1; null when it was not counted */
  filled: number | null;
  /** cells as they stand in the file; null: hidden */
  examples: string[] | null;
  kind: QuestionKind;
  /** what it would be used as by its contents */
  likely: Use;
  use: Use;
  uses: Use[];
  /** answers a person may give */
  options: number;
  answers: number;
  /** the program is not sure, and nobody has chosen */
  isUnsure: boolean;
  needsAnswer: boolean;
  personal: IdentifierType | null;
  group: ReviewGroup;
}

/** One question opened for editing. */
export interface ReviewDetail extends ReviewRow {
  base: BaseRule;
  direction: Question['direction'] | null;
  relevant: string | null;
  reason: string;
  /** raw rows by answer, before weights; empty for sets of columns without one list of answers */
  categories: { code: string; labels: Labels; count: number | null }[];
  /** one list of answers that can be ordered and worded here */
  isEditableList: boolean;
  /** one column, so that its codes for no answer can be changed here */
  isColumn: boolean;
  missing: { token: string; reason: MissingReason; count: number }[];
  open: Issue[];
  /** what else was found in its columns */
  warnings: Issue[];
  /** five different values as they stand in the file; null: hidden */
  samples: string[] | null;
  /** what it would give as it is decided now; null: off, or not counted */
  preview: QuestionPreview | null;
}

/** Every question of the file, in file order. */
export function reviewRows(review: Review, preview: readonly PreviewRow[]): ReviewRow[] {
  const { plan } = review;
  const people = new Set(
    groupVariables(codebookOf(plan))
      .filter(({ isAboutPeople }) => isAboutPeople)
      .map(({ name }) => name)
  );
  return plan.questions.map((question) => rowOf(review, question, preview, people));
}

function rowOf(
  { plan, inspection }: Review,
  question: PlannedQuestion,
  preview: readonly PreviewRow[],
  people: ReadonlySet<string>
): ReviewRow {
  const variables = variablesOf(plan, question);
  const [first] = variables;
  const columns = [
    ...new Set(
      variables.flatMap(({ source }) =>
        source.from === 'spread' ? source.columns : [sourceColumn(source)]
      )
    )
  ];
  const found = inspection.identifiers.find(({ index }) => columns.includes(index));
  const personal = found?.type ?? (first?.role === 'identifier' ? 'device' : null);
  const inspected = inspection.questions.find(({ id }) => id === question.id);
  const counted = countedOf(inspection.variables, columns, variables.length);
  const answers = counted?.nValid ?? inspected?.nAsked ?? 0;
  const use = useOf(plan, question);
  const isHidden = personal !== null || question.kind === 'open-text' || use === 'id';
  const headings = headingsOf(plan, columns);
  const isUnsure = isDoubtful(question) && use === 'off';
  return {
    id: question.id,
    labels: question.labels,
    headings: headings.length > 1 ? [headings[0] ?? '', headings.at(-1) ?? ''] : headings,
    columns: columns.length,
    filled: inspection.rows > 0 ? Math.min(1, answers / inspection.rows) : null,
    examples: isHidden ? null : examplesOf(preview, columns[0] ?? -1),
    kind: question.kind,
    likely: likelyUse(plan, question),
    use,
    uses: usesFor(plan, question),
    options:
      question.kind === 'multiple-response' || question.kind === 'matrix'
        ? variables.length
        : (inspected?.options?.length ?? first?.categories.length ?? 0),
    answers,
    isUnsure,
    needsAnswer: isUnsure || openOf(plan, columns).length > 0,
    personal,
    group: personal
      ? 'personal'
      : first?.role !== 'answer' && first?.role !== 'area'
        ? 'design'
        : first.role === 'area' || people.has(first.name)
          ? 'people'
          : 'question'
  };
}

/** A question with its answers and codes; null when the file has none of this id. */
export function reviewDetail(
  review: Review,
  questionId: string,
  preview: readonly PreviewRow[]
): ReviewDetail | null {
  const { plan, inspection } = review;
  const question = plan.questions.find(({ id }) => id === questionId);
  if (!question) return null;
  const variables = variablesOf(plan, question);
  const [first] = variables;
  const columns = variables.map(({ source }) => sourceColumn(source));
  const inspected = inspection.questions.find(({ id }) => id === questionId);
  const counted = inspection.variables.find(({ index }) => index === first?.columnIndex);
  const isList = variables.length === 1 && first?.kind === 'categorical';
  const countOf = (code: string): number | null =>
    inspected?.options?.find((option) => option.code === code)?.count ?? null;
  const optionCount = (i: number) => inspected?.options?.[i]?.count ?? null;
  const row = rowOf(review, question, preview, new Set());
  const open = openOf(plan, columns);
  return {
    ...row,
    base: question.base,
    direction: question.direction ?? null,
    relevant: question.relevant ?? null,
    reason: question.reason,
    categories:
      question.kind === 'multiple-response'
        ? variables.map(({ name, labels }, i) => ({ code: name, labels, count: optionCount(i) }))
        : isList
          ? listed(first.categories, inspected?.options ?? []).map(({ code, labels }) => ({
              code,
              labels,
              count: countOf(code)
            }))
          : [],
    isEditableList: isList,
    isColumn: variables.length === 1 && question.kind !== 'multiple-response',
    missing: (first?.missing ?? []).map(({ token, reason }) => ({
      token,
      reason,
      count: counted?.missing.find((one) => one.token === token)?.count ?? countOf(token) ?? 0
    })),
    open,
    warnings: inspection.issues.filter(
      ({ where, severity }) =>
        severity !== 'question' &&
        where.columnIndex !== undefined &&
        columns.includes(where.columnIndex)
    ),
    samples: row.examples === null ? null : examplesOf(preview, columns[0] ?? -1, 5),
    preview: previewQuestion(plan, inspection, question)
  };
}

/** The categories of the plan, and after them values that only the whole file showed. */
function listed(
  known: readonly { code: string; labels: Labels }[],
  options: readonly { code: string; label: string }[]
): { code: string; labels: Labels }[] {
  const codes = new Set(known.map(({ code }) => code));
  return [
    ...known,
    ...options
      .filter(({ code }) => !codes.has(code))
      .map(({ code, label }) => ({ code, labels: { und: label } }))
  ];
}

const countedOf = (
  variables: readonly InspectedVariable[],
  columns: readonly number[],
  count: number
): InspectedVariable | undefined =>
  count === 1 ? variables.find(({ index }) => index === columns[0]) : undefined;

const openOf = (plan: ImportPlan, columns: readonly number[]): Issue[] =>
  plan.openQuestions.filter(
    ({ where }) => where.columnIndex !== undefined && columns.includes(where.columnIndex)
  );

const headingsOf = (plan: ImportPlan, columns: readonly number[]): string[] =>
  columns.map(
    (index) => plan.variables.find(({ columnIndex }) => columnIndex === index)?.heading ?? ''
  );

function examplesOf(preview: readonly PreviewRow[], column: number, most = 3): string[] {
  const cells = preview.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
  return [...new Set(cells)].slice(0, most).map((cell) => cell.slice(0, 24));
}
