/** Weights that make a sample look like its population. */
export { makeWeights } from './make-weights';
export { rake, poststratify } from './rake';
export { calibrate } from './calibrate';
export { trim, usualCap } from './trim';
export { casperWeights } from './casper';
export { crossMargin } from './cross-margin';
export { checkMargins, unknownLabel } from './margin';
export { readMargins } from './read-margins';
export { spreadOf } from './spread';
export { WeightingError } from './problem';
export type { MadeWeights, TrimRule, WeightingReport, WeightingTask } from './make-weights';
export type { Margin, MarginOptions } from './margin';
export type { MarginCell } from './cross-margin';
export type { TypedMargin } from './read-margins';
export type { CategoryFit, MarginFit, Spread } from './spread';
