import type { VariableRole } from '$lib/codebook/codebook';
import type {
  ImportPlan,
  JoinPlan,
  PlannedQuestion,
  PlannedVariable,
  Protection,
  RepeatPlan,
  ValueSource
} from '../plan';

const CARRIED: VariableRole[] = ['weight', 'replicate-weight', 'stratum', 'psu', 'fpc', 'area'];
/** Answers in more categories are told rather than compared. */
const MOST_GROUPS = 12;

/** Name among the members of a variable that their respondent adds, where they have one of that name. */
export const carriedName = (name: string, own: ReadonlySet<string>): string => {
  let carried = name;
  while (own.has(carried)) carried += '_respondent';
  return carried;
};

/**
 * The plan of a repeated group with what the respondent of each member adds: design, area, and the
 * answers people are grouped by. A member whose respondent is not there is left out. The column that
 * names the respondent is the members' PSU: those of one household are not drawn one by one.
 *
 * @param parent the plan of the responses as it is carried out, and the name their file is given by
 */
export function withParent(
  repeat: RepeatPlan,
  parent: { file: string; plan: ImportPlan }
): ImportPlan {
  const { plan: child, key } = repeat;
  const offset = child.layout.columns;
  const own = new Set(child.variables.map((variable) => variable.name));
  const carried = carriedFrom(parent.plan);
  const names = new Map(carried.variables.map(({ name }) => [name, carriedName(name, own)]));
  const variables = carried.variables.map((variable): PlannedVariable => ({
    ...variable,
    name: names.get(variable.name) ?? variable.name,
    columnIndex: variable.columnIndex === null ? null : variable.columnIndex + offset,
    source: shifted(variable.source, offset),
    ...(variable.protect && { protect: shiftedPlaces(variable.protect, offset) })
  }));
  const questions = carried.questions.map((question): PlannedQuestion => ({
    ...question,
    id: carriedName(question.id, new Set(child.questions.map(({ id }) => id))),
    variables: question.variables.flatMap((name) => names.get(name) ?? [])
  }));
  const first: JoinPlan = {
    file: parent.file,
    ...(parent.plan.container && { container: parent.plan.container }),
    layout: parent.plan.layout,
    key: [{ main: key.joined, joined: key.main }],
    take: 'cells',
    offset,
    columns: parent.plan.layout.columns,
    required: true,
    exclusions: parent.plan.exclusions
  };
  const further = (parent.plan.joins ?? []).map((join): JoinPlan => ({
    ...join,
    key: join.key.map((pair) => ({ ...pair, main: pair.main + offset })),
    offset: join.offset + offset
  }));
  return {
    ...child,
    repeat: repeat.name,
    joins: [first, ...further],
    variables: [...child.variables.map((variable) => asKey(variable, key.joined)), ...variables],
    questions: [...child.questions, ...questions]
  };
}

const asKey = (variable: PlannedVariable, column: number): PlannedVariable =>
  variable.columnIndex === column
    ? {
        ...variable,
        kind: 'categorical',
        role: 'psu',
        categories: [],
        source: { from: 'column', column },
        include: true,
        protect: undefined
      }
    : variable;

function carriedFrom(plan: ImportPlan): {
  variables: PlannedVariable[];
  questions: PlannedQuestion[];
} {
  const groups = plan.questions.filter(({ kind }) => kind === 'single');
  const names = new Set(groups.flatMap(({ variables }) => variables));
  const variables = plan.variables.filter(
    (variable) =>
      variable.include &&
      variable.protect?.how !== 'private' &&
      (CARRIED.includes(variable.role) ||
        (variable.role === 'answer' &&
          names.has(variable.name) &&
          variable.kind === 'categorical' &&
          variable.categories.length <= MOST_GROUPS))
  );
  const kept = new Set(variables.map(({ name }) => name));
  const questions = plan.questions.filter((question) =>
    question.variables.some((name) => kept.has(name))
  );
  return { variables, questions };
}

function shifted(source: ValueSource, by: number): ValueSource {
  if (source.from === 'spread')
    return { ...source, columns: source.columns.map((column) => column + by) };
  if (source.from === 'member')
    return {
      ...source,
      column: source.column + by,
      set: source.set.map((column) => column + by)
    };
  return { ...source, column: source.column + by };
}

const shiftedPlaces = (protect: Protection, by: number): Protection =>
  protect.how === 'area'
    ? { ...protect, latitude: protect.latitude + by, longitude: protect.longitude + by }
    : protect;
