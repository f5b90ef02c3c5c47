import { DesignError } from '../design/design-error';
import { replicateCovariance } from '../design/replicates';
import type { Design } from '../design/design';

/** A PSU left out: its rows, the rows of its stratum, and what the others weigh more. */
export interface LeftOut {
  stratum: number;
  stratumRows: readonly number[];
  rows: readonly number[];
  /** n_h/(n_h - 1); 1 where the PSU is alone in its stratum */
  grow: number;
}

/** One estimate as a function of the weights; null where it is not defined. */
export interface WeightedValue {
  at: (weights: Float64Array) => number | null;
  /** the same without a PSU, where that is faster than with changed weights */
  without?: (left: LeftOut) => number | null;
}

/**
 * Variance of one estimate by leaving out each PSU in turn, the others of its stratum weighing
 * n_h/(n_h - 1) as much (JKn; JK1 without strata): sum of (1 - f_h)(n_h - 1)/n_h (theta - mean)^2
 * (Wolter 2007, chapter 4). A replicate design uses the replicates it brought.
 *
 * Certainty strata add nothing. A stratum with a single PSU adds nothing either, unless the design
 * says `average` (what the other PSUs add on average) or `adjust` (the PSU is left out of the H strata,
 * the others unchanged, and counts (H - 1)/H). Calibrated weights are taken as they are, not
 * calibrated anew.
 *
 * @param inside 1 = the row is used; a stratum without such a row is never lonely
 * @returns null when no replicate is defined
 * @throws DesignError `lonely-psu` under the rule `fail`
 */
export function jackknifeVariance(
  design: Design,
  inside: Uint8Array,
  { at, without }: WeightedValue
): number | null {
  const full = at(design.weights);
  if (full === null) return null;
  if (design.replicates) {
    const thetas = design.replicates.weights.map((weights) => {
      const value = at(weights);
      return value === null ? null : [value];
    });
    return replicateCovariance(design.replicates, thetas, [full])?.[0] ?? null;
  }
  const { left, lonely } = psusLeftOut(design, inside);
  const drop = without ?? ((one: LeftOut) => at(weightsWithout(design.weights, one)));
  const thetas: number[] = [];
  const factors: number[] = [];
  for (const { factor, ...one } of left) {
    const theta = drop(one);
    if (theta === null) continue;
    thetas.push(theta);
    factors.push(factor);
  }
  if (thetas.length === 0) return null;
  const mean = thetas.reduce((sum, theta) => sum + theta, 0) / thetas.length;
  const spread = thetas.reduce((sum, theta, r) => sum + factors[r]! * (theta - mean) ** 2, 0);
  return spread * (design.lonely === 'average' ? 1 + lonely / thetas.length : 1);
}

function psusLeftOut(design: Design, inside: Uint8Array) {
  const left: (LeftOut & { factor: number })[] = [];
  const rowsOf = rowsByStratum(design);
  const strata = design.strata.length;
  let lonely = 0;
  for (let h = 0; h < strata; h++) {
    const psus = design.psus[h]!;
    const open = 1 - design.fraction[h]!;
    if (open <= 0) continue;
    const stratumRows = rowsOf[h]!;
    if (psus === 1) {
      if (!stratumRows.some((row) => inside[row] === 1)) continue;
      if (design.lonely === 'fail')
        throw new DesignError('lonely-psu', { stratum: design.strata[h]! });
      lonely++;
      if (design.lonely !== 'adjust') continue;
    }
    const grow = psus === 1 ? 1 : psus / (psus - 1);
    const factor = open * (psus === 1 ? (strata - 1) / strata : 1 / grow);
    for (const rows of byPsu(design, h, stratumRows))
      left.push({ stratum: h, stratumRows, rows, grow, factor });
  }
  return { left, lonely };
}

function rowsByStratum({ strata, stratum, excluded }: Design): number[][] {
  const rows: number[][] = strata.map(() => []);
  for (let i = 0; i < stratum.length; i++) if (!excluded?.[i]) rows[stratum[i]!]!.push(i);
  return rows;
}

/** Rows of each PSU of a stratum; a row by itself where each row is its own PSU. */
function byPsu({ psu, firstPsu }: Design, h: number, rows: readonly number[]): number[][] {
  if (!psu) return rows.map((row) => [row]);
  const first = firstPsu[h]!;
  const found: number[][] = Array.from({ length: firstPsu[h + 1]! - first }, () => []);
  for (const row of rows) found[psu[row]! - first]!.push(row);
  return found;
}

function weightsWithout(weights: Float64Array, { stratumRows, rows, grow }: LeftOut): Float64Array {
  const changed = weights.slice();
  for (const row of stratumRows) changed[row]! *= grow;
  for (const row of rows) changed[row] = 0;
  return changed;
}
