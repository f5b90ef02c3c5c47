/**
 * Measures of how unequal the rates of some groups are, with their derivatives.
 *
 * Formulas: Pearcy and Keppel (2002) for the index of disparity; World Health Organization (2013),
 * "Handbook on health inequality monitoring", for the rest. A share is a group's part of the people;
 * shares add up to 1 and count as known. `null` = the measure is not defined for these rates.
 */

/** Groups that have a rate, and what share of the people each is. */
export interface GroupRates {
  rates: readonly number[];
  shares: readonly number[];
}

/**
 * A measure and how it changes with each rate; one slope more = how it changes with the overall rate,
 * where that is an estimate of its own beside the groups.
 */
export interface Sloped {
  value: number;
  slopes: number[];
}

export type DisparityMeasure = (groups: GroupRates) => Sloped | null;

/** Rate of all groups together: sum of share x rate. */
export const overallRate = ({ rates, shares }: GroupRates): number =>
  rates.reduce((sum, rate, j) => sum + shares[j]! * rate, 0);

/** Index of the lowest or highest rate, the first of equal ones. */
export function extreme(rates: readonly number[], which: 'lowest' | 'highest'): number {
  const sign = which === 'lowest' ? 1 : -1;
  return rates.reduce((best, rate, j) => (sign * rate < sign * rates[best]! ? j : best), 0);
}

/** Mean of |rate - overall| over overall, in percent; every group counts alike. */
export const indexOfDisparity: DisparityMeasure = (groups) => {
  const found = distanceFromOverall(groups, () => 1 / groups.rates.length);
  return found && { value: found.value, slopes: [...found.slopes, found.byOverall] };
};

/** The same with each group counting by its share of the people. */
export const weightedIndexOfDisparity: DisparityMeasure = (groups) => {
  const found = distanceFromOverall(groups, (j) => groups.shares[j]!);
  if (!found) return null;
  const slopes = found.slopes.map((slope, j) => slope + found.byOverall * groups.shares[j]!);
  return { value: found.value, slopes };
};

function distanceFromOverall(groups: GroupRates, countOf: (j: number) => number) {
  const { rates } = groups;
  const overall = overallRate(groups);
  if (rates.length === 0 || overall === 0) return null;
  const signs = rates.map((rate) => Math.sign(rate - overall));
  const distance = sumOf(rates, (rate, j) => countOf(j) * Math.abs(rate - overall));
  // d/d overall of sum c |rate/overall - 1| is - sum c sign rate / overall^2.
  const pull = sumOf(rates, (rate, j) => countOf(j) * signs[j]! * rate);
  return {
    value: (100 * distance) / overall,
    slopes: rates.map((_, j) => (100 * countOf(j) * signs[j]!) / overall),
    byOverall: (-100 * pull) / overall ** 2
  };
}

/**
 * Mean of |rate - reference| over the reference for the other groups, in percent.
 *
 * @param reference index of the reference group, as the best one
 */
export const indexAgainst =
  (reference: number): DisparityMeasure =>
  ({ rates }) => {
    const base = rates[reference];
    const others = rates.length - 1;
    if (base === undefined || base === 0 || others === 0) return null;
    const scale = 100 / (others * base);
    const signs = rates.map((rate) => Math.sign(rate - base));
    const value = scale * sumOf(rates, (rate) => Math.abs(rate - base));
    const slopes = signs.map((sign) => scale * sign);
    slopes[reference] = -scale * sumOf(signs, (sign) => sign) - value / base;
    return { value, slopes };
  };

/** Difference of two groups: rate of `a` minus rate of `b`. */
export const rateDifference =
  (a: number, b: number): DisparityMeasure =>
  ({ rates }) => {
    const slopes = rates.map(() => 0);
    slopes[a]! += 1;
    slopes[b]! -= 1;
    return { value: rates[a]! - rates[b]!, slopes };
  };

/** Natural logarithm of the ratio of two groups. */
export const logRateRatio =
  (a: number, b: number): DisparityMeasure =>
  ({ rates }) => {
    if (!(rates[a]! > 0 && rates[b]! > 0)) return null;
    const slopes = rates.map(() => 0);
    slopes[a]! += 1 / rates[a]!;
    slopes[b]! -= 1 / rates[b]!;
    return { value: Math.log(rates[a]! / rates[b]!), slopes };
  };

/** Sum of share x (rate - overall)^2. */
export const betweenGroupVariance: DisparityMeasure = (groups) => {
  const { rates, shares } = groups;
  if (rates.length === 0) return null;
  const overall = overallRate(groups);
  return {
    value: sumOf(rates, (rate, j) => shares[j]! * (rate - overall) ** 2),
    slopes: rates.map((rate, j) => 2 * shares[j]! * (rate - overall))
  };
};

/** Theil index: sum of share x r ln r with r = rate / overall; a rate of 0 adds 0, its limit. */
export const theil: DisparityMeasure = (groups) => {
  const { rates, shares } = groups;
  const overall = overallRate(groups);
  if (!(overall > 0) || rates.some((rate) => rate < 0)) return null;
  const term = (rate: number): number =>
    rate === 0 ? 0 : (rate / overall) * Math.log(rate / overall);
  const value = sumOf(rates, (rate, j) => shares[j]! * term(rate));
  return {
    value,
    // The slope at a rate of 0 is minus infinity: no standard error then.
    slopes: rates.map((rate, j) => (shares[j]! / overall) * (Math.log(rate / overall) - value))
  };
};

/** Mean log deviation: sum of share x -ln(rate / overall); not defined with a rate of 0. */
export const meanLogDeviation: DisparityMeasure = (groups) => {
  const { rates, shares } = groups;
  const overall = overallRate(groups);
  if (rates.length === 0 || !rates.every((rate) => rate > 0)) return null;
  return {
    value: -sumOf(rates, (rate, j) => shares[j]! * Math.log(rate / overall)),
    slopes: rates.map((rate, j) => shares[j]! * (1 / overall - 1 / rate))
  };
};

/**
 * Population attributable risk: rate of the reference group minus the overall rate, what would change
 * if everybody had the rate of the reference. 0 where the reference is worse than the whole.
 *
 * @param lowerIsBetter a need or a disease: a lower rate is the better one
 */
export const attributableRisk =
  (reference: number, lowerIsBetter: boolean): DisparityMeasure =>
  (groups) => {
    const { rates, shares } = groups;
    const base = rates[reference];
    if (base === undefined) return null;
    const value = base - overallRate(groups);
    if (lowerIsBetter ? value > 0 : value < 0) return { value: 0, slopes: rates.map(() => 0) };
    return { value, slopes: rates.map((_, j) => (j === reference ? 1 : 0) - shares[j]!) };
  };

/** The attributable risk in percent of the overall rate. */
export const attributableFraction =
  (reference: number, lowerIsBetter: boolean): DisparityMeasure =>
  (groups) => {
    const overall = overallRate(groups);
    const risk = attributableRisk(reference, lowerIsBetter)(groups);
    if (!risk || overall === 0) return null;
    const value = (100 * risk.value) / overall;
    return {
      value,
      slopes: risk.slopes.map((slope, j) => (100 * slope - value * groups.shares[j]!) / overall)
    };
  };

export const sumOf = (
  values: readonly number[],
  term: (value: number, j: number) => number
): number => values.reduce((sum, value, j) => sum + term(value, j), 0);
