import type { Issue, Parsed } from '$lib/base/issue';
import type { Margin } from './margin';
import { baseProblems, note } from './problem';
import { rake, type RakeOptions, type Weighted, type WorstFit } from './rake';
import { fitOf, spreadOf, type MarginFit, type Spread } from './spread';
import { usualCap } from './trim';

/**
 * How far weights may go: `usual` up to the median plus six ranges between the quartiles; `ratio`
 * between two multiples of the mean weight.
 */
export type TrimRule = { kind: 'usual' } | { kind: 'ratio'; lower: number; upper: number };

export interface WeightingTask extends RakeOptions {
  /** weights to start from; 0 = not a respondent */
  base: Float64Array;
  /** none: the weights are those they start from (CASPER without margins) */
  margins: readonly Margin[];
  trim?: TrimRule | null;
}

export interface WeightingReport {
  /** rows with a weight above 0 */
  n: number;
  total: number;
  converged: true;
  rounds: number;
  /** rakings, one more than the times weights were cut */
  cycles: number;
  worst: WorstFit | null;
  before: Spread;
  after: Spread;
  trim: { lower: number; upper: number; trimmed: number } | null;
  margins: MarginFit[];
  /** worth knowing: small categories, rescaled margins, unknown answers kept */
  notes: Issue[];
}

export interface MadeWeights {
  weights: Float64Array;
  /** the weights before the last raking: variances need them; null = those of the task */
  start: Float64Array | null;
  report: WeightingReport;
}

const mostCycles = 20;
/** A weight this much above its limit counts as on it. */
const slack = 1e-6;

/**
 * Weights that meet the margins, cut and raked again until none lies outside its limits (Izrael,
 * Battaglia and Frankel 2009), with everything a person needs to judge them.
 *
 * Refused: the reasons of `rake`; `bounds-unusable`.
 */
export function makeWeights(task: WeightingTask): Parsed<MadeWeights> {
  const { base, margins, trim = null } = task;
  const first = meet(task, base);
  if (!first.ok) return first;
  let made = first.value;
  let start: Float64Array | null = null;
  let cycles = 1;
  const limits = trim ? limitsOf(trim, made.weights) : null;
  if (limits && !(limits.lower < limits.upper && limits.upper > 0))
    return {
      ok: false,
      issues: [
        { code: 'bounds-unusable', severity: 'error', where: { field: 'trim' }, params: limits }
      ]
    };
  const isCut = new Uint8Array(base.length);
  const notes = [...made.notes];
  while (limits && outside(made.weights, limits, slack) > 0) {
    if (cycles > mostCycles) {
      const count = outside(made.weights, limits, 0.01);
      if (count > 0) notes.push(note('trim-not-settled', { count }));
      break;
    }
    start = cutTo(made.weights, limits, isCut);
    const again = meet(task, start);
    if (!again.ok) return again;
    made = { ...again.value, rounds: made.rounds + again.value.rounds };
    cycles++;
  }
  const after = spreadOf(made.weights);
  return {
    ok: true,
    value: {
      weights: made.weights,
      start,
      report: {
        n: after.n,
        total: after.sum,
        converged: true,
        rounds: made.rounds,
        cycles,
        worst: made.worst,
        before: spreadOf(base),
        after,
        trim: limits && { ...limits, trimmed: isCut.reduce((sum, is) => sum + is, 0) },
        margins: margins.length === 0 ? [] : fitOf(made.margins, base, made.weights),
        notes
      }
    }
  };
}

function meet(task: WeightingTask, base: Float64Array): Parsed<Weighted> {
  if (task.margins.length > 0) return rake(base, task.margins, task);
  const wrong = baseProblems(base);
  if (wrong.length > 0) return { ok: false, issues: wrong };
  return {
    ok: true,
    value: { weights: base.slice(), margins: [], rounds: 0, worst: null, notes: [] }
  };
}

interface Limits extends Record<string, number> {
  lower: number;
  upper: number;
}

function limitsOf(rule: TrimRule, weights: Float64Array): Limits {
  if (rule.kind === 'usual') return { lower: 0, upper: usualCap(weights) };
  const { mean } = spreadOf(weights);
  return { lower: rule.lower * mean, upper: rule.upper * mean };
}

function outside(weights: Float64Array, { lower, upper }: Limits, room: number): number {
  let count = 0;
  for (const weight of weights)
    if (weight !== 0 && (weight > upper * (1 + room) || weight < lower * (1 - room))) count++;
  return count;
}

function cutTo(weights: Float64Array, { lower, upper }: Limits, isCut: Uint8Array): Float64Array {
  return weights.map((weight, i) => {
    if (weight === 0 || (weight >= lower && weight <= upper)) return weight;
    isCut[i] = 1;
    return weight < lower ? lower : upper;
  });
}
