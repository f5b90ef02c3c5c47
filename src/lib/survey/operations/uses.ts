import type { Issue } from '$lib/base/issue';
import type { Question, QuestionKind, VariableKind, VariableRole } from '$lib/codebook/codebook';
import type { ImportPlan, PlannedQuestion, PlannedVariable, Protection } from '../plan';
import { withAllRepairs, withRepair } from './repair-plan';

/** What a question of a file may be used as; `off` leaves it out. */
export const uses = [
  'single',
  'scale',
  'nps',
  'multiple-response',
  'matrix',
  'rank',
  'numeric',
  'date',
  'open-text',
  'other-specify',
  'area',
  'weight',
  'replicate-weight',
  'stratum',
  'psu',
  'fpc',
  'id',
  'timestamp',
  'paradata',
  'attention-check',
  'identifier',
  'off'
] as const;
export type Use = (typeof uses)[number];

/** Guesses no surer than this are off until a person chooses: codes that might be a scale or a number. */
const doubtful = 0.6;

export const isDoubtful = ({ confidence }: Pick<PlannedQuestion, 'confidence'>): boolean =>
  confidence <= doubtful;

const designKinds: Partial<Record<Use, { role: VariableRole; kind: VariableKind }>> = {
  weight: { role: 'weight', kind: 'numeric' },
  'replicate-weight': { role: 'replicate-weight', kind: 'numeric' },
  stratum: { role: 'stratum', kind: 'categorical' },
  psu: { role: 'psu', kind: 'categorical' },
  fpc: { role: 'fpc', kind: 'numeric' },
  id: { role: 'id', kind: 'text' },
  area: { role: 'area', kind: 'categorical' }
};

const answerKinds: Partial<Record<Use, VariableKind>> = {
  single: 'categorical',
  scale: 'categorical',
  nps: 'categorical',
  numeric: 'numeric',
  date: 'date',
  'open-text': 'text',
  'other-specify': 'text'
};

/** The variables of a question, in form order. */
export const variablesOf = (plan: ImportPlan, question: Question): PlannedVariable[] =>
  question.variables.flatMap((name) => plan.variables.find((one) => one.name === name) ?? []);

/** What a question is used as now. */
export function useOf(plan: ImportPlan, question: PlannedQuestion): Use {
  const included = variablesOf(plan, question).filter((variable) => variable.include);
  const [first] = included;
  if (!first) return 'off';
  return useOfRole(first.role) ?? useOfKind(question.kind);
}

/** What a question would be used as if it were imported as proposed. */
export const likelyUse = (plan: ImportPlan, question: PlannedQuestion): Use =>
  useOfRole(variablesOf(plan, question)[0]?.role ?? 'answer') ?? useOfKind(question.kind);

const useOfRole = (role: VariableRole): Use | null =>
  role === 'answer' ? null : role === 'empty' ? 'off' : role;

const useOfKind = (kind: QuestionKind): Use =>
  kind === 'design' || kind === 'identifier' || kind === 'paradata' || kind === 'empty'
    ? 'off'
    : kind;

/** What may be chosen for a question: a set stays a set, a single column may be nearly anything. */
export function usesFor(plan: ImportPlan, question: PlannedQuestion): Use[] {
  const variables = variablesOf(plan, question);
  const now = useOf(plan, question);
  const likely = likelyUse(plan, question);
  const [only] = variables;
  const isColumn = variables.length === 1 && only?.source.from === 'column';
  const offered: Use[] = isColumn
    ? [
        'single',
        'scale',
        'numeric',
        'open-text',
        'area',
        'weight',
        'stratum',
        'psu',
        'fpc',
        'id',
        ...(only.source.from === 'column' && only.source.date ? (['date'] as const) : [])
      ]
    : [];
  return uses.filter(
    (use) => use === now || use === likely || use === 'off' || offered.includes(use)
  );
}

/** The plan with a question used otherwise; whatever was open about it is decided by that. */
export function withUse(
  plan: ImportPlan,
  proposal: ImportPlan,
  questionId: string,
  use: Use
): ImportPlan {
  const question = plan.questions.find(({ id }) => id === questionId);
  if (!question || !usesFor(plan, question).includes(use)) return plan;
  const names = new Set(question.variables);
  const isOne = names.size === 1;
  const variables = plan.variables.map((variable) => {
    if (!names.has(variable.name)) return variable;
    if (use === 'off') return { ...variable, include: false };
    const sure = { ...variable, include: true, confidence: 1 };
    return isOne ? asUse(sure, proposal, use) : sure;
  });
  const first = variables.find(({ name }) => names.has(name));
  const kind = use === 'off' ? question.kind : kindOfUse(use, question.kind);
  return {
    ...plan,
    variables,
    questions: plan.questions.map((one) =>
      one.id === questionId ? { ...one, kind, confidence: 1 } : one
    ),
    openQuestions: plan.openQuestions.filter(
      ({ where }) => where.columnIndex === undefined || where.columnIndex !== first?.columnIndex
    )
  };
}

const kindOfUse = (use: Use, now: QuestionKind): QuestionKind => {
  if (use === 'area') return 'single';
  if (designKinds[use]) return 'design';
  if (use === 'timestamp' || use === 'paradata' || use === 'attention-check') return 'paradata';
  if (use === 'off') return now;
  return use as QuestionKind;
};

function asUse(variable: PlannedVariable, proposal: ImportPlan, use: Use): PlannedVariable {
  const design = designKinds[use];
  const kind = design?.kind ?? answerKinds[use] ?? variable.kind;
  const role: VariableRole =
    design?.role ??
    (['timestamp', 'paradata', 'attention-check', 'identifier'].includes(use)
      ? (use as VariableRole)
      : 'answer');
  const proposed = proposal.variables.find(({ name }) => name === variable.name);
  const { source } = variable;
  const isNumber = kind === 'numeric' && source.from === 'column' && !source.number;
  return {
    ...variable,
    kind: role === 'identifier' ? 'text' : kind,
    role,
    protect: protectionOf(use, proposed),
    // Categories come back as proposed; values nobody foresaw join them while the file is read.
    categories:
      kind !== 'categorical'
        ? []
        : variable.kind === 'categorical'
          ? variable.categories
          : (proposed?.categories ?? []),
    source: isNumber ? { ...source, number: { decimal: '.', thousands: '' } } : source
  };
}

/** Personal data that is read is kept private; as the key of a response it becomes a keyed code. */
function protectionOf(use: Use, proposed: PlannedVariable | undefined): Protection | undefined {
  if (use === 'identifier') return { how: 'private' };
  return use === 'id' && proposed?.role === 'identifier' ? { how: 'pseudonym' } : undefined;
}

/** One open question decided: as proposed, the cells left as they are, or the rows it is about kept. */
export function withDecision(
  plan: ImportPlan,
  open: Pick<Issue, 'code' | 'where'>,
  choice: 'accept' | 'decline' | 'keep-rows'
): ImportPlan {
  const decided = withRepair(plan, open, choice === 'accept');
  // What is about a column is about cells; rows are told by their line alone.
  const { line, columnIndex } = open.where;
  if (choice !== 'keep-rows' || columnIndex !== undefined) return decided;
  return { ...decided, exclusions: decided.exclusions.filter((row) => row.line !== line) };
}

/** The plan as proposed for everything that waited for a person. */
export function withProposals(plan: ImportPlan, proposal: ImportPlan): ImportPlan {
  // Cells first: deciding the use of a column closes what was open about it.
  const repaired = withAllRepairs(plan);
  const accepted = repaired.questions
    .filter(isDoubtful)
    .reduce(
      (now, question) => withUse(now, proposal, question.id, likelyUse(now, question)),
      repaired
    );
  return { ...accepted, openQuestions: [] };
}

/** Guesses nobody can be sure of are off until somebody chooses. */
export function withUnsureOff(plan: ImportPlan): ImportPlan {
  const unsure = new Set(
    plan.questions.filter(isDoubtful).flatMap((question) => question.variables)
  );
  return {
    ...plan,
    variables: plan.variables.map((variable) =>
      unsure.has(variable.name) ? { ...variable, include: false } : variable
    )
  };
}
