import { expect } from 'vitest';
import type { Inspection, InspectedQuestion, InspectedVariable } from '$lib/survey/inspect';
import type { ImportPlan } from '$lib/survey/plan';
import type { Collected, Stored } from './collect';
import type { Check } from './expected';

/** Everything a check may look at. */
export interface Subject {
  inspection: Inspection;
  plan: ImportPlan;
  collected: Collected;
}

/** Counts above zero, so that options nobody chose may be listed or not. */
const counted = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

export function runCheck(check: Check, subject: Subject): void {
  const columns = check.columns;
  if (columns && columns.length > 1) {
    const found = subject.inspection.questions.find(
      (question) => question.variables.join() === columns.join()
    );
    expect(found, `a question of columns ${columns.join()}`).toBeDefined();
    if (found) checkQuestion(check, found);
    return;
  }
  const index = check.column_index ?? columns?.[0] ?? indexOf(check.variable, subject.plan);
  const variable = subject.inspection.variables.find((each) => each.index === index);
  if (!variable) throw new Error(`no variable in column ${index} (${check.variable})`);
  if (check.weighted_counts) checkWeighted(check, variable, subject);
  else if (check.kind === 'numeric') checkNumeric(check, variable, subject);
  else if (check.kind === 'select_all_joined_contains')
    expect(variable.counts).toMatchObject(check.counts ?? {});
  else checkCategories(check, variable);
}

const indexOf = (heading: string, plan: ImportPlan): number =>
  plan.variables.find((variable) => variable.heading === heading)?.columnIndex ?? -1;

function checkQuestion(check: Check, question: InspectedQuestion): void {
  const options = question.options ?? [];
  if (check.kind?.startsWith('single')) {
    expect(question.nAnswered).toBe(check.n_valid);
    expect(byLabel(options)).toEqual(counted(check.counts ?? {}));
    return;
  }
  expect(question.kind).toBe('multiple-response');
  expect(question.nAsked, 'base').toBe(check.n_valid);
  if (check.n_any !== undefined) expect(question.nAnswered, 'any chosen').toBe(check.n_any);
  expect(byLabel(options)).toEqual(counted(check.counts ?? {}));
}

const byLabel = (options: { label: string; count: number }[]): Record<string, number> =>
  counted(Object.fromEntries(options.map((option) => [option.label, option.count])));

function checkCategories(check: Check, variable: InspectedVariable): void {
  expect(variable.nValid, 'n_valid').toBe(check.n_valid);
  if (check.n_missing !== undefined) expect(variable.nMissing, 'n_missing').toBe(check.n_missing);
  const counts = counted(variable.counts ?? {});
  if (check.kind === 'select_all_cell') {
    const { '': blank = 0, '1': chosen = 0 } = check.counts ?? {};
    expect(counts).toEqual(counted({ Chosen: chosen, 'Not chosen': blank }));
  } else if (check.kind === 'select_all_joined')
    expect(counts).toMatchObject(counted(check.counts ?? {}));
  else if (check.counts) expect(counts).toEqual(counted(check.counts));
}

function checkNumeric(check: Check, variable: InspectedVariable, subject: Subject): void {
  expect(variable.nValid, 'n_valid').toBe(check.n_valid);
  const values = valuesOf(subject, variable.name).filter((value) => typeof value === 'number');
  expect(values).toHaveLength(check.n_valid ?? 0);
  expect(Math.min(...values)).toBeCloseTo(check.min ?? NaN, 9);
  expect(Math.max(...values)).toBeCloseTo(check.max ?? NaN, 9);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean).toBeCloseTo(check.mean ?? NaN, 5);
}

/** Weighted counts, with codes for no answer counted as categories of their own. */
function checkWeighted(check: Check, variable: InspectedVariable, subject: Subject): void {
  const weights = subject.plan.variables.find((each) => each.heading === check.weight);
  expect(weights?.role).toBe('weight');
  const weight = valuesOf(subject, weights?.name ?? '');
  const values = valuesOf(subject, variable.name);
  const reasons = subject.collected.reasons.get(variable.name) ?? [];
  const sums: Record<string, number> = {};
  values.forEach((value, i) => {
    const reason = reasons[i];
    const token = variable.missing.find(
      (each) => each.reason === reason && each.token !== ''
    )?.token;
    const key = value === null ? token : String(value);
    if (key !== undefined) sums[key] = (sums[key] ?? 0) + Number(weight[i]);
  });
  expect(Object.keys(sums).sort()).toEqual(Object.keys(check.weighted_counts ?? {}).sort());
  for (const [key, sum] of Object.entries(check.weighted_counts ?? {}))
    expect(sums[key], key).toBeCloseTo(sum, 5);
}

const valuesOf = (subject: Subject, name: string): Stored[] =>
  subject.collected.columns.get(name) ?? [];
