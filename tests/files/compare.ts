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
    if (found) checkQuestion(check, found, subject);
    return;
  }
  const index = check.column_index ?? columns?.[0] ?? indexOf(check.variable, subject.plan);
  const variable = subject.inspection.variables.find((each) => each.index === index);
  if (!variable) throw new Error(`no variable in column ${index} (${check.variable})`);
  if (check.weighted_counts) checkWeighted(check, variable, subject);
  else if (check.kind === 'dedupe') checkRepeats(check, variable, subject);
  else if (check.weighted_pct || check.mean_weighted !== undefined)
    checkMicrodata(check, variable, subject);
  else if (check.kind === 'numeric') checkNumeric(check, variable, subject);
  else if (check.kind === 'select_all_joined_contains')
    expect(variable.counts).toMatchObject(check.counts ?? {});
  else checkCategories(check, variable);
}

const indexOf = (heading: string, plan: ImportPlan): number =>
  plan.variables.find(
    (variable) => variable.heading === heading || variable.heading === heading.split(' ')[0]
  )?.columnIndex ?? -1;

function checkQuestion(check: Check, question: InspectedQuestion, subject: Subject): void {
  const options = question.options ?? [];
  if (check.kind?.startsWith('single')) {
    expect(question.nAnswered).toBe(check.n_valid);
    expect(byLabel(options)).toEqual(counted(check.counts ?? {}));
    return;
  }
  expect(question.kind).toBe('multiple-response');
  expect(question.nAsked, 'base').toBe(check.n_valid);
  if (check.n_any !== undefined) expect(question.nAnswered, 'any chosen').toBe(check.n_any);
  const expected = counted(check.counts ?? {});
  const labels = byLabel(options);
  // The ground truth may name an option by the beginning of its heading instead of its text.
  const areHeadings = Object.keys(expected).every((label) => !(label in labels));
  expect(areHeadings ? byHeading(question, subject, expected) : labels).toEqual(expected);
}

function byHeading(
  question: InspectedQuestion,
  { plan }: Subject,
  expected: Record<string, number>
): Record<string, number> {
  const counts = (question.options ?? []).map((option, i): [string, number] => {
    const at = question.variables[i];
    const heading = plan.variables.find((each) => each.columnIndex === at)?.heading ?? '';
    return [
      Object.keys(expected).find((label) => heading.startsWith(label)) ?? heading,
      option.count
    ];
  });
  return counted(Object.fromEntries(counts));
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
  else if (check.counts)
    expect(check.kind === 'scale' ? byPoint(counts) : counts).toEqual(counted(check.counts));
}

/** A point of a scale with words at its ends is known by its number: `1 (None at all)`. */
const byPoint = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts).map(([label, count]) => [
      label.replace(/^(\d+)\s*[(\-–].*$/, '$1'),
      count
    ])
  );

function checkNumeric(check: Check, variable: InspectedVariable, subject: Subject): void {
  expect(variable.nValid, 'n_valid').toBe(check.n_valid);
  const values = valuesOf(subject, variable.name).filter((value) => typeof value === 'number');
  expect(values).toHaveLength(check.n_valid ?? 0);
  expect(Math.min(...values)).toBeCloseTo(check.min ?? NaN, 9);
  expect(Math.max(...values)).toBeCloseTo(check.max ?? NaN, 9);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean).toBeCloseTo(check.mean ?? NaN, 5);
}

/** Ids that come more than once: every row is kept, and said. */
function checkRepeats(check: Check, variable: InspectedVariable, subject: Subject): void {
  const counts = new Map<string, number>();
  for (const value of valuesOf(subject, variable.name))
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count > 1);
  expect(Object.fromEntries(repeated)).toEqual(check.counts);
  expect(subject.inspection.rows).toBe(check.n_valid);
}

/** Number codes of public-use files: valid codes, weighted shares, and means in which "none" is 0. */
function checkMicrodata(check: Check, variable: InspectedVariable, subject: Subject): void {
  expect(variable.nValid, 'n_valid').toBe(check.n_valid);
  const weights = subject.plan.variables.find((each) => each.role === 'weight');
  const weight = valuesOf(subject, weights?.name ?? '').map(Number);
  const values = valuesOf(subject, variable.name);
  let total = 0;
  let sum = 0;
  let plain = 0;
  let zeros = 0;
  const shares: Record<string, number> = {};
  values.forEach((value, i) => {
    if (value === null) return;
    total += weight[i] ?? 0;
    shares[String(value)] = (shares[String(value)] ?? 0) + (weight[i] ?? 0);
    sum += Number(value) * (weight[i] ?? 0);
    plain += Number(value);
    if (value === 0) zeros++;
  });
  for (const [code, percent] of Object.entries(check.weighted_pct ?? {}))
    expect(((shares[code] ?? 0) / total) * 100, code).toBeCloseTo(percent, 3);
  if (check.weighted_pct)
    expect(Object.keys(shares).sort()).toEqual(Object.keys(check.weighted_pct).sort());
  if (check.mean_weighted === undefined) return;
  expect(plain / variable.nValid).toBeCloseTo(check.mean_unweighted ?? NaN, 5);
  expect(sum / total).toBeCloseTo(check.mean_weighted, 5);
  expect(zeros).toBe(check.zeros);
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
