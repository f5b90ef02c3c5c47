import { normalQuantile } from '$lib/estimation/numeric/distributions';

/** The direct estimate of one area: what its own respondents say. */
export interface DirectArea {
  id: string;
  /** null = the area has no respondents */
  value: number | null;
  /** sampling variance; smoothed for proportions (`smoothedVariances`), or an area of all yes has 0 */
  variance: number | null;
  /** may be shown; a suppressed area takes no part, or the model would give its value away */
  isReleased: boolean;
  /** known for the whole area, as a share from a census; absent or null = none */
  covariate?: number | null;
}

/** An area's estimate after borrowing from the others. */
export interface ModelledArea {
  id: string;
  direct: number;
  value: number;
  /** root of the mean square error of `value` */
  rmse: number;
  low: number;
  high: number;
  /** weight of the area's own data, 0..1 */
  gamma: number;
  /** what the model expects of an area like this one */
  expected: number;
  /** gamma below 0.3: mostly the average of the areas */
  isMostlyExpected: boolean;
}

export interface SmallAreaModel {
  areas: ModelledArea[];
  /** variance of the true values around what the model expects */
  betweenVariance: number;
  /** intercept, and slope of the covariate when there is one */
  coefficients: number[];
  level: number;
}

/** Why there is no model. */
export type NoModelReason =
  | 'too-few-areas'
  | 'variance-not-positive'
  /** some areas have a covariate, some do not */
  | 'covariate-missing'
  | 'covariate-constant';

/** Fewer areas than this do not tell how much areas differ. */
export const fewestAreas = 8;

/** Below this weight of its own data an area shows little but the average. */
const mostlyExpected = 0.3;

interface UsedArea {
  id: string;
  y: number;
  psi: number;
  x: readonly number[];
}

/**
 * Empirical Bayes estimates of areas with few respondents each: every area's own estimate drawn
 * towards what its covariate (or the average) says, the more so the fewer its respondents.
 *
 * Areas that are suppressed or have no estimate are left out of the model and of the result.
 *
 * @returns the model, or why there is none: fewer than 8 areas, a sampling variance that is not above
 *   0, a covariate that some areas lack or that never varies
 *
 * Fay and Herriot (1979); variance between areas by moments and mean square error by Prasad and Rao
 * (1990): gamma psi + (1 - gamma)^2 x'(sum xx'/(sigma^2 + psi))^-1 x + 2 g3. Where areas hardly differ
 * the mean square error is too large rather than too small.
 */
export function modelAreas(
  direct: readonly DirectArea[],
  { level = 0.95 }: { level?: number } = {}
): SmallAreaModel | NoModelReason {
  const used = usable(direct);
  if (typeof used === 'string') return used;
  const sigma2 = betweenVariance(used);
  const fit = weightedFit(used, (area) => 1 / (sigma2 + area.psi));
  if (!fit) return 'covariate-constant';
  // Asymptotic variance of the moment estimator of sigma^2.
  const spread = (2 / used.length ** 2) * sum(used, ({ psi }) => (sigma2 + psi) ** 2);
  const reach = normalQuantile((1 + level) / 2);
  const areas = used.map(({ id, y, psi, x }): ModelledArea => {
    const gamma = sigma2 / (sigma2 + psi);
    const expected = fit.at(x);
    const value = gamma * y + (1 - gamma) * expected;
    const mse =
      gamma * psi +
      (1 - gamma) ** 2 * fit.varianceAt(x) +
      (2 * psi ** 2 * spread) / (sigma2 + psi) ** 3;
    const rmse = Math.sqrt(mse);
    return {
      id,
      direct: y,
      value,
      rmse,
      low: value - reach * rmse,
      high: value + reach * rmse,
      gamma,
      expected,
      isMostlyExpected: gamma < mostlyExpected
    };
  });
  return { areas, betweenVariance: sigma2, coefficients: fit.coefficients, level };
}

function usable(direct: readonly DirectArea[]): UsedArea[] | NoModelReason {
  const released = direct.filter(({ isReleased, value }) => isReleased && value !== null);
  if (released.length < fewestAreas) return 'too-few-areas';
  if (released.some(({ variance }) => variance === null || !(variance > 0)))
    return 'variance-not-positive';
  const hasCovariate = released.some(({ covariate }) => typeof covariate === 'number');
  if (hasCovariate && released.some(({ covariate }) => typeof covariate !== 'number'))
    return 'covariate-missing';
  return released.map(({ id, value, variance, covariate }) => ({
    id,
    y: value ?? 0,
    psi: variance ?? 0,
    x: hasCovariate ? [1, covariate ?? 0] : [1]
  }));
}

/**
 * Variance between areas by moments: residual squares of the unweighted fit minus what sampling alone
 * would leave, over the degrees of freedom, at least 0. Without a covariate: S^2 - mean of psi.
 */
function betweenVariance(areas: readonly UsedArea[]): number {
  const fit = weightedFit(areas, () => 1);
  if (!fit) return 0;
  const residual = sum(areas, ({ y, x }) => (y - fit.at(x)) ** 2);
  const sampling = sum(areas, ({ psi, x }) => psi * (1 - fit.varianceAt(x)));
  return Math.max(0, (residual - sampling) / (areas.length - fit.coefficients.length));
}

interface Line {
  coefficients: number[];
  at: (x: readonly number[]) => number;
  /** x'(sum w xx')^-1 x */
  varianceAt: (x: readonly number[]) => number;
}

/** Weighted least squares on an intercept and at most one covariate; null when it never varies. */
function weightedFit(
  areas: readonly UsedArea[],
  weightOf: (area: UsedArea) => number
): Line | null {
  const total = sum(areas, weightOf);
  const meanOf = (part: (area: UsedArea) => number): number =>
    sum(areas, (area) => weightOf(area) * part(area)) / total;
  const meanY = meanOf(({ y }) => y);
  if (areas[0]?.x.length === 1)
    return { coefficients: [meanY], at: () => meanY, varianceAt: () => 1 / total };
  const covariate = (x: readonly number[]): number => x[1] ?? 0;
  const meanX = meanOf(({ x }) => covariate(x));
  const spread = sum(areas, (area) => weightOf(area) * (covariate(area.x) - meanX) ** 2);
  if (!(spread > 1e-12 * total * meanOf(({ x }) => covariate(x) ** 2))) return null;
  const slope =
    sum(areas, (area) => weightOf(area) * (covariate(area.x) - meanX) * area.y) / spread;
  return {
    coefficients: [meanY - slope * meanX, slope],
    at: (x) => meanY + slope * (covariate(x) - meanX),
    varianceAt: (x) => 1 / total + (covariate(x) - meanX) ** 2 / spread
  };
}

function sum<T>(items: readonly T[], term: (item: T) => number): number {
  return items.reduce((total, item) => total + term(item), 0);
}

/**
 * Sampling variances of area proportions as the model needs them: mean design effect x mu (1 - mu) / n.
 * A small area's own variance is as shaky as its proportion, and 0 where everybody answers alike.
 *
 * @param areas respondents and design effect of each (null = not known)
 * @param overall proportion of all areas together
 * @returns one variance per area; null without respondents, or where the overall proportion is 0 or 1
 */
export function smoothedVariances(
  areas: readonly { n: number; deff: number | null }[],
  overall: number
): (number | null)[] {
  const known = areas.flatMap(({ deff }) => (deff === null ? [] : [deff]));
  const deff = known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 1;
  const spread = deff * overall * (1 - overall);
  return areas.map(({ n }) => (n > 0 && spread > 0 ? spread / n : null));
}

/**
 * Factor that makes modelled areas add up to a total that is known better: total / sum of people x
 * value. Every value and bound is multiplied by it.
 *
 * @param sizes people in each modelled area, in its order
 * @param total of the same areas, none more
 * @returns null where the modelled areas add up to 0
 */
export function benchmarked(
  model: SmallAreaModel,
  sizes: readonly number[],
  total: number
): { model: SmallAreaModel; factor: number } | null {
  const modelled = model.areas.reduce((all, { value }, d) => all + sizes[d]! * value, 0);
  if (!(modelled > 0)) return null;
  const factor = total / modelled;
  const areas = model.areas.map((area) => ({
    ...area,
    value: factor * area.value,
    rmse: factor * area.rmse,
    low: factor * area.low,
    high: factor * area.high
  }));
  return { model: { ...model, areas }, factor };
}
