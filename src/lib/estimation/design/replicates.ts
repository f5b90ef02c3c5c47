import { DesignError } from './design-error';

/** Kinds of replicate weights a design may bring. */
export type ReplicateKind = 'BRR' | 'Fay' | 'JK1' | 'JKn' | 'bootstrap' | 'successive-difference';

/** Replicate weights of a design: the variance of any estimate is the spread of its replicates. */
export interface ReplicateSet {
  kind: ReplicateKind;
  /** full weights, one column per replicate; 0 for rows outside the design */
  weights: readonly Float64Array[];
  scale: number;
  rscales: Float64Array;
  /** deviations from the full-sample estimate instead of from the mean of the replicates */
  mse: boolean;
  /**
   * Rows whose replicate weights are multiples of one another share a pattern; 0 = all are zero,
   * pattern p stands at `(p - 1) * weights.length` of `patterns`. For degrees of freedom.
   */
  patternOf: Uint32Array;
  patterns: Float64Array;
}

/**
 * Covariance of estimates from their replicates: scale x sum of rscale (theta_r - c)(theta_r - c)'
 * (Wolter 2007, chapters 3 to 5). Replicates in which an estimate is not defined are left out, and so
 * are those with an rscale of 0, from the centre too.
 *
 * @param thetas the estimates in each replicate; null where one of them is not defined
 * @param full the estimates with the weights of the sample: the centre with `mse`
 * @returns row by row; null when no replicate defines the estimates
 */
export function replicateCovariance(
  { scale, rscales, mse }: Pick<ReplicateSet, 'scale' | 'rscales' | 'mse'>,
  thetas: readonly (ArrayLike<number> | null)[],
  full: ArrayLike<number>
): Float64Array | null {
  const size = full.length;
  const defined = thetas.flatMap((theta, r) =>
    theta === null || rscales[r] === 0 || Array.from(theta).some((x) => !Number.isFinite(x))
      ? []
      : [{ theta, factor: scale * rscales[r]! }]
  );
  if (defined.length === 0) return null;
  const centre = Float64Array.from({ length: size }, (_, e) =>
    mse ? full[e]! : defined.reduce((sum, { theta }) => sum + theta[e]!, 0) / defined.length
  );
  const result = new Float64Array(size * size);
  for (const { theta, factor } of defined)
    for (let a = 0; a < size; a++) {
      const gap = factor * (theta[a]! - centre[a]!);
      for (let b = 0; b < size; b++) result[a * size + b]! += gap * (theta[b]! - centre[b]!);
    }
  return result;
}

/** What replicate weights of a file are, before they are checked. */
export interface ReplicateInput {
  kind: ReplicateKind;
  /** one column per replicate; NaN = missing */
  columns: readonly Float64Array[];
  /** the columns are full weights; false = factors the weight is multiplied by */
  combined: boolean;
  /** absent: 1/R for BRR, 1/(R (1 - rho)^2) for Fay, (R - 1)/R for JK1, 1 for JKn, 1/(R - 1) for bootstrap, 4/R for successive differences */
  scale?: number | null;
  /** absent = 1 for every replicate; JKn needs them: (n_h - 1)/n_h of the replicate's stratum */
  rscales?: readonly number[] | null;
  /** Fay's factor, between 0 and 1 */
  rho?: number | null;
  mse?: boolean;
}

/**
 * Replicate weights checked and scaled for a design of these weights. They may be negative, as those
 * of the American Community Survey can be; rows outside the design get 0.
 *
 * @throws DesignError `replicates-too-few`, `replicate-missing`, `replicate-rscales`,
 *   `replicate-rho`, `column-length`
 */
export function makeReplicates(
  weights: Float64Array,
  excluded: Uint8Array | null,
  input: ReplicateInput
): ReplicateSet {
  const { kind, columns, combined } = input;
  const count = columns.length;
  if (count < 2) throw new DesignError('replicates-too-few', { replicates: count });
  const rscales = rscalesOf(input, count);
  const full = columns.map((column, r) => {
    if (column.length !== weights.length)
      throw new DesignError('column-length', {
        column: `replicate ${r + 1}`,
        found: column.length,
        expected: weights.length
      });
    return column.map((value, i) => {
      if (excluded?.[i]) return 0;
      if (!Number.isFinite(value))
        throw new DesignError('replicate-missing', { replicate: r + 1, row: i + 1 });
      return combined ? value : value * weights[i]!;
    });
  });
  return {
    kind,
    weights: full,
    scale: input.scale ?? usualScale(kind, count, input.rho ?? 0),
    rscales,
    mse: input.mse ?? kind === 'successive-difference',
    ...patternsOf(full)
  };
}

/** The same replicates after their weights changed; rows have patterns of their own then. */
export const withWeights = (set: ReplicateSet, weights: readonly Float64Array[]): ReplicateSet => ({
  ...set,
  weights,
  ...patternsOf(weights)
});

function rscalesOf({ kind, rscales, rho }: ReplicateInput, count: number): Float64Array {
  if (kind === 'Fay' && !(typeof rho === 'number' && rho >= 0 && rho < 1))
    throw new DesignError('replicate-rho', {});
  if (!rscales) {
    if (kind === 'JKn') throw new DesignError('replicate-rscales', { found: 0, expected: count });
    return new Float64Array(count).fill(1);
  }
  if (rscales.length === count) return Float64Array.from(rscales);
  if (rscales.length === 1) return new Float64Array(count).fill(rscales[0]!);
  throw new DesignError('replicate-rscales', { found: rscales.length, expected: count });
}

function usualScale(kind: ReplicateKind, count: number, rho: number): number {
  switch (kind) {
    case 'BRR':
      return 1 / count;
    case 'Fay':
      return 1 / (count * (1 - rho) ** 2);
    case 'JK1':
      return (count - 1) / count;
    case 'JKn':
      return 1;
    case 'bootstrap':
      return 1 / (count - 1);
    case 'successive-difference':
      return 4 / count;
  }
}

/** Rows sorted by the direction of their replicate weights. */
function patternsOf(
  columns: readonly Float64Array[]
): Pick<ReplicateSet, 'patternOf' | 'patterns'> {
  const rows = columns[0]!.length;
  const patternOf = new Uint32Array(rows);
  const known = new Map<string, number>();
  const patterns: number[] = [];
  for (let i = 0; i < rows; i++) {
    let most = 0;
    for (const column of columns) most = Math.max(most, Math.abs(column[i]!));
    if (most === 0) continue;
    const direction = columns.map((column) => column[i]! / most);
    const name = direction.map((x) => x.toPrecision(10)).join(' ');
    let pattern = known.get(name);
    if (pattern === undefined) {
      known.set(name, (pattern = known.size + 1));
      for (const x of direction) patterns.push(x);
    }
    patternOf[i] = pattern;
  }
  return { patternOf, patterns: Float64Array.from(patterns) };
}

/** Below this share of its length what is left of a vector counts as nothing (QR tolerance). */
const rankTolerance = 1e-5;

/**
 * Rank of the replicate weights of rows with these patterns: the number of independent directions
 * (Gram and Schmidt, twice for accuracy). Stops when no more can come.
 */
export function replicateRank(
  { weights, patterns }: Pick<ReplicateSet, 'weights' | 'patterns'>,
  found: readonly number[]
): number {
  const size = weights.length;
  const basis: Float64Array[] = [];
  for (const pattern of found) {
    if (pattern === 0) continue;
    if (basis.length === size) break;
    const vector = patterns.slice((pattern - 1) * size, pattern * size);
    const before = length(vector);
    for (let pass = 0; pass < 2; pass++)
      for (const known of basis) {
        let dot = 0;
        for (let k = 0; k < size; k++) dot += known[k]! * vector[k]!;
        for (let k = 0; k < size; k++) vector[k]! -= dot * known[k]!;
      }
    const left = length(vector);
    if (left > rankTolerance * before) basis.push(vector.map((x) => x / left));
  }
  return basis.length;
}

const length = (vector: Float64Array): number =>
  Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));

/** How far a ratio of weights may be from 0, 1 or its stratum's factor and still count as it. */
const ratioSlack = 1e-3;

/**
 * Which jackknife made replicate weights, told from the weights: each replicate drops one unit (ratio
 * 0) and raises the others of its stratum by n_h/(n_h - 1). Where all rows are raised there is one
 * stratum (JK1), else one for each replicate (JKn).
 *
 * @param columns full weights
 * @returns null when some replicate does not look so (weights calibrated after the jackknife)
 */
export function jackknifeOf(
  weights: Float64Array,
  columns: readonly Float64Array[]
): { kind: 'JK1' } | { kind: 'JKn'; rscales: number[] } | null {
  const rscales: number[] = [];
  let isOneStratum = true;
  for (const column of columns) {
    let factor = 0;
    let hasOnes = false;
    for (let i = 0; i < weights.length; i++) {
      if (!(weights[i]! > 0)) continue;
      const ratio = column[i]! / weights[i]!;
      if (Math.abs(ratio) < ratioSlack) continue;
      if (Math.abs(ratio - 1) < ratioSlack) hasOnes = true;
      else if (factor === 0) factor = ratio;
      else if (Math.abs(ratio / factor - 1) > ratioSlack) return null;
    }
    if (factor <= 1) return null;
    rscales.push(1 / factor);
    if (hasOnes) isOneStratum = false;
  }
  return isOneStratum ? { kind: 'JK1' } : { kind: 'JKn', rscales };
}

/** Full weights have the mean of the weight; factors have a mean near 1. */
export function areFullWeights(weights: Float64Array, columns: readonly Float64Array[]): boolean {
  const mean = (values: Float64Array): number =>
    values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);
  const own = Math.log(Math.max(mean(weights), 1e-12));
  const theirs = Math.log(Math.max(mean(columns[0] ?? weights), 1e-12));
  return Math.abs(theirs - own) <= Math.abs(theirs);
}
