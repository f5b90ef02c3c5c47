import { DesignError } from '../design/design-error';
import { domainCells } from '../design/domain';
import { estimatePoint } from './estimate';
import { withProportionInterval } from './estimate-proportion';
import { meanPoint, ratioPoint, sharePoint } from '../sums/point';
import { place } from '../sums/score';
import { tabulate } from '../sums/tabulate';
import type { SmoothFormula } from '../sums/combined-point';
import type { Design } from '../design/design';
import type { Column, Groups, Within } from '../design/domain';
import type { Estimate, EstimateOptions } from './estimate';
import type { Point, UndefinedReason } from '../sums/point';
import type { Score } from '../sums/score';
import type { Tabulation } from '../sums/tabulation';

export interface DeprivationOptions extends EstimateOptions {
  within: Within;
  /** share of the weighted indicators from which a person counts as deprived, in 0..1 */
  cutoff: number;
  /** importance of each indicator, any positive scale; absent = equal */
  importance?: readonly number[];
  /** a decomposition by these groups; rows of code 0 are in no group */
  groups?: Groups | null;
}

/** The Alkire-Foster numbers of some rows. Contributions are shares of M0 and add up to 1. */
export interface DeprivationParts {
  /** H: share of people deprived in at least the cutoff */
  headcount: Estimate;
  /** M0: headcount x intensity */
  adjusted: Estimate;
  /** A: mean share of deprivations among the deprived; null when nobody is */
  intensity: Estimate;
  /** per indicator: share of people deprived in it */
  uncensored: Estimate[];
  /** per indicator: share of people deprived in it and counted as deprived */
  censored: Estimate[];
  /** per indicator: its part of M0; null when M0 is 0 */
  contributions: Estimate[];
}

export interface GroupDeprivation extends DeprivationParts {
  label: string;
  /** share of the people in any group */
  share: Estimate;
  /** share of all deprivation of the people in any group */
  contribution: Estimate;
}

export interface Deprivation extends DeprivationParts {
  /** in the order of the labels; empty without groups */
  groups: GroupDeprivation[];
}

/** Counts that miss the cutoff by rounding alone reach it: three times a third is 1. */
const slack = 1e-12;

/**
 * Deprivation in several indicators at once, with standard errors by linearization.
 *
 * A person's count is the weighted share of indicators in which they are deprived; from `cutoff` on
 * they count as deprived. People with any indicator missing are left out.
 *
 * @param indicators columns of 1 deprived, 0 not, NaN missing
 * @throws DesignError `not-binary` on another value; when a stratum has a single PSU and no rule
 *
 * Alkire and Foster (2011), "Counting and multidimensional poverty measurement". Every number is a
 * mean or a ratio of means, so designs of every kind give its variance.
 */
export function estimateDeprivation(
  design: Design,
  indicators: readonly Column[],
  options: DeprivationOptions
): Deprivation {
  const importance = scaled(options.importance ?? indicators.map(() => 1), indicators.length);
  const { groups, ungrouped } = withUngrouped(design.rows, options.groups ?? null);
  const domain = domainCells(design, options.within, indicators, groups);
  refuseOther(indicators, domain);
  const measures = countMeasures(indicators, importance, options.cutoff);
  const tabulation = tabulate(design, { ...domain, measures });
  const everyone = groups.labels.map((_, g) => g);
  const grouped = everyone.filter((g) => g !== ungrouped);
  return {
    ...partsOf(tabulation, everyone, importance, options),
    groups: grouped.map((g) => ({
      label: groups.labels[g]!,
      ...partsOf(tabulation, [g], importance, options),
      share: estimatePoint(tabulation, sharePoint(tabulation, [g], grouped), grouped, options),
      contribution: estimatePoint(tabulation, partPoint(tabulation, g, grouped), grouped, options)
    }))
  };
}

/** Importance on the scale where it adds up to 1. */
function scaled(importance: readonly number[], indicators: number): number[] {
  if (importance.length !== indicators)
    throw new DesignError('column-length', {
      column: 'importance',
      found: importance.length,
      expected: indicators
    });
  const sum = importance.reduce((total, weight) => total + weight, 0);
  return importance.map((weight) => weight / sum);
}

/** Rows in no group are one more group, so that groups and no group make everyone. */
function withUngrouped(rows: number, groups: Groups | null): { groups: Groups; ungrouped: number } {
  const labels = groups ? [...groups.labels, ''] : [''];
  const ungrouped = labels.length - 1;
  const codes = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) codes[i] = (groups && groups.codes[i]!) || labels.length;
  return { groups: { codes, labels }, ungrouped };
}

function refuseOther(
  indicators: readonly Column[],
  { cell, cells }: { cell: Uint32Array; cells: number }
): void {
  for (const column of indicators)
    for (let i = 0; i < cell.length; i++) {
      const value = column[i]!;
      if (cell[i]! < cells && value !== 0 && value !== 1)
        throw new DesignError('not-binary', { row: i + 1, value });
    }
}

const poorMeasure = 1;
const countMeasure = 2;
const uncensoredMeasure = (j: number): number => 3 + 2 * j;
const censoredMeasure = (j: number): number => 4 + 2 * j;

/** Columns in the order of the measures above: poor, censored count, then two per indicator. */
function countMeasures(
  indicators: readonly Column[],
  importance: readonly number[],
  cutoff: number
): Float64Array[] {
  const { poor, count, censored } = countDeprivations(indicators, importance, cutoff);
  return [poor, count, ...indicators.flatMap((column, j) => [column, censored[j]!])];
}

/** What every number of a deprivation index is a mean of, person by person. */
export interface CountedDeprivations {
  /** 1 = no indicator is missing; elsewhere all other columns are 0 */
  isKnown: Uint8Array;
  /** 1 = deprived in the cutoff or more */
  poor: Float64Array;
  /** weighted share of the indicators a poor person is deprived in */
  count: Float64Array;
  /** per indicator: 1 = poor and deprived in it */
  censored: Float64Array[];
}

/**
 * Identification and censoring of Alkire and Foster (2011).
 *
 * @param indicators columns of 1 deprived, 0 not, NaN missing
 * @param importance of each indicator, adding up to 1
 */
export function countDeprivations(
  indicators: readonly Column[],
  importance: readonly number[],
  cutoff: number
): CountedDeprivations {
  const rows = indicators[0]?.length ?? 0;
  const isKnown = new Uint8Array(rows);
  const poor = new Float64Array(rows);
  const count = new Float64Array(rows);
  const censored = indicators.map(() => new Float64Array(rows));
  for (let i = 0; i < rows; i++) {
    let share = 0;
    for (let j = 0; j < indicators.length; j++) share += importance[j]! * indicators[j]![i]!;
    if (Number.isNaN(share)) continue;
    isKnown[i] = 1;
    if (share < cutoff - slack) continue;
    poor[i] = 1;
    count[i] = share;
    for (let j = 0; j < indicators.length; j++) censored[j]![i] = indicators[j]![i]!;
  }
  return { isKnown, poor, count, censored };
}

/** Contribution of one of some equally important indicators to M0, of the means [censored, count]. */
export const contributionOf = (indicators: number): SmoothFormula => ({
  value: ([censored = NaN, count = NaN]) => censored / indicators / count,
  slopes: ([censored = NaN, count = NaN]) => [
    1 / indicators / count,
    -censored / indicators / (count * count)
  ]
});

function partsOf(
  tabulation: Tabulation,
  cells: readonly number[],
  importance: readonly number[],
  options: EstimateOptions
): DeprivationParts {
  const estimate = (point: Point | UndefinedReason): Estimate =>
    estimatePoint(tabulation, point, cells, options);
  const share = (measure: number): Estimate =>
    withProportionInterval(estimate(meanPoint(tabulation, cells, measure)), options);
  return {
    headcount: share(poorMeasure),
    adjusted: estimate(meanPoint(tabulation, cells, countMeasure)),
    intensity: estimate(ratioPoint(tabulation, cells, countMeasure, poorMeasure)),
    uncensored: importance.map((_, j) => share(uncensoredMeasure(j))),
    censored: importance.map((_, j) => share(censoredMeasure(j))),
    contributions: importance.map((weight, j) =>
      estimate(times(ratioPoint(tabulation, cells, censoredMeasure(j), countMeasure), weight))
    )
  };
}

/** A point times a number that is known. */
function times(point: Point | UndefinedReason, by: number): Point | UndefinedReason {
  if (typeof point === 'string') return point;
  const { score } = point;
  return {
    ...point,
    value: by * point.value,
    score: {
      ...score,
      factor: score.factor.map((factor) => by * factor),
      value: (sums, from) => by * score.value(sums, from)
    }
  };
}

/** Share of a cell in the censored counts of some cells: a ratio of totals over those cells. */
function partPoint(
  tabulation: Tabulation,
  cell: number,
  within: readonly number[]
): Point | UndefinedReason {
  const at = within.map((c) => place(tabulation, c, countMeasure));
  const own = place(tabulation, cell, countMeasure);
  const valueOf = (sums: Float64Array, from: number): number =>
    sums[from + own]! / at.reduce((total, p) => total + sums[from + p]!, 0);
  if (tabulation.totals[place(tabulation, cell)] === 0) return 'no-positive-weight';
  const total = at.reduce((sum, p) => sum + tabulation.totals[p]!, 0);
  if (total === 0) return 'zero-denominator';
  const value = valueOf(tabulation.totals, 0);
  const score: Score = {
    at,
    factor: at.map((p) => ((p === own ? 1 : 0) - value) / total),
    within,
    value: valueOf
  };
  return { value, score, spread: null, scale: 1 };
}
