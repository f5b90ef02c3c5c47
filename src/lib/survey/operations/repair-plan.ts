import type { Issue } from '$lib/base/issue';
import type { Category } from '$lib/codebook/codebook';
import { codesFromText } from '../columns/suspected-codes';
import type { CellRepair, DateStyle, ImportPlan, PlannedVariable } from '../plan';
import { amountsInOrder } from '../values/bands';
import { repairCell } from '../values/cell-repair';
import { findScale } from '../values/scales';

/** The repair that each question about damaged cells proposes. */
const REPAIRS: Readonly<Record<string, CellRepair>> = {
  MOJIBAKE_SUSPECTED: 'mojibake',
  EXCEL_DATE_MANGLED: 'range-from-date',
  LEADING_ZERO_LOST: 'zip-zeros'
};

const OTHERS: readonly string[] = ['DATE_AMBIGUOUS', 'CODES_MAY_BE_MISSING'];

type Asked = Pick<Issue, 'code' | 'where'>;

/**
 * The plan once a person has answered a question about cells: accepted, the cells are put right while
 * they are read and the categories with them; declined, they stay as they are. For dates, accepting keeps
 * the proposed order of day and month and declining takes the other. The question is open no longer.
 * Questions of other kinds change nothing but that.
 */
export function withRepair(plan: ImportPlan, issue: Asked, accept: boolean): ImportPlan {
  const decided = {
    ...plan,
    openQuestions: plan.openQuestions.filter((open) => !isSame(open, issue))
  };
  // Many rows that come twice are one question: declined, all of them stay.
  if (issue.code === 'DUPLICATE_ROWS' && !accept)
    return {
      ...decided,
      exclusions: decided.exclusions.filter(({ reason }) => reason !== 'duplicate')
    };
  const column = issue.where.columnIndex;
  if (column === undefined) return decided;
  if (issue.code === 'DATE_AMBIGUOUS') return accept ? decided : withOtherOrder(decided, column);
  if (issue.code === 'CODES_MAY_BE_MISSING' && accept) {
    const asked = plan.openQuestions.find((open) => isSame(open, issue));
    return withCodes(decided, column, asked?.params ?? {});
  }
  const repair = REPAIRS[issue.code];
  if (!repair) return decided;
  const variables = decided.variables.map((variable) =>
    isFrom(variable, column) ? repaired(variable, accept ? repair : undefined) : variable
  );
  return { ...decided, variables };
}

/** Can the proposal be declined, so that cells stay as they are (dates: are read in the other order)? */
export const isAboutCells = ({ code }: Pick<Issue, 'code'>): boolean =>
  code in REPAIRS || OTHERS.includes(code);

/** Every open question about cells decided as proposed; what is open about rows is left open. */
export const withAllRepairs = (plan: ImportPlan): ImportPlan =>
  plan.openQuestions
    .filter(isAboutCells)
    .reduce((now, issue) => withRepair(now, issue, true), plan);

/** The plan with the days and months of a column read in this order. */
const withDateOrder = (plan: ImportPlan, column: number, order: 'dmy' | 'mdy'): ImportPlan => ({
  ...plan,
  variables: plan.variables.map((variable) => {
    const { source } = variable;
    const isIt = source.from === 'column' && source.column === column && source.date;
    return isIt ? { ...variable, source: { ...source, date: withOrder(isIt, order) } } : variable;
  })
});

const withOrder = (style: DateStyle, order: 'dmy' | 'mdy'): DateStyle => ({ ...style, order });

function withOtherOrder(plan: ImportPlan, column: number): ImportPlan {
  const dates = plan.variables.flatMap(({ source }) =>
    source.from === 'column' && source.column === column && source.date ? [source.date] : []
  );
  return withDateOrder(plan, column, dates[0]?.order === 'dmy' ? 'mdy' : 'dmy');
}

/** Numbers of a column that stand for no answer, and the one that stands for none. */
function withCodes(
  plan: ImportPlan,
  column: number,
  { values, none }: Issue['params']
): ImportPlan {
  if (values === undefined) return plan;
  const codes = codesFromText(String(values));
  const variables = plan.variables.map((variable) => {
    const { source } = variable;
    if (source.from !== 'column' || source.column !== column) return variable;
    const merge = none ? { ...source.merge, [String(none)]: '0' } : source.merge;
    return {
      ...variable,
      missing: [...variable.missing, ...codes],
      source: { ...source, ...(merge && { merge }) }
    };
  });
  return { ...plan, variables };
}

const isSame = (open: Issue, issue: Asked): boolean =>
  open.code === issue.code &&
  open.where.line === issue.where.line &&
  open.where.columnIndex === issue.where.columnIndex;

const isFrom = ({ source }: PlannedVariable, column: number): boolean =>
  source.from !== 'spread' && source.from !== 'line' && source.column === column;

/** Options of a set keep the texts they are found by; only what people read is put right. */
function repaired(variable: PlannedVariable, repair: CellRepair | undefined): PlannedVariable {
  const { source, labels } = variable;
  if (source.from !== 'column') {
    if (repair === undefined) return variable;
    return {
      ...variable,
      labels: Object.fromEntries(
        Object.entries(labels).map(([language, text]) => [language, repairCell(text, repair)])
      )
    };
  }
  const { repair: _, ...plain } = source;
  if (repair === undefined) return { ...variable, source: plain };
  return {
    ...variable,
    source: { ...plain, repair },
    categories: repairedCategories(variable.categories, repair)
  };
}

/** Categories that become the same are one; ranges that were dates find their place among the others. */
function repairedCategories(categories: readonly Category[], repair: CellRepair): Category[] {
  const found = new Map<string, Category>();
  for (const category of categories) {
    const code = repairCell(category.code, repair);
    const labels = Object.fromEntries(
      Object.entries(category.labels).map(([language, text]) => [
        language,
        repairCell(text, repair)
      ])
    );
    if (!found.has(code)) found.set(code, { ...category, code, labels });
  }
  const codes = [...found.keys()];
  const order =
    repair === 'range-from-date' ? (findScale(codes)?.order ?? amountsInOrder(codes)) : null;
  return (order ?? codes).flatMap((code, place) => {
    const category = found.get(code);
    return category ? [{ ...category, order: place }] : [];
  });
}
