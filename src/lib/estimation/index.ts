/** The estimation engine: designs, estimates with their covariance, intervals, reliability. */
export { DesignError } from './design-error';
export { makeDesign, simpleDesign } from './design';
export { tabulate } from './tabulate';
export { categoryCell, frameDomains, tabulateCategories } from './tabulate-categories';
export { meanPoint, ratioPoint, sharePoint, totalPoint } from './point';
export { estimatePoint } from './estimate';
export { covariance, variance } from './variance';
export { estimateMean, estimatePopulation, estimateRatio, estimateTotal } from './estimate-mean';
export { estimateProportion, proportionOf } from './estimate-proportion';
export { estimateShares, sharesOf } from './estimate-shares';
export { estimateByGroup } from './estimate-by-group';
export { compareDomains } from './compare-domains';
export { kish } from './kish';
export { kornGraubard, proportionInterval } from './proportion-interval';
export { nchsStandard } from './reliability';
export { adjustP } from './adjust-p';
export type { Design, DesignInput, LonelyRule, SamplingFrame } from './design';
export type { DesignErrorCode } from './design-error';
export type { Keys } from './units';
export type { Column, Groups, Within } from './domain';
export type {
  Estimate,
  EstimateOptions,
  IntervalMethod,
  ProportionMethod,
  UndefinedReason
} from './estimate';
export type { GroupEstimate, GroupEstimates } from './estimate-by-group';
export type { Shares } from './estimate-shares';
export type { Comparison, Derived, Side } from './compare-domains';
export type { Kish } from './kish';
export type { Reliability, ReliabilityFlag, SuppressReason } from './reliability';
export type { DomainFrame } from './tabulate-categories';
export type { Point } from './point';
export type { Score } from './score';
export type { Tabulation, TabulationRequest } from './tabulation';
export type { AdjustMethod } from './adjust-p';
