import type { Parsed } from '$lib/base/issue';
import type { Keys } from '../design/units';
import { problem } from './problem';

export interface CasperFrame {
  /** housing units in the sampling frame */
  households: number;
  /** clusters that were selected, also those without an interview; usually 30 */
  clusters: number;
}

/**
 * CASPER weights (CDC, Community Assessment for Public Health Emergency Response): households in the
 * frame over interviews completed in the cluster times clusters selected.
 *
 * @param cluster cluster of each interview
 * @returns one weight a row; when every cluster has an interview they add up to the households
 *
 * Refused: `casper-numbers-unusable`, `casper-cluster-missing`, `casper-clusters-too-few`.
 */
export function casperWeights(
  cluster: Keys,
  { households, clusters }: CasperFrame
): Parsed<Float64Array> {
  const isWhole = (n: number): boolean => Number.isSafeInteger(n) && n > 0;
  if (!isWhole(households) || !isWhole(clusters))
    return { ok: false, issues: [problem('casper-numbers-unusable', {}, 'households')] };
  const { codes, labels } = cluster;
  const interviews = new Float64Array(labels.length + 1);
  let first = 0;
  for (let i = 0; i < codes.length; i++) {
    interviews[codes[i]!]!++;
    if (codes[i] === 0 && first === 0) first = i + 1;
  }
  if (first > 0)
    return {
      ok: false,
      issues: [problem('casper-cluster-missing', { count: interviews[0]!, row: first }, 'cluster')]
    };
  const found = interviews.filter((n, code) => code > 0 && n > 0).length;
  if (found > clusters)
    return {
      ok: false,
      issues: [problem('casper-clusters-too-few', { found, selected: clusters }, 'cluster')]
    };
  return {
    ok: true,
    value: Float64Array.from(codes, (code) => households / (interviews[code]! * clusters))
  };
}
