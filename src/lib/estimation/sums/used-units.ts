import { replicateRank } from '../design/replicates';
import type { PsuSums, ReplicateSums, RowSums, Tabulation } from './tabulation';

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

/** The last answer of each tabulation: an estimate asks for its own cells twice. */
const last = new WeakMap<Tabulation, { within: readonly number[]; used: UsedUnits }>();

/** Counts strata and PSUs behind a set of cells: the degrees of freedom of an estimate on them. */
export function usedUnits(tabulation: Tabulation, within: readonly number[]): UsedUnits {
  const known = last.get(tabulation);
  if (known?.within === within) return known.used;
  const used = count(tabulation, within);
  last.set(tabulation, { within, used });
  return used;
}

function count(tabulation: Tabulation, within: readonly number[]): UsedUnits {
  const { between } = tabulation;
  if (between.kind === 'replicate') return usedPatterns(tabulation, between, within);
  return between.kind === 'psu'
    ? usedPsus(tabulation, between, within)
    : usedRows(tabulation, between, within);
}

function usedPsus(
  { frame, cells }: Tabulation,
  { n, nPositive }: PsuSums,
  within: readonly number[]
): UsedUnits {
  const strata = frame.strata.length;
  const rows = new Float64Array(strata);
  const psus = new Float64Array(strata);
  const positive = new Float64Array(strata);
  const hasPsu = new Uint8Array(n.length / cells);
  const isPositive = nPositive === n;
  for (let h = 0; h < strata; h++)
    for (let psu = frame.firstPsu[h]!; psu < frame.firstPsu[h + 1]!; psu++) {
      const found = sumAt(n, psu * cells, within);
      if (found === 0) continue;
      rows[h]! += found;
      psus[h]!++;
      hasPsu[psu] = 1;
      if (isPositive || sumAt(nPositive, psu * cells, within) > 0) positive[h]!++;
    }
  return { rows, psus, hasPsu, ...degrees(psus, positive) };
}

function usedRows(
  { frame, cells }: Tabulation,
  { n, nPositive }: RowSums,
  within: readonly number[]
): UsedUnits {
  const strata = frame.strata.length;
  const rows = new Float64Array(strata);
  const positive = new Float64Array(strata);
  for (let h = 0; h < strata; h++) {
    rows[h] = sumAt(n, h * cells, within);
    positive[h] = nPositive === n ? rows[h]! : sumAt(nPositive, h * cells, within);
  }
  return { rows, psus: rows, hasPsu: new Uint8Array(0), ...degrees(rows, positive) };
}

function sumAt(
  counts: Uint32Array | Float64Array,
  from: number,
  within: readonly number[]
): number {
  let sum = 0;
  for (let k = 0; k < within.length; k++) sum += counts[from + within[k]!]!;
  return sum;
}

/** PSUs minus strata over those with a positive weight. */
function degrees(psus: Float64Array, positive: Float64Array): Pick<UsedUnits, 'psuCount' | 'df'> {
  let df = 0;
  let isEmpty = true;
  let psuCount = 0;
  for (let h = 0; h < psus.length; h++) {
    psuCount += psus[h]!;
    if (positive[h] === 0) continue;
    isEmpty = false;
    df += positive[h]! - 1;
  }
  return { psuCount, df: isEmpty ? null : df };
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
