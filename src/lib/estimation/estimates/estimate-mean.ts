import { domainCells, shifted } from '../design/domain';
import { estimatePoint } from './estimate';
import { meanPoint, populationPoint, ratioPoint, totalPoint } from '../sums/point';
import { tabulate } from '../sums/tabulate';
import type { Design } from '../design/design';
import type { Column, Within } from '../design/domain';
import type { Estimate, EstimateOptions } from './estimate';

export interface DomainOptions extends EstimateOptions {
  /** rows forming the domain; there is no default, so every caller says it */
  within: Within;
}

/**
 * Weighted mean of a column in a domain, with linearized standard error and t interval.
 *
 * @param y length `rows`; NaN = missing, such rows leave the domain but keep their place in the design
 * @returns value in the units of `y`; null with a reason when no row of positive weight is left
 * @throws DesignError when a stratum has a single PSU and the design chose no rule
 *
 * Same numbers as R survey's `svymean`, see tests/conformance (family mean).
 */
export function estimateMean(design: Design, y: Column, options: DomainOptions): Estimate {
  const domain = domainCells(design, options.within, [y]);
  const { values, shift } = shifted(y, domain);
  const tabulation = tabulate(design, { ...domain, measures: [values] });
  return estimatePoint(tabulation, meanPoint(tabulation, [0], 1, shift), [0], options);
}

/**
 * Weighted total of a column in a domain (`svytotal`). Missing values leave the domain, they are not
 * counted as 0; meaningful only when weights expand to the population.
 */
export function estimateTotal(design: Design, y: Column, options: DomainOptions): Estimate {
  const domain = domainCells(design, options.within, [y]);
  const { values, shift } = shifted(y, domain);
  const tabulation = tabulate(design, { ...domain, measures: [values] });
  return estimatePoint(tabulation, totalPoint(tabulation, [0], 1, shift), [0], options);
}

/** Number of people the domain stands for: the sum of its weights, with its standard error. */
export function estimatePopulation(design: Design, options: DomainOptions): Estimate {
  const tabulation = tabulate(design, domainCells(design, options.within, []));
  return estimatePoint(tabulation, populationPoint(tabulation, [0]), [0], options);
}

/**
 * Ratio of two weighted totals over rows where both are known (`svyratio`).
 *
 * @returns null with reason `zero-denominator` when the denominator's total is 0
 */
export function estimateRatio(
  design: Design,
  numerator: Column,
  denominator: Column,
  options: DomainOptions
): Estimate {
  const domain = domainCells(design, options.within, [numerator, denominator]);
  // Around the ratio itself little is left of the numerator, and its products keep their digits.
  const near = plainRatio(design.weights, numerator, denominator, domain.cell);
  const rest = numerator.map((x, i) => x - near * denominator[i]!);
  const tabulation = tabulate(design, { ...domain, measures: [rest, denominator] });
  return estimatePoint(tabulation, ratioPoint(tabulation, [0], 1, 2, near), [0], options);
}

/** The ratio in few enough digits that its multiples are exact; 0 when it is none. */
function plainRatio(weights: Column, above: Column, below: Column, cell: Uint32Array): number {
  let x = 0;
  let z = 0;
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] !== 0) continue;
    x += weights[i]! * above[i]!;
    z += weights[i]! * below[i]!;
  }
  const near = Math.fround(x / z);
  return Number.isFinite(near) ? near : 0;
}
