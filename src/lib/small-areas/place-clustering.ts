import { chiSquareUpper } from '$lib/estimation/distributions';
import { modelAreas } from './fay-herriot';
import type { DirectArea, NoModelReason } from './fay-herriot';

/**
 * Likeness of people of one place (intraclass correlation) from the design effect of living together:
 * (deff - 1)/(places' mean size - 1) (Kish 1965).
 *
 * @param clusterDeff design effect of places alone: that of the estimate over that of its weights
 * @param perPlace respondents per place, on average
 * @returns null where places have one respondent each
 */
export function intraclassCorrelation(clusterDeff: number, perPlace: number): number | null {
  return perPlace > 1 ? (clusterDeff - 1) / (perPlace - 1) : null;
}

/** How far places differ beyond what sampling makes of places that do not. */
export interface PlaceClustering {
  areas: number;
  /** variance of the true values of places */
  betweenVariance: number;
  /** for a proportion: betweenVariance / (mu (1 - mu)), the part of all variation that lies between places */
  share: number | null;
  /** sum of (value - mean)^2 / variance, and the chance of one as large where places do not differ */
  q: number;
  df: number;
  p: number;
}

/**
 * Is a need place-based? The variance between places by the model of small areas, and a test that
 * there is none (Cochran's Q, chi-square with places - 1 degrees of freedom).
 *
 * @param overall proportion of all places together, for the share; absent for other variables
 * @returns why not, with fewer than 8 places or a variance that is not above 0
 */
export function clusteringOfPlaces(
  direct: readonly Omit<DirectArea, 'covariate'>[],
  overall: number | null = null
): PlaceClustering | NoModelReason {
  const plain = direct.map((area) => ({ ...area, covariate: null }));
  const model = modelAreas(plain);
  if (typeof model === 'string') return model;
  const used = plain.filter(({ isReleased, value }) => isReleased && value !== null);
  const weights = used.map(({ variance }) => 1 / (variance ?? Infinity));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = used.reduce((sum, { value }, d) => sum + weights[d]! * (value ?? 0), 0) / total;
  const q = used.reduce((sum, { value }, d) => sum + weights[d]! * ((value ?? 0) - mean) ** 2, 0);
  const df = used.length - 1;
  const spread = overall === null ? 0 : overall * (1 - overall);
  return {
    areas: used.length,
    betweenVariance: model.betweenVariance,
    share: spread > 0 ? model.betweenVariance / spread : null,
    q,
    df,
    p: chiSquareUpper(q, df)
  };
}
