import type { Issue, Parsed } from '$lib/base/issue';
import { crossCodes } from './crossing';
import { checkMargins, type Margin, type MarginOptions } from './margin';
import { baseProblems, problem } from './problem';

export interface RakeOptions extends MarginOptions {
  /** largest relative error of a margin category that counts as met, default 1e-12 */
  tolerance?: number;
  /** rounds over all margins, default 500 */
  rounds?: number;
}

/** The category that is furthest from its target. */
export interface WorstFit {
  variable: string;
  category: string;
  /** |sum of weights / target - 1| */
  error: number;
}

/** Weights that meet totals. */
export interface Weighted {
  /** in the order of the rows; 0 stays 0 */
  weights: Float64Array;
  /** margins as they were met: on one total, unknown values as a category where asked */
  margins: Margin[];
  rounds: number;
  worst: WorstFit | null;
  notes: Issue[];
}

/** Raking that stops here has met its margins; the last digits depend on the order of sums. */
const acceptable = 1e-6;

/**
 * Raking (iterative proportional fitting, Deming and Stephan 1940; Deville and Sarndal 1992): weights
 * are multiplied until every margin adds up to its targets.
 *
 * Rounds end when the largest relative error of a category is below the tolerance, or stops falling
 * below 1e-6. Rows of one combination of categories share one factor, so rounds run over combinations,
 * not rows.
 *
 * Refused: the problems of `checkMargins`, weights to start from that are missing or negative, and
 * `weighting-not-converged` with the worst category.
 */
export function rake(
  base: Float64Array,
  given: readonly Margin[],
  options: RakeOptions = {}
): Parsed<Weighted> {
  const wrong = baseProblems(base);
  if (wrong.length > 0) return { ok: false, issues: wrong };
  const checked = checkMargins(base, given, options);
  if (!checked.ok) return checked;
  const { margins, notes } = checked.value;
  const { cell, cells, codes } = crossCodes(
    base.length,
    margins.map((margin) => margin.codes)
  );
  const start = new Float64Array(cells);
  for (let i = 0; i < base.length; i++) start[cell[i]!]! += base[i]!;
  const { sums, rounds, worst } = fit(start, margins, codes, options);
  if (!(worst.error <= Math.max(acceptable, options.tolerance ?? 0)))
    return {
      ok: false,
      issues: [
        problem('weighting-not-converged', {
          variable: worst.variable,
          category: worst.category,
          percent: Number((100 * worst.error).toPrecision(3)),
          rounds
        })
      ]
    };
  const factor = sums.map((sum, c) => (start[c]! > 0 ? sum / start[c]! : 0));
  const weights = new Float64Array(base.length);
  for (let i = 0; i < base.length; i++) weights[i] = base[i]! * factor[cell[i]!]!;
  return { ok: true, value: { weights, margins, rounds, worst, notes } };
}

/** Rounds over the sums of combinations; `codes` at `margin * cells + cell`. */
function fit(
  start: Float64Array,
  margins: readonly Margin[],
  codes: Uint32Array,
  { tolerance = 1e-12, rounds = 500 }: RakeOptions
): { sums: Float64Array; rounds: number; worst: WorstFit } {
  const cells = start.length;
  const sums = start.slice();
  let best = Infinity;
  let stalled = 0;
  for (let round = 1; ; round++) {
    for (let m = 0; m < margins.length; m++) {
      const { targets } = margins[m]!;
      const factor = marginSums(sums, codes, m * cells, targets.length + 1);
      for (let k = 1; k < factor.length; k++)
        factor[k] = factor[k]! > 0 ? targets[k - 1]! / factor[k]! : 0;
      for (let c = 0; c < cells; c++) sums[c]! *= factor[codes[m * cells + c]!]!;
    }
    const worst = worstFit(sums, margins, codes);
    stalled = worst.error < best * 0.999 ? 0 : stalled + 1;
    best = Math.min(best, worst.error);
    const isMet = worst.error <= tolerance || (worst.error <= acceptable && stalled >= 3);
    if (isMet || round >= rounds) return { sums, rounds: round, worst };
  }
}

function marginSums(
  sums: Float64Array,
  codes: Uint32Array,
  from: number,
  size: number
): Float64Array {
  const total = new Float64Array(size);
  for (let c = 0; c < sums.length; c++) total[codes[from + c]!]! += sums[c]!;
  return total;
}

function worstFit(sums: Float64Array, margins: readonly Margin[], codes: Uint32Array): WorstFit {
  const worst: WorstFit = { variable: '', category: '', error: 0 };
  margins.forEach(({ name, labels, targets }, m) => {
    const found = marginSums(sums, codes, m * sums.length, targets.length + 1);
    targets.forEach((target, k) => {
      if (target === 0) return;
      const error = Math.abs(found[k + 1]! / target - 1);
      if (!(error <= worst.error)) {
        worst.variable = name;
        worst.category = labels[k]!;
        worst.error = error;
      }
    });
  });
  return worst;
}

/**
 * Post-stratification: raking to one margin, which one round meets. Cells of several variables are
 * one margin of their combinations (`crossMargin`).
 */
export const poststratify = (
  base: Float64Array,
  margin: Margin,
  options: MarginOptions = {}
): Parsed<Weighted> => rake(base, [margin], options);
