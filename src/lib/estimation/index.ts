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
export { crossTabulate } from './contingency';
export { testIndependence } from './rao-scott';
export { tTestOfGroups, tTestOfMean } from './t-test';
export { estimateQuantile, quantiles } from './quantile';
export { quantileRules } from './quantile-rules';
export { fitRegression } from './regression';
export { ModelError } from './model-error';
export { estimateStandardized } from './standardize';
export { kish } from './kish';
export { kornGraubard, proportionInterval } from './proportion-interval';
export { nchsStandard } from './reliability';
export { adjustP } from './adjust-p';
export { estimateDeprivation } from './alkire-foster';
export {
  bestAndWorst,
  hasEnoughGroups,
  inOrder,
  measureBetweenVariance,
  measureDisparity,
  profileGroups
} from './disparity';
export * as disparityMeasures from './disparity-measures';
export * as disparityGradient from './disparity-gradient';
export { bootstrapDisparity } from './disparity-bootstrap';
export { estimateSlopeIndex } from './slope-index';
export { estimateConcentration, estimateGini } from './concentration';
export { jackknifeVariance } from './jackknife';
export { compareItems, jointTest } from './joint-test';
export { ratingAgreement, surveyKappa } from './kappa';
export { scaleReliability } from './cronbach';
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
export type { Crosstab } from './contingency';
export type { ChiSquareTest, FTest, IndependenceTest, NoTestReason } from './rao-scott';
export type { TTest, TTestOptions } from './t-test';
export type { QuantileEstimate, QuantileOptions, Quantiles } from './quantile';
export type { QuantileRule } from './quantile-rules';
export type { Coefficient, Regression, RegressionOptions } from './regression';
export type { Link } from './fit-model';
export type { ModelTerm } from './model-columns';
export type { ModelErrorCode } from './model-error';
export type { Standardized, StandardizeOptions } from './standardize';
export type { Kish } from './kish';
export type { Reliability, ReliabilityFlag, SuppressReason } from './reliability';
export type { DomainFrame } from './tabulate-categories';
export type { Point } from './point';
export type { Score } from './score';
export type { Tabulation, TabulationRequest } from './tabulation';
export type { AdjustMethod } from './adjust-p';
export type { Deprivation, DeprivationParts, GroupDeprivation } from './alkire-foster';
export type { GroupProfile } from './disparity';
export type { DisparityMeasure, GroupRates } from './disparity-measures';
export type { Bootstrap } from './disparity-bootstrap';
export type { SlopeInequality } from './slope-index';
export type { Concentration } from './concentration';
export type { ItemComparison, JointTest } from './joint-test';
export type { Agreement, Kappa, KappaScheme } from './kappa';
export type { ScaleReliability } from './cronbach';
export type { Measured } from './measured';
