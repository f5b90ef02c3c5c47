import { domainCells } from '../design/domain';
import { tabulate } from '../sums/tabulate';
import type { Design } from '../design/design';
import type { Groups, Within } from '../design/domain';

/** What unequal weights alone cost (Kish 1965): clusters and strata are not in it. */
export interface Kish {
  n: number;
  nPositive: number;
  sumWeights: number;
  /** (sum w)^2 / sum w^2 */
  nEffective: number | null;
  /** n sum w^2 / (sum w)^2 over rows of positive weight */
  deff: number | null;
  /** standard deviation of positive weights (divisor n) over their mean */
  cvWeights: number | null;
}

/** Kish's design effect of the weights, per group. Without groups one entry for the domain. */
export function kish(
  design: Design,
  { within, groups = null }: { within: Within; groups?: Groups | null }
): Kish[] {
  const domain = domainCells(design, within, [], groups);
  const { n, nPositive, totals } = tabulate(design, domain);
  const measures = [relativeSquares(design.weights, domain, totals, nPositive)];
  const spread = tabulate(design, { ...domain, measures });
  return Array.from({ length: domain.cells }, (_, c) => {
    const base = { n: n[c]!, nPositive: nPositive[c]!, sumWeights: totals[c]! };
    if (base.sumWeights === 0) return { ...base, nEffective: null, deff: null, cvWeights: null };
    const mean = base.sumWeights / base.nPositive;
    const variance = spread.totals[c * 2 + 1]! / base.nPositive;
    const relative = variance / (mean * mean);
    const deff = 1 + relative;
    return {
      ...base,
      nEffective: base.nPositive / deff,
      deff,
      cvWeights: Math.sqrt(relative)
    };
  });
}

/** Squared distance of each weight from its group's mean over the weight, so that weighting it gives the square. */
function relativeSquares(
  weights: Float64Array,
  { cell, cells }: { cell: Uint32Array; cells: number },
  totals: Float64Array,
  counts: Float64Array
): Float64Array {
  const squares = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    const c = cell[i]!;
    const weight = weights[i]!;
    if (c >= cells || weight === 0) continue;
    const gap = weight - totals[c]! / counts[c]!;
    squares[i] = (gap * gap) / weight;
  }
  return squares;
}
