import { DesignError } from './design-error';
import { makeReplicates, replicateRank } from './replicates';
import { nestUnits } from './units';
import type { Projection } from './projection';
import type { ReplicateInput, ReplicateSet } from './replicates';
import type { Keys, Units } from './units';

/**
 * What to do with a stratum that holds a single PSU and is not a certainty stratum: refuse (`fail`),
 * centre it on the mean of all PSUs (`adjust`), give it the average of the other strata (`average`),
 * or let it add nothing (`certainty`, `remove`).
 */
export type LonelyRule = 'fail' | 'adjust' | 'average' | 'certainty' | 'remove';

export interface DesignInput {
  rows: number;
  /** absent = one stratum */
  strata?: Keys | null;
  /** one column per stage; absent = each row is its own PSU */
  units?: readonly Keys[] | null;
  /** absent = every weight 1; NaN = missing */
  weights?: Float64Array | null;
  /** per stage: number of units in the population of the row's stratum (stage 1) or PSU (stage 2) */
  populations?: readonly (Float64Array | null)[] | null;
  /** PSU codes restart in every stratum */
  nest?: boolean;
  lonely?: LonelyRule;
  /** treat a stratum with one PSU in the domain like one with a single PSU (`adjust`, `average`) */
  adjustDomainLonely?: boolean;
  /** leave rows without a weight out of the design instead of refusing them */
  dropMissingWeight?: boolean;
  /** replicate weights: variances come from them alone, and strata and units are not looked at */
  replicates?: ReplicateInput | null;
}

/** The sample as drawn, without its rows: all that a variance needs to know. */
export interface SamplingFrame {
  strata: readonly string[];
  /** PSUs sampled in each stratum */
  psus: Uint32Array;
  /** PSUs of stratum h are numbered `firstPsu[h]` up to `firstPsu[h + 1]` */
  firstPsu: Uint32Array;
  /** sampling fraction of each stratum, 0 when the population is not known */
  fraction: Float64Array;
  second: SecondStage | null;
  lonely: LonelyRule;
  adjustDomainLonely: boolean;
  /** PSUs with a positive weight minus strata with one, over the whole design */
  dfFull: number;
}

export interface SecondStage {
  /** second-stage units of PSU i are numbered `firstUnit[i]` up to `firstUnit[i + 1]` */
  firstUnit: Uint32Array;
  /** sampling fraction inside each PSU */
  fraction: Float64Array;
  psuLabels: readonly string[];
}

/** A Taylor design: strata, sampling units, weights and sampling fractions of every row. */
export interface Design extends SamplingFrame {
  readonly rows: number;
  /** stratum of each row */
  readonly stratum: Uint32Array;
  /** PSU of each row; null = each row is its own PSU */
  readonly psu: Uint32Array | null;
  /** second-stage unit of each row, when the variance needs one */
  readonly unit: Uint32Array | null;
  /** 0 for rows outside the design */
  readonly weights: Float64Array;
  /** 1 = the row is not part of the design because it has no weight; null = every row is */
  readonly excluded: Uint8Array | null;
  readonly excludedRows: number;
  /** every row has a weight above zero */
  readonly isPositive: boolean;
  /** what calibrating the weights to known totals changes in variances; null = they are not calibrated */
  readonly projection: Projection | null;
  /** replicate weights that give the variances instead of strata and units; null = linearization */
  readonly replicates: ReplicateSet | null;
}

/**
 * The sampling design of a data set.
 *
 * Without strata, units or weights each row is its own PSU in one stratum with weight 1. Rows of zero
 * weight stay: they hold their PSU. A missing weight is refused unless `dropMissingWeight` is set,
 * then the row leaves the design before anything is counted. The `lonely` rule is applied when a
 * variance needs it, not here.
 *
 * @throws DesignError on a missing stratum or unit, a missing or negative weight, PSU codes that occur
 *   in several strata without `nest`, and population counts that vary or lie below the sample
 */
export function makeDesign(input: DesignInput): Design {
  return input.replicates ? replicateDesign(input, input.replicates) : linearizedDesign(input);
}

/** Variances from replicate weights; degrees of freedom are the rank of the replicates minus 1. */
function replicateDesign(input: DesignInput, replicates: ReplicateInput): Design {
  const { strata: _s, units: _u, populations: _p, replicates: _r, ...plain } = input;
  const design = linearizedDesign(plain);
  return withReplicates(design, makeReplicates(design.weights, design.excluded, replicates));
}

/** The design with these replicates, and the degrees of freedom they have. */
export function withReplicates(design: Design, set: ReplicateSet): Design {
  const patterns = set.patterns.length / set.weights.length;
  const all = Array.from({ length: patterns }, (_, p) => p + 1);
  return { ...design, replicates: set, dfFull: replicateRank(set, all) - 1 };
}

function linearizedDesign(input: DesignInput): Design {
  const { rows } = input;
  const { weights, excluded, excludedRows } = checkWeights(input);
  const stages = input.units ?? [];
  const populations = input.populations ?? [];
  if (populations.length > 2 && populations.slice(2).some((column) => column !== null))
    throw new DesignError('too-many-stages', { stages: populations.length });

  const strata = nestUnits({ rows, excluded, parent: null, keys: input.strata ?? null, stage: 0 });
  const clusters = stages[0]
    ? nestUnits({ rows, excluded, parent: strata, keys: stages[0], stage: 1 })
    : null;
  if (clusters && stages[0] && input.nest !== true) refuseSharedCodes(clusters, strata, stages[0]);
  const psus = clusters ? clusters.perParent : countRows(strata, excluded);
  const fraction = fractions(populations[0] ?? null, strata, psus, 1, 'Stratum');
  const isTwoStage = clusters !== null && stages.length > 1 && fraction.some((f) => f > 0);
  const second = isTwoStage
    ? nestUnits({ rows, excluded, parent: clusters, keys: stages[1] ?? null, stage: 2 })
    : null;

  return {
    rows,
    strata: strata.labels,
    psus,
    firstPsu: clusters ? clusters.first : runningSum(psus),
    fraction,
    second:
      second && clusters
        ? {
            firstUnit: second.first,
            fraction: fractions(populations[1] ?? null, clusters, second.perParent, 2, 'PSU'),
            psuLabels: clusters.labels
          }
        : null,
    lonely: input.lonely ?? 'fail',
    adjustDomainLonely: input.adjustDomainLonely ?? false,
    dfFull: fullDf(strata, clusters, weights, excluded),
    stratum: strata.index,
    psu: clusters ? clusters.index : null,
    unit: second ? second.index : null,
    weights,
    excluded,
    excludedRows,
    isPositive: excluded === null && weights.every((w) => w > 0),
    projection: null,
    replicates: null
  };
}

/** The design of a file about which nothing is known: each row its own PSU, every weight 1. */
export const simpleDesign = (rows: number): Design => makeDesign({ rows });

function checkWeights(input: DesignInput) {
  const { rows } = input;
  if (!input.weights)
    return { weights: new Float64Array(rows).fill(1), excluded: null, excludedRows: 0 };
  if (input.weights.length !== rows)
    throw new DesignError('column-length', {
      column: 'weights',
      found: input.weights.length,
      expected: rows
    });
  const weights = new Float64Array(input.weights);
  const excluded = new Uint8Array(rows);
  const missing = { count: 0, row: 0 };
  const negative = { count: 0, row: 0 };
  for (let i = 0; i < rows; i++) {
    const w = weights[i]!;
    if (Number.isFinite(w) && w >= 0) continue;
    const found = w < 0 ? negative : missing;
    if (found.count++ === 0) found.row = i + 1;
    excluded[i] = 1;
    weights[i] = 0;
  }
  if (negative.count > 0) throw new DesignError('weight-negative', negative);
  if (missing.count > 0 && !input.dropMissingWeight)
    throw new DesignError('weight-missing', missing);
  return { weights, excluded: missing.count > 0 ? excluded : null, excludedRows: missing.count };
}

function refuseSharedCodes(clusters: Units, strata: Units, keys: Keys): void {
  const home = new Map<number, number>();
  for (let i = 0; i < clusters.parentOf.length; i++) {
    const code = clusters.codeOf[i]!;
    const stratum = clusters.parentOf[i]!;
    const other = home.get(code);
    if (other === undefined) home.set(code, stratum);
    else
      throw new DesignError('psu-in-several-strata', {
        psu: keys.labels[code - 1] ?? '',
        stratum: strata.labels[other] ?? '',
        other: strata.labels[stratum] ?? ''
      });
  }
}

/** Sampled over population, per parent; refuses what is missing, varies or lies below the sample. */
function fractions(
  population: Float64Array | null,
  parent: Units,
  sampled: Uint32Array,
  stage: number,
  word: string
): Float64Array {
  const result = new Float64Array(parent.labels.length);
  if (!population) return result;
  const size = new Float64Array(parent.labels.length).fill(NaN);
  for (let i = 0; i < parent.index.length; i++) {
    if (parent.excluded?.[i]) continue;
    const value = population[i]!;
    const p = parent.index[i]!;
    if (Number.isNaN(value)) throw new DesignError('population-missing', { row: i + 1, stage });
    const known = size[p]!;
    if (Number.isNaN(known)) size[p] = value;
    else if (known !== value)
      throw new DesignError('population-varies', {
        unit: `${word} ${parent.labels[p]}`,
        stage,
        first: known,
        second: value
      });
  }
  for (let p = 0; p < result.length; p++) {
    if (size[p]! < sampled[p]!)
      throw new DesignError('population-below-sample', {
        unit: `${word} ${parent.labels[p]}`,
        stage,
        sampled: sampled[p]!,
        population: size[p]!
      });
    result[p] = sampled[p]! / size[p]!;
  }
  return result;
}

function countRows(units: Units, excluded: Uint8Array | null): Uint32Array {
  const counts = new Uint32Array(units.labels.length);
  for (let i = 0; i < units.index.length; i++) if (!excluded?.[i]) counts[units.index[i]!]!++;
  return counts;
}

function runningSum(counts: Uint32Array): Uint32Array {
  const first = new Uint32Array(counts.length + 1);
  for (let h = 0; h < counts.length; h++) first[h + 1] = first[h]! + counts[h]!;
  return first;
}

function fullDf(
  strata: Units,
  clusters: Units | null,
  weights: Float64Array,
  excluded: Uint8Array | null
): number {
  const hasStratum = new Uint8Array(strata.labels.length);
  const hasPsu = new Uint8Array(clusters ? clusters.labels.length : 0);
  let psus = 0;
  let strataSeen = 0;
  for (let i = 0; i < weights.length; i++) {
    if (excluded?.[i] || weights[i] === 0) continue;
    const h = strata.index[i]!;
    if (!hasStratum[h]) {
      hasStratum[h] = 1;
      strataSeen++;
    }
    if (!clusters) psus++;
    else if (!hasPsu[clusters.index[i]!]) {
      hasPsu[clusters.index[i]!] = 1;
      psus++;
    }
  }
  return psus - strataSeen;
}
