/** The estimation engine: designs, estimates with their covariance, intervals, reliability. */
export { DesignError } from './design/design-error';
export { makeDesign, simpleDesign } from './design/design';
export { tabulate } from './sums/tabulate';
export { categoryCell, frameDomains, tabulateCategories } from './sums/tabulate-categories';
export { meanPoint, ratioPoint, sharePoint, totalPoint } from './sums/point';
export { estimatePoint } from './estimates/estimate';
export { covariance, variance } from './sums/variance';
export {
  estimateMean,
  estimatePopulation,
  estimateRatio,
  estimateTotal
} from './estimates/estimate-mean';
export { estimateProportion, proportionOf } from './estimates/estimate-proportion';
export { estimateShares, sharesOf } from './estimates/estimate-shares';
export { estimateByGroup } from './estimates/estimate-by-group';
export { compareDomains } from './comparisons/compare-domains';
export { crossTabulate } from './comparisons/contingency';
export { testIndependence } from './comparisons/rao-scott';
export { tTestOfGroups, tTestOfMean } from './comparisons/t-test';
export { estimateQuantile, quantiles } from './estimates/quantile';
export { quantileRules } from './estimates/quantile-rules';
export { fitRegression } from './models/regression';
export { ModelError } from './models/model-error';
export { estimateStandardized } from './estimates/standardize';
export { kish } from './estimates/kish';
export { kornGraubard, proportionInterval } from './estimates/proportion-interval';
export { nchsStandard } from './estimates/reliability';
export { adjustP } from './comparisons/adjust-p';
export { estimateDeprivation } from './estimates/alkire-foster';
export {
  bestAndWorst,
  hasEnoughGroups,
  inOrder,
  measureBetweenVariance,
  measureDisparity,
  profileGroups
} from './inequality/disparity';
export * as disparityMeasures from './inequality/disparity-measures';
export * as disparityGradient from './inequality/disparity-gradient';
export { bootstrapDisparity } from './inequality/disparity-bootstrap';
export { estimateSlopeIndex } from './inequality/slope-index';
export { estimateConcentration, estimateGini } from './inequality/concentration';
export { jackknifeVariance } from './estimates/jackknife';
export { compareItems, jointTest } from './comparisons/joint-test';
export { ratingAgreement, surveyKappa } from './estimates/kappa';
export { scaleReliability } from './estimates/cronbach';
export type { Design, DesignInput, LonelyRule, SamplingFrame } from './design/design';
export type { DesignErrorCode } from './design/design-error';
export type { Keys } from './design/units';
export type { Column, Groups, TabulationRequest, Within } from './design/domain';
export type {
  Estimate,
  EstimateOptions,
  IntervalMethod,
  ProportionMethod
} from './estimates/estimate';
export type { GroupEstimate, GroupEstimates } from './estimates/estimate-by-group';
export type { Shares } from './estimates/estimate-shares';
export type { Comparison, Derived, Side } from './comparisons/compare-domains';
export type { Crosstab } from './comparisons/contingency';
export type { ChiSquareTest, IndependenceTest, NoTestReason } from './comparisons/rao-scott';
export type { FTest } from './comparisons/wald-independence';
export type { TTest, TTestOptions } from './comparisons/t-test';
export type { QuantileEstimate, QuantileOptions, Quantiles } from './estimates/quantile';
export type { QuantileRule } from './estimates/quantile-rules';
export type { Coefficient, Regression, RegressionOptions } from './models/regression';
export type { Link } from './models/fit-model';
export type { ModelTerm } from './models/model-columns';
export type { ModelErrorCode } from './models/model-error';
export type { Standardized, StandardizeOptions } from './estimates/standardize';
export type { Kish } from './estimates/kish';
export type { Reliability, ReliabilityFlag, SuppressReason } from './estimates/reliability';
export type { DomainFrame } from './sums/tabulate-categories';
export type { Point, UndefinedReason } from './sums/point';
export type { Score } from './sums/score';
export type { Tabulation } from './sums/tabulation';
export type { AdjustMethod } from './comparisons/adjust-p';
export type { Deprivation, DeprivationParts, GroupDeprivation } from './estimates/alkire-foster';
export type { GroupProfile } from './inequality/disparity';
export type { DisparityMeasure, GroupRates } from './inequality/disparity-measures';
export type { Bootstrap } from './inequality/disparity-bootstrap';
export type { SlopeInequality } from './inequality/slope-index';
export type { Concentration } from './inequality/concentration';
export type { ItemComparison, JointTest } from './comparisons/joint-test';
export type { Agreement, Kappa, KappaScheme } from './estimates/kappa';
export type { ScaleReliability } from './estimates/cronbach';
export type { Measured } from './estimates/measured';
