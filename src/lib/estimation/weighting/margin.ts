import type { Issue, Parsed } from '$lib/base/issue';
import { note, problem } from './problem';

/** Codes of a category per row, in the narrowest array that holds them. */
export type MarginCodes = Uint8Array | Uint16Array | Uint32Array;

/** One known distribution of the population. */
export interface Margin {
  /** the variable, or several joined: "age, sex" */
  name: string;
  /** category of each row: 0 = missing, k = `labels[k - 1]` */
  codes: MarginCodes;
  labels: readonly string[];
  /** people in each category; NaN = no target is known */
  targets: Float64Array;
}

export interface MarginOptions {
  /** scale every margin to this total and say so; without it margins must agree */
  total?: number | null;
  /**
   * rows without a value in a margin: refused (default), or kept as a category of their own that
   * holds the share of the weights it has
   */
  missing?: 'refuse' | 'own-category';
}

/** Margins that can be met, with what was done to them. */
export interface CheckedMargins {
  margins: Margin[];
  total: number;
  notes: Issue[];
}

/** Name of the category that respondents without a value form. */
export const unknownLabel = '(no answer)';

/** Fewer respondents than this in a category make its weights shaky. */
export const smallCategory = 30;

/** Totals may differ by what rounding of published tables to full digits leaves. */
const sameTotal = 1e-9;

/**
 * Checks margins before weights are made, as the reference family `weighting_problem` asks: a target
 * without respondents, respondents without a target, missing values, targets that are not numbers
 * above 0, margins that add up to different totals. Rows of weight 0 are not respondents.
 *
 * @returns the margins, scaled to one total, without empty categories of target 0; notes name
 *   categories of fewer than 30 respondents, margins that were rescaled, and unknown values kept
 */
export function checkMargins(
  base: Float64Array,
  given: readonly Margin[],
  options: MarginOptions = {}
): Parsed<CheckedMargins> {
  if (given.length === 0) return { ok: false, issues: [problem('margins-none', {}, 'margins')] };
  const issues: Issue[] = [];
  const notes: Issue[] = [];
  const counted = given.map((margin) => ({ margin, ...countRows(base, margin) }));
  for (const { margin, missing } of counted) {
    if (missing.count > 0 && options.missing !== 'own-category')
      issues.push(
        problem(
          'margin-values-missing',
          { variable: margin.name, count: missing.count, row: missing.row },
          margin.name
        )
      );
  }
  for (const { margin, counts } of counted) issues.push(...targetProblems(margin, counts));
  if (issues.length > 0) return { ok: false, issues };
  const totals = given.map(({ targets }) => sumOf(targets));
  const wanted = options.total ?? totals[0]!;
  if (options.total === undefined || options.total === null) {
    const other = totals.findIndex((sum) => Math.abs(sum - wanted) > sameTotal * wanted);
    if (other > 0)
      return {
        ok: false,
        issues: [
          problem(
            'margin-totals-differ',
            {
              first: given[0]!.name,
              firstTotal: wanted,
              second: given[other]!.name,
              secondTotal: totals[other]!
            },
            given[other]!.name
          )
        ]
      };
  }
  const margins = counted.map(({ margin, counts, missing, weights }, m) => {
    const sum = totals[m]!;
    if (Math.abs(sum - wanted) > sameTotal * wanted)
      notes.push(note('margin-rescaled', { variable: margin.name, from: sum, to: wanted }));
    margin.labels.forEach((label, k) => {
      const count = counts[k + 1]!;
      if (count > 0 && count < smallCategory)
        notes.push(
          note('margin-category-small', { variable: margin.name, category: label, count })
        );
    });
    const scaled = { ...margin, targets: margin.targets.map((t) => (t * wanted) / sum) };
    if (missing.count === 0) return withoutEmpty(scaled);
    notes.push(note('margin-unknown-kept', { variable: margin.name, count: missing.count }));
    return withoutEmpty(withUnknown(scaled, weights[0]! / sumOf(weights)));
  });
  return { ok: true, value: { margins, total: wanted, notes } };
}

function targetProblems({ name, labels, targets }: Margin, counts: Float64Array): Issue[] {
  const issues: Issue[] = [];
  labels.forEach((category, k) => {
    const target = targets[k]!;
    const count = counts[k + 1]!;
    const where = { variable: name, category };
    if (Number.isNaN(target)) {
      if (count > 0)
        issues.push(problem('margin-category-without-target', { ...where, count }, name));
    } else if (!Number.isFinite(target) || target < 0)
      issues.push(problem('margin-target-unusable', { ...where, value: target }, name));
    else if (target > 0 && count === 0)
      issues.push(problem('margin-category-empty', { ...where, target }, name));
    else if (target === 0 && count > 0)
      issues.push(problem('margin-target-zero', { ...where, count }, name));
  });
  if (issues.length === 0 && sumOf(targets) <= 0) issues.push(problem('margins-none', {}, name));
  return issues;
}

/** Respondents and weights per code, and the first respondent without a value. */
function countRows(base: Float64Array, { codes, labels }: Margin) {
  const counts = new Float64Array(labels.length + 1);
  const weights = new Float64Array(labels.length + 1);
  const missing = { count: 0, row: 0 };
  for (let i = 0; i < base.length; i++) {
    const weight = base[i]!;
    if (!(weight > 0)) continue;
    const code = codes[i]!;
    counts[code]!++;
    weights[code]! += weight;
    if (code === 0 && missing.count++ === 0) missing.row = i + 1;
  }
  return { counts, weights, missing };
}

const sumOf = (numbers: Float64Array): number =>
  numbers.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);

/** Categories nobody is in and nobody should be in hold nothing. */
const withoutEmpty = (margin: Margin): Margin => ({
  ...margin,
  targets: margin.targets.map((t) => (Number.isNaN(t) ? 0 : t))
});

/** Rows without a value as one more category, which keeps its share; the others share the rest. */
function withUnknown(margin: Margin, share: number): Margin {
  const code = margin.labels.length + 1;
  const codes = code > 255 ? Uint32Array.from(margin.codes) : margin.codes.slice();
  for (let i = 0; i < codes.length; i++) if (codes[i] === 0) codes[i] = code;
  const total = sumOf(margin.targets);
  return {
    ...margin,
    codes,
    labels: [...margin.labels, unknownLabel],
    targets: Float64Array.from([...margin.targets.map((t) => t * (1 - share)), total * share])
  };
}
