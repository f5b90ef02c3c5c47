import { DesignError } from '../design/design-error';
import { replicateCovariance } from '../design/replicates';
import { fromUnits, stratumScores } from './score';
import { usedUnits } from './used-units';
import type { Score, StratumScores } from './score';
import type { ReplicateSums, Tabulation } from './tabulation';
import type { UsedUnits } from './used-units';

/** Variance of one estimate; null when every stratum is lonely under `average`. */
export function variance(tabulation: Tabulation, score: Score): number | null {
  const matrix = covariance(tabulation, [score], score.within);
  return matrix ? matrix[0]! : null;
}

/**
 * Linearization covariance of several estimates, row by row (Wolter 2007, chapter 6; Lumley 2010,
 * chapter 2): between PSUs within strata, n/(n-1), sampling fraction, single-PSU rule, and between
 * second-stage units within PSUs where the first stage has a sampling fraction.
 *
 * @param within cells that hold the rows used; `'design'` = every PSU of the design counts as used,
 *   for covariances of estimates that use different rows
 * With replicate weights the spread of the replicates instead, whatever rows are used.
 *
 * @returns null when every stratum used is lonely under `average`, or no replicate defines the estimates
 * @throws DesignError `lonely-psu` under the rule `fail`, naming the stratum
 */
export function covariance(
  tabulation: Tabulation,
  scores: readonly Score[],
  within: readonly number[] | 'design'
): Float64Array | null {
  if (tabulation.between.kind === 'replicate')
    return fromReplicates(tabulation, tabulation.between, scores);
  const size = scores.length;
  const result = new Float64Array(size * size);
  const { frame } = tabulation;
  const cells = within === 'design' ? [...new Set(scores.flatMap((s) => s.within))] : within;
  const used = usedUnits(tabulation, cells);
  const isFull = within === 'design' || tabulation.isCalibrated;
  const parts = stratumScores(tabulation, scores);
  const centre = frame.lonely === 'adjust' ? meanOverPsus(tabulation, parts, used, isFull) : null;
  let strata = 0;
  let lonely = 0;
  for (let h = 0; h < frame.strata.length; h++) {
    const hasRows = used.rows[h]! > 0;
    if (!hasRows && !isFull) continue;
    strata++;
    const psus = frame.psus[h]!;
    const open = 1 - frame.fraction[h]!;
    if (open <= 0) continue;
    const isLonely = psus === 1 || (isDomainLonely(tabulation, used, h) && !isFull);
    if (!isLonely) {
      addScaled(result, parts.products, h, (open * psus) / (psus - 1));
    } else if (frame.lonely === 'fail') {
      if (hasRows || tabulation.isCalibrated)
        throw new DesignError('lonely-psu', { stratum: frame.strata[h]! });
    } else if (frame.lonely === 'average') lonely++;
    else if (centre) addAround(result, parts, h, psus, open, centre);
  }
  if (lonely > 0) {
    if (lonely === strata) return null;
    for (let k = 0; k < result.length; k++) result[k]! *= strata / (strata - lonely);
  }
  addSecondStage(tabulation, scores, used, result);
  return result;
}

/** The spread of the estimates over the replicates. */
function fromReplicates(
  { totals, cells, width }: Tabulation,
  { set, sums }: ReplicateSums,
  scores: readonly Score[]
): Float64Array | null {
  const block = cells * width;
  const thetas = set.weights.map((_, r) => scores.map((score) => score.value(sums, r * block)));
  return replicateCovariance(
    set,
    thetas,
    scores.map((score) => score.value(totals, 0))
  );
}

/** A stratum that kept one PSU in the domain, where the design asks to treat it as lonely. */
function isDomainLonely({ frame }: Tabulation, used: UsedUnits, h: number): boolean {
  const hasRule = frame.lonely === 'adjust' || frame.lonely === 'average';
  return frame.adjustDomainLonely && hasRule && used.psus[h] === 1;
}

function addScaled(result: Float64Array, products: Float64Array, h: number, factor: number): void {
  for (let k = 0; k < result.length; k++) result[k]! += factor * products[h * result.length + k]!;
}

/** The stratum's PSUs around the mean of all PSUs instead of their own. */
function addAround(
  result: Float64Array,
  parts: StratumScores,
  h: number,
  psus: number,
  open: number,
  centre: Float64Array
): void {
  const size = centre.length;
  const factor = psus > 1 ? (open * psus) / (psus - 1) : open;
  const gap = centre.map((mean, e) => parts.sums[h * size + e]! / psus - mean);
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++)
      result[a * size + b]! +=
        factor * (parts.products[(h * size + a) * size + b]! + psus * gap[a]! * gap[b]!);
}

function meanOverPsus(
  { frame }: Tabulation,
  parts: StratumScores,
  used: UsedUnits,
  isFull: boolean
): Float64Array {
  const size = parts.sums.length / Math.max(1, frame.strata.length);
  const mean = new Float64Array(size);
  let psus = 0;
  for (let h = 0; h < frame.strata.length; h++) {
    if (used.rows[h] === 0 && !isFull) continue;
    psus += frame.psus[h]!;
    for (let e = 0; e < size; e++) mean[e]! += parts.sums[h * size + e]!;
  }
  return psus > 0 ? mean.map((sum) => sum / psus) : mean;
}

/** Between second-stage units within PSUs; a PSU with one unit follows the rule of the design. */
function addSecondStage(
  tabulation: Tabulation,
  scores: readonly Score[],
  used: UsedUnits,
  result: Float64Array
): void {
  const { frame, between, cells, width } = tabulation;
  const { second } = frame;
  if (!second || between.kind !== 'psu' || !between.unitSums) return;
  const parts = fromUnits(between.unitSums, cells * width, second.firstUnit, scores);
  for (let h = 0; h < frame.strata.length; h++) {
    const fraction = frame.fraction[h]!;
    if (fraction === 0) continue;
    for (let psu = frame.firstPsu[h]!; psu < frame.firstPsu[h + 1]!; psu++) {
      const open = 1 - second.fraction[psu]!;
      const units = second.firstUnit[psu + 1]! - second.firstUnit[psu]!;
      if (open <= 0 || !(tabulation.isCalibrated || used.hasPsu[psu])) continue;
      if (units > 1)
        addScaled(result, parts.products, psu, (fraction * open * units) / (units - 1));
      else if (frame.lonely === 'fail')
        throw new DesignError('lonely-unit', { psu: second.psuLabels[psu]! });
    }
  }
}
