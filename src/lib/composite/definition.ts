import type { Labels } from '$lib/codebook/codebook';

/** How an indicator is brought to one scale before it is weighted. Goalposts are the index's own. */
export const normalizations = ['goalposts', 'min-max', 'z-score', 'percentile-rank'] as const;
export type Normalization = (typeof normalizations)[number];

/** How scores are put together; the geometric mean lets a good score make up less for a bad one. */
export const aggregations = ['arithmetic', 'geometric'] as const;
export type Aggregation = (typeof aggregations)[number];

/** One indicator of an index, with the goalposts that stay with the index version. */
export interface IndexIndicator {
  /** key of the instance: "unmet-need:rent" */
  key: string;
  labels: Labels;
  direction: 'higher-is-better' | 'lower-is-better';
  /** value that scores one end, and the other: fixed, so that waves can be compared */
  low: number;
  high: number;
}

/** What an index version fixes. It never changes; a change is a new version. */
export interface IndexDefinition {
  indicators: readonly IndexIndicator[];
  /** one weight for each indicator, at least 0, adding up to 1 */
  weights: readonly number[];
  aggregation: Aggregation;
}

/**
 * Values of every indicator in every area, and the covariance of all of them.
 * Value of indicator j in area d stands at `d * indicators + j`.
 */
export interface AreaValues {
  areas: readonly string[];
  indicators: number;
  values: readonly number[];
  covariance: readonly (readonly number[])[];
}

/** An index is 0 to 100, and 100 is the greatest need. */
export const indexTop = 100;
