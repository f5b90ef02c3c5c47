import { kornGraubard } from './proportion-interval';
import type { Estimate } from './estimate';
import type { KornGraubard } from './proportion-interval';

export type SuppressReason =
  | 'no_observations'
  | 'sample_size_lt_30'
  | 'effective_sample_size_lt_30'
  | 'absolute_width_ge_0.30'
  | 'relative_width_gt_130pct';

/** P0: the proportion is 0 or 1. Pdf: few degrees of freedom. Pc: the complement is unreliable. */
export type ReliabilityFlag = 'P0' | 'Pdf' | 'Pc';

/** What the standard says about showing a proportion, and the numbers it looked at. */
export interface Reliability {
  decision: 'show' | 'suppress';
  reasons: SuppressReason[];
  /** analyst review (P0, Pdf) or a footnote (Pc); empty when suppressed */
  flags: ReliabilityFlag[];
  kornGraubard: KornGraubard;
  absoluteWidth: number | null;
  /** width over the proportion; null at 0 */
  relativeWidth: number | null;
  /** width over the complement; null at 1 */
  relativeWidthComplement: number | null;
}

const smallSample = 30;
const fewDf = 8;

/**
 * NCHS presentation standards for proportions (Parker et al. 2017, Vital and Health Statistics
 * 2(175)), judged on the 95 % Korn-Graubard interval whatever interval is shown.
 *
 * The sample size is the number of rows with a positive weight.
 *
 * @param estimate a proportion; an undefined one is suppressed
 */
export function nchsStandard(estimate: Estimate): Reliability {
  const limits = kornGraubard(estimate, estimate.df, 0.95);
  const width = limits.low === null || limits.high === null ? null : limits.high - limits.low;
  const p = estimate.value;
  const relativeWidth = width === null || p === null || p <= 0 ? null : width / p;
  const relativeWidthComplement = width === null || p === null || p >= 1 ? null : width / (1 - p);
  const reason = suppressReason(estimate, limits, width, relativeWidth);
  const flags: ReliabilityFlag[] = [];
  if (!reason) {
    if (p === 0 || p === 1) flags.push('P0');
    if (estimate.df === null || estimate.df < fewDf) flags.push('Pdf');
    const isWide = width !== null && width > 0.05;
    if (isWide && relativeWidthComplement !== null && relativeWidthComplement > 1.3)
      flags.push('Pc');
  }
  return {
    decision: reason ? 'suppress' : 'show',
    reasons: reason ? [reason] : [],
    flags,
    kornGraubard: limits,
    absoluteWidth: width,
    relativeWidth,
    relativeWidthComplement
  };
}

function suppressReason(
  { nPositive: n, value }: Estimate,
  { nEffCapped }: KornGraubard,
  width: number | null,
  relativeWidth: number | null
): SuppressReason | null {
  if (n === 0) return 'no_observations';
  if (n < smallSample || value === null) return 'sample_size_lt_30';
  if (nEffCapped === null || nEffCapped < smallSample) return 'effective_sample_size_lt_30';
  if (width === null || width >= 0.3) return 'absolute_width_ge_0.30';
  // At 0 the width over the proportion is beyond every limit.
  if (width > 0.05 && (relativeWidth === null || relativeWidth > 1.3))
    return 'relative_width_gt_130pct';
  return null;
}
