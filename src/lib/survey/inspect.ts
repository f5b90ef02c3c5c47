import { hasErrors, type Issue } from '$lib/base/issue';
import {
  labelIn,
  type MissingReason,
  type QuestionKind,
  type VariableKind,
  type VariableRole
} from '$lib/codebook/codebook';
import { WholeFileChecks } from './checks/whole-file';
import type { Paired } from './companions/paired';
import { executePlan, type ExecuteOptions } from './execute';
import type { TextFinding } from './identifiers/free-text';
import type { IdentifierType } from './identifiers/identifiers';
import type { JoinTally } from './joins/join-rows';
import {
  sourceColumn,
  type ImportPlan,
  type JoinPlan,
  type PlannedQuestion,
  type PlannedVariable
} from './plan';
import { planSurvey, type PlanRequest } from './planning/plan-survey';
import { type Planned } from './planning/planned';
import { withoutPersonalValues } from './protect/issue-values';
import type { ImportSummary } from './sink';
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
  /** of a number: its values added up, over all rows */
  sum?: number;
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
  /** columns of people's own words: cells looked at, and those with each kind of personal detail */
  freeText?: ({ index: number } & TextFinding)[];
  /** how the other files, and the other sheets of a workbook, were paired with the responses */
  companions: Paired[];
}

export interface Inspected {
  inspection: Inspection;
  /** null when the file is refused */
  plan: ImportPlan | null;
}

/** Reads a whole file, writes nothing: the inspection with its counts, and the plan an import would follow. */
export function inspectSurvey(request: PlanRequest, options: ExecuteOptions = {}): Inspected {
  const planned = planSurvey(request);
  const plan = planned.plan ?? planned.table;
  if (!plan) return { plan: null, inspection: { ...frame(planned), issues: planned.issues } };
  const tally = new TallySink(plan.questions);
  // Every column is counted, also those an import would leave out.
  const everything: ImportPlan = {
    ...plan,
    exclusions: plan.exclusions.filter((row) => row.reason === 'footer'),
    variables: plan.variables.map((variable) => ({ ...variable, include: true }))
  };
  // What the sample has not seen is checked while all rows pass by.
  const checks = planned.isSample ? new WholeFileChecks(plan.variables, planned.issues) : null;
  let joined: readonly JoinTally[] = [];
  const summary = executePlan(request.main, everything, tally, {
    companions: request.companions ?? [],
    ...options,
    onRows: (block) => {
      checks?.add(block);
      options.onRows?.(block);
    },
    onJoined: (tallies) => {
      joined = tallies;
    }
  });
  const later = checks?.result() ?? { issues: [], exclusions: [] };
  const found = withoutPersonalValues(later.issues, plan.variables);
  const unforeseen = planned.isSample ? answersFurtherDown(everything, summary.categories) : [];
  const issues = inOrder([...planned.issues, ...found, ...unforeseen, ...summary.issues]);
  const checked: ImportPlan = {
    ...plan,
    exclusions: [...plan.exclusions, ...later.exclusions],
    openQuestions: [
      ...plan.openQuestions,
      ...found.filter(({ severity }) => severity === 'question')
    ]
  };
  return {
    plan: hasErrors(issues) ? null : checked,
    inspection: {
      ...frame(planned),
      rows: summary.rows,
      issues,
      questions: plan.questions.map((question) => inspectQuestion(question, plan, tally)),
      variables: plan.variables
        .filter(({ columnIndex, source }) => columnIndex !== null || source.from === 'line')
        .map((variable) => inspectVariable(variable, plan, tally)),
      identifiers: planned.identifiers,
      freeText: planned.freeText ?? [],
      companions: withTallies(planned.companions ?? [], plan.joins ?? [], joined)
    }
  };
}

/** Answers of a large file that its first rows do not have: each is kept as a category of its own. */
function answersFurtherDown(
  { variables }: ImportPlan,
  categories: ImportSummary['categories']
): Issue[] {
  return variables.flatMap((variable, i): Issue[] => {
    const { role, kind, heading, columnIndex } = variable;
    const count = (categories[i]?.length ?? 0) - variable.categories.length;
    if (role !== 'answer' || kind !== 'categorical' || count <= 0 || columnIndex === null)
      return [];
    const where = { column: heading, columnIndex };
    return [{ code: 'ANSWERS_FURTHER_DOWN', severity: 'note', where, params: { count } }];
  });
}

function frame(planned: Planned): Inspection {
  const { opened, columns } = planned;
  const plan = planned.plan ?? planned.table;
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
    identifiers: [],
    companions: planned.companions ?? []
  };
}

/** The pairing with its counts over the whole files: the plan knows the beginning of them. */
const withTallies = (
  companions: readonly Paired[],
  joins: readonly JoinPlan[],
  tallies: readonly JoinTally[]
): Paired[] =>
  companions.map((paired) => {
    const at = joins.findIndex(
      (join) =>
        join.file === paired.file &&
        JSON.stringify(join.container) === JSON.stringify(paired.container)
    );
    const tally = tallies[at];
    return tally ? { ...paired, matched: tally.used, unmatched: tally.unused } : paired;
  });

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
    source.from === 'spread'
      ? source.columns
      : [sourceColumn(source), ...(source.from === 'member' ? (source.also ?? []) : [])]
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
  const { nValid, missing, counts, sum } = tally.variable(variable.name);
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
    ...(variable.kind === 'numeric' && { sum }),
    ...(all.length > 0 && { counts: Object.fromEntries(all) })
  };
}
