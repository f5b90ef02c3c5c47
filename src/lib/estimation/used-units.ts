import { replicateRank } from './replicates';
import type { ReplicateSums, Tabulation } from './tabulation';

/** Which strata and PSUs the rows of some cells lie in. */
export interface UsedUnits {
  /** rows in each stratum */
  rows: Float64Array;
  /** PSUs with a row, in each stratum */
  psus: Float64Array;
  /** 1 = the PSU has a row; empty when each row is its own PSU */
  hasPsu: Uint8Array;
  /** PSUs with a row, over all strata */
  psuCount: number;
  /** PSUs minus strata, counting only rows of positive weight; null when there is none */
  df: number | null;
}

/** Counts strata and PSUs behind a set of cells: the degrees of freedom of an estimate on them. */
export function usedUnits(tabulation: Tabulation, within: readonly number[]): UsedUnits {
  const { frame, cells, between } = tabulation;
  if (between.kind === 'replicate') return usedPatterns(tabulation, between, within);
  const strata = frame.strata.length;
  const rows = new Float64Array(strata);
  const psus = new Float64Array(strata);
  const positive = new Float64Array(strata);
  const hasPsu = new Uint8Array(between.kind === 'psu' ? between.n.length / cells : 0);
  for (let h = 0; h < strata; h++) {
    if (between.kind === 'row') {
      for (const c of within) {
        rows[h]! += between.n[h * cells + c]!;
        positive[h]! += between.nPositive[h * cells + c]!;
      }
      psus[h] = rows[h]!;
      continue;
    }
    for (let psu = frame.firstPsu[h]!; psu < frame.firstPsu[h + 1]!; psu++) {
      let found = 0;
      let counted = 0;
      for (const c of within) {
        found += between.n[psu * cells + c]!;
        counted += between.nPositive[psu * cells + c]!;
      }
      rows[h]! += found;
      if (found > 0) {
        psus[h]!++;
        hasPsu[psu] = 1;
      }
      if (counted > 0) positive[h]!++;
    }
  }
  let df = 0;
  let isEmpty = true;
  let psuCount = 0;
  for (let h = 0; h < strata; h++) {
    psuCount += psus[h]!;
    if (positive[h] === 0) continue;
    isEmpty = false;
    df += positive[h]! - 1;
  }
  return { rows, psus, hasPsu, psuCount, df: isEmpty ? null : df };
}

/**
 * With replicate weights: patterns of weights stand for PSUs, and the degrees of freedom are the rank
 * of the replicate weights of the rows used, minus 1.
 */
function usedPatterns(
  { n }: Tabulation,
  { set, hasPattern }: ReplicateSums,
  within: readonly number[]
): UsedUnits {
  const wide = set.patterns.length / set.weights.length + 1;
  const found: number[] = [];
  for (let p = 0; p < wide; p++)
    if (within.some((c) => hasPattern[c * wide + p] === 1)) found.push(p);
  const rank = replicateRank(set, found);
  return {
    rows: Float64Array.of(within.reduce((sum, c) => sum + n[c]!, 0)),
    psus: Float64Array.of(found.length),
    hasPsu: new Uint8Array(0),
    psuCount: found.length,
    df: rank > 0 ? rank - 1 : null
  };
}
