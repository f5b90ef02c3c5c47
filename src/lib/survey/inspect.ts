import { hasErrors, type Issue } from '$lib/base/issue';
import {
  labelIn,
  type MissingReason,
  type QuestionKind,
  type VariableKind,
  type VariableRole
} from '$lib/codebook/codebook';
import { executePlan, type ExecuteOptions } from './execute';
import type { IdentifierType } from './identifiers';
import { planSurvey, type Planned, type PlanRequest } from './plan-survey';
import type { ImportPlan, PlannedQuestion, PlannedVariable } from './plan';
import { sourceColumn } from './questions';
import { TallySink } from './tally';

export interface InspectedOption {
  code: string;
  label: string;
  count: number;
}

export interface InspectedQuestion {
  id: string;
  label: string;
  kind: QuestionKind;
  /** positions in the file */
  variables: number[];
  base?: string;
  options?: InspectedOption[];
  nAsked: number;
  nAnswered: number;
}

export interface InspectedVariable {
  index: number;
  name: string;
  label: string;
  kind: VariableKind;
  role: VariableRole;
  nValid: number;
  nMissing: number;
  missing: { reason: MissingReason; token: string; count: number }[];
  /** rows by category label; for joined choices, rows by option */
  counts?: Record<string, number>;
}

/** What a file holds, in the words of the `inspect` command. Nothing has been dropped yet. */
export interface Inspection {
  format: string;
  tool: string;
  encoding: string;
  delimiter: string;
  eol: string;
  headerRows: number;
  rows: number;
  columns: number;
  issues: Issue[];
  questions: InspectedQuestion[];
  variables: InspectedVariable[];
  identifiers: { index: number; type: IdentifierType; hits: number }[];
}

export interface Inspected {
  inspection: Inspection;
  /** null when the file is refused */
  plan: ImportPlan | null;
}

/** Reads a whole file, writes nothing: the inspection with its counts, and the plan an import would follow. */
export function inspectSurvey(request: PlanRequest, options: ExecuteOptions = {}): Inspected {
  const planned = planSurvey(request);
  const { plan } = planned;
  if (!plan) return { plan: null, inspection: { ...frame(planned), issues: planned.issues } };
  const tally = new TallySink(plan.questions);
  // Every column is counted, also those an import would leave out.
  const everything: ImportPlan = {
    ...plan,
    exclusions: plan.exclusions.filter((row) => row.reason === 'footer'),
    variables: plan.variables.map((variable) => ({ ...variable, include: true }))
  };
  const summary = executePlan(request.main, everything, tally, options);
  const issues = inOrder([...planned.issues, ...summary.issues]);
  return {
    plan: hasErrors(issues) ? null : plan,
    inspection: {
      ...frame(planned),
      rows: summary.rows,
      issues,
      questions: plan.questions.map((question) => inspectQuestion(question, plan, tally)),
      variables: plan.variables
        .filter((variable) => variable.columnIndex !== null)
        .map((variable) => inspectVariable(variable, plan, tally)),
      identifiers: planned.identifiers
    }
  };
}

function frame(planned: Planned): Inspection {
  const { opened, plan, columns } = planned;
  const layout = opened?.layout;
  const delimiter = layout?.delimiter === '\u001f' ? '' : (layout?.delimiter ?? '');
  return {
    format: plan?.format ?? '',
    tool: plan?.tool ?? '',
    encoding: opened?.hasByteOrderMark ? 'utf-8-sig' : (layout?.encoding ?? ''),
    delimiter,
    eol: layout?.eol ?? '',
    headerRows: layout?.headerRows ?? 0,
    rows: 0,
    columns,
    issues: [],
    questions: [],
    variables: [],
    identifiers: []
  };
}

const RANK: Record<Issue['severity'], number> = { error: 0, question: 1, repaired: 2, note: 3 };

const inOrder = (issues: Issue[]): Issue[] =>
  [...issues].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || (a.where.line ?? 0) - (b.where.line ?? 0)
  );

function inspectQuestion(
  question: PlannedQuestion,
  plan: ImportPlan,
  tally: TallySink
): InspectedQuestion {
  const variables = question.variables
    .map((name) => plan.variables.find((variable) => variable.name === name))
    .filter((variable) => variable !== undefined);
  const columns = variables.flatMap(({ source }) =>
    source.from === 'spread' ? source.columns : [sourceColumn(source)]
  );
  const options = optionsOf(question, variables, tally);
  const counts = tally.question(question.id);
  return {
    id: question.id,
    label: labelIn(question.labels, 'en'),
    kind: question.kind,
    variables: [...new Set(columns)],
    base: question.base,
    ...(options && { options }),
    ...counts
  };
}

function optionsOf(
  question: PlannedQuestion,
  variables: readonly PlannedVariable[],
  tally: TallySink
): InspectedOption[] | null {
  if (question.kind === 'multiple-response')
    return variables.map((variable) => ({
      code: optionCode(variable),
      label: labelIn(variable.labels, 'en'),
      count: tally.variable(variable.name).counts[1] ?? 0
    }));
  const [only] = variables;
  if (!only || variables.length > 1 || only.kind !== 'categorical') return null;
  const { counts } = tally.variable(only.name);
  return tally.categories(only.name).map((category, i) => ({
    code: category.code,
    label: labelIn(category.labels, 'en'),
    count: counts[i] ?? 0
  }));
}

const optionCode = ({ source, heading }: PlannedVariable): string =>
  source.from === 'joined' ? source.option : (heading.split('/').at(-1) ?? heading);

function inspectVariable(
  variable: PlannedVariable,
  plan: ImportPlan,
  tally: TallySink
): InspectedVariable {
  const { nValid, missing, counts } = tally.variable(variable.name);
  const labelled = tally
    .categories(variable.name)
    .map((category, i): [string, number] => [labelIn(category.labels, 'en'), counts[i] ?? 0]);
  const joined = plan.variables
    .filter(({ source }) => source.from === 'joined' && source.column === variable.columnIndex)
    .map((option): [string, number] => [
      labelIn(option.labels, 'en'),
      tally.variable(option.name).counts[1] ?? 0
    ]);
  const all = variable.kind === 'categorical' ? labelled : joined;
  return {
    index: variable.columnIndex ?? -1,
    name: variable.name,
    label: labelIn(variable.labels, 'en'),
    kind: variable.kind,
    role: variable.role,
    nValid,
    nMissing: missing.reduce((sum, each) => sum + each.count, 0),
    missing,
    ...(all.length > 0 && { counts: Object.fromEntries(all) })
  };
}
