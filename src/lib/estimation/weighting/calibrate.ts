import type { Issue, Parsed } from '$lib/base/issue';
import { auxiliaryColumns, rowColumns, type AuxiliaryTerm } from '../design/auxiliary';
import type { WorstFit } from './rake';
import { baseProblems, note, problem, refuse } from './problem';
import { solver } from '../numeric/solve';

export type CalibrationKind = 'linear' | 'raking' | 'logit';

export interface CalibrationOptions {
  kind: CalibrationKind;
  /** lowest and highest ratio of new to old weight; `logit` needs them */
  bounds?: readonly [lower: number, upper: number] | null;
}

/** A variable with the totals of its columns, and their names for messages. */
export interface CalibrationTerm {
  term: AuxiliaryTerm;
  totals: readonly number[];
  names: readonly string[];
}

export interface Calibrated {
  weights: Float64Array;
  rounds: number;
  worst: WorstFit | null;
  notes: Issue[];
}

/** Ratio of new to old weight, and its derivative. */
interface Link {
  ratio(x: number): number;
  slope(x: number): number;
}

const steps = 200;
const tolerance = 1e-12;
const acceptable = 1e-8;

/**
 * Weights nearest to those before that meet totals (Deville and Sarndal 1992): distances `linear`
 * (may turn negative, which a note says), `raking` (always positive) and `logit` (inside the bounds).
 * Solved by Newton's method with halved steps.
 *
 * Refused: unusable weights before, `bounds-unusable`, `bounds-too-tight` where no weights inside the
 * bounds meet the totals, `weighting-not-converged`.
 */
export function calibrate(
  base: Float64Array,
  given: readonly CalibrationTerm[],
  { kind, bounds = null }: CalibrationOptions
): Parsed<Calibrated> {
  const wrong = baseProblems(base);
  if (wrong.length > 0) return { ok: false, issues: wrong };
  if (given.length === 0) return refuse('margins-none');
  const [lower, upper] = bounds ?? [-Infinity, Infinity];
  const isBounded = bounds !== null && (Number.isFinite(lower) || Number.isFinite(upper));
  if (!(lower < 1 && upper > 1) || (kind === 'logit' && !(lower > -Infinity && upper < Infinity)))
    return refuse('bounds-unusable', { lower, upper });
  const columns = auxiliaryColumns(given.map(({ term }) => term));
  const totals = Float64Array.from(given.flatMap((one) => one.totals));
  const link = linkOf(kind, lower, upper);
  const state = newton(base, columns, totals, link);
  const names = given.flatMap((one) => one.names);
  const worst: WorstFit = {
    variable: names[state.worst] ?? '',
    category: names[state.worst] ?? '',
    error: state.error
  };
  if (!(state.error <= acceptable))
    return isBounded
      ? refuse('bounds-too-tight', { lower, upper, category: worst.category })
      : {
          ok: false,
          issues: [
            problem('weighting-not-converged', {
              variable: worst.variable,
              category: worst.category,
              percent: Number((100 * worst.error).toPrecision(3)),
              rounds: state.rounds
            })
          ]
        };
  const weights = base.map((weight, i) => (weight === 0 ? 0 : weight * link.ratio(state.x[i]!)));
  const negative = weights.reduce((count, weight) => count + (weight < 0 ? 1 : 0), 0);
  const notes = negative > 0 ? [note('made-weights-negative', { count: negative })] : [];
  return { ok: true, value: { weights, rounds: state.rounds, worst, notes } };
}

function newton(
  base: Float64Array,
  columns: ReturnType<typeof auxiliaryColumns>,
  totals: Float64Array,
  link: Link
) {
  const { count, terms } = columns;
  const at = new Uint32Array(terms.length);
  const value = new Float64Array(terms.length);
  const size = new Float64Array(count);
  for (let i = 0; i < base.length; i++) {
    const found = rowColumns(columns, i, at, value);
    for (let a = 0; a < found; a++) size[at[a]!]! += base[i]! * Math.abs(value[a]!);
  }
  /** What is missing to the totals, and the rows' place on the link, for one set of multipliers. */
  const look = (multipliers: Float64Array) => {
    const x = new Float64Array(base.length);
    const gap = totals.slice();
    for (let i = 0; i < base.length; i++) {
      const weight = base[i]!;
      if (weight === 0) continue;
      const found = rowColumns(columns, i, at, value);
      let sum = 0;
      for (let a = 0; a < found; a++) sum += multipliers[at[a]!]! * value[a]!;
      x[i] = sum;
      const made = weight * link.ratio(sum);
      for (let a = 0; a < found; a++) gap[at[a]!]! -= made * value[a]!;
    }
    let error = 0;
    let worst = 0;
    for (let k = 0; k < count; k++) {
      const relative = Math.abs(gap[k]!) / Math.max(Math.abs(totals[k]!), size[k]!, 1e-300);
      if (!(relative <= error)) {
        error = Number.isNaN(relative) ? Infinity : relative;
        worst = k;
      }
    }
    return { multipliers, x, gap, error, worst };
  };
  let now = look(new Float64Array(count));
  let rounds = 0;
  while (rounds < steps && now.error > tolerance) {
    rounds++;
    const slopes = new Float64Array(count * count);
    for (let i = 0; i < base.length; i++) {
      if (base[i] === 0) continue;
      const slope = base[i]! * link.slope(now.x[i]!);
      if (slope === 0) continue;
      const found = rowColumns(columns, i, at, value);
      for (let a = 0; a < found; a++)
        for (let b = 0; b < found; b++)
          slopes[at[a]! * count + at[b]!]! += slope * value[a]! * value[b]!;
    }
    const step = solver(slopes, count).solve(now.gap.slice());
    let next = look(now.multipliers.map((m, k) => m + step[k]!));
    for (let half = 0.5; !(next.error < now.error) && half > 1e-6; half /= 2)
      next = look(now.multipliers.map((m, k) => m + half * step[k]!));
    if (!(next.error < now.error)) break;
    now = next;
  }
  return { ...now, rounds };
}

function linkOf(kind: CalibrationKind, lower: number, upper: number): Link {
  if (kind === 'logit') return logitLink(lower, upper);
  const free: Link =
    kind === 'linear'
      ? { ratio: (x) => 1 + x, slope: () => 1 }
      : { ratio: Math.exp, slope: Math.exp };
  return {
    ratio: (x) => Math.min(upper, Math.max(lower, free.ratio(x))),
    slope: (x) => {
      const ratio = free.ratio(x);
      return ratio > lower && ratio < upper ? free.slope(x) : 0;
    }
  };
}

/** Deville and Sarndal's method 4; written with a falling exponent where the growing one overflows. */
function logitLink(lower: number, upper: number): Link {
  const steepness = (upper - lower) / ((1 - lower) * (upper - 1));
  const parts = (x: number): { up: number; down: number } => {
    const power = steepness * x;
    return power > 0
      ? { up: (1 - lower) * 1, down: (upper - 1) * Math.exp(-power) }
      : { up: (1 - lower) * Math.exp(power), down: upper - 1 };
  };
  return {
    ratio: (x) => {
      const { up, down } = parts(x);
      return (lower * down + upper * up) / (down + up);
    },
    slope: (x) => {
      const { up, down } = parts(x);
      return ((upper - lower) * steepness * up * down) / ((down + up) * (down + up));
    }
  };
}
