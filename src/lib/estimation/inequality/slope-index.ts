import { auxiliaryColumns } from '../design/auxiliary';
import { ridits } from './disparity-gradient';
import { domainCells } from '../design/domain';
import { estimatePoint } from '../estimates/estimate';
import { binaryCodes } from '../estimates/estimate-proportion';
import { fitModel } from '../models/fit-model';
import { place } from '../sums/score';
import { tabulate } from '../sums/tabulate';
import type { Design } from '../design/design';
import type { Column, Groups, Within } from '../design/domain';
import type { Estimate, EstimateOptions } from '../estimates/estimate';
import type { Point } from '../sums/point';
import type { Tabulation } from '../sums/tabulation';

/** A straight line, or a logistic curve for a variable of 0 and 1. */
export type SlopeModel = 'linear' | 'logit';

export interface SlopeOptions extends EstimateOptions {
  within: Within;
  model: SlopeModel;
}

/** Inequality from the bottom to the top of ordered groups, fitted on people. */
export interface SlopeInequality {
  /** slope index: fitted value at the top minus at the bottom */
  slope: Estimate;
  /** relative index: fitted value at the top over that at the bottom; interval on the log scale */
  ratio: Estimate;
}

/**
 * Slope and relative index of inequality: a weighted regression on the share of people in lower
 * groups (those of one group in its middle), read at 0 and at 1.
 *
 * @param y NaN = missing; 0 or 1 for `logit`
 * @param groups labels in their order, from least to most advantaged; rows of code 0 are left out
 * @returns null values for one group, or where a logistic curve has no finite fit
 * @throws DesignError `not-binary` for another value with `logit`; when a stratum has a single PSU and
 *   no rule was chosen
 *
 * Mackenbach and Kunst (1997). Ranks count as known, as in a regression; replicates make them anew.
 */
export function estimateSlopeIndex(
  design: Design,
  y: Column,
  groups: Groups,
  { within, model, ...options }: SlopeOptions
): SlopeInequality {
  if (model === 'logit') binaryCodes(y);
  const domain = domainCells(design, within, [y], groups);
  const tabulation = tabulate(design, { ...domain, measures: [y] });
  const cells = groups.labels.map((_, g) => g);
  const points = slopePoints(tabulation, model);
  const estimate = (point: Point | undefined): Estimate =>
    estimatePoint(
      tabulation,
      point && Number.isFinite(point.value) ? point : 'zero-denominator',
      cells,
      options
    );
  return { slope: estimate(points?.slope), ratio: onLogScale(estimate(points?.ratio)) };
}

/** An estimate above 0 with its interval on the log scale, where it stays above 0. */
export function onLogScale(estimate: Estimate): Estimate {
  const { value, high } = estimate;
  if (value === null || high === null) return estimate;
  const factor = Math.exp((high - value) / value);
  return { ...estimate, low: value / factor, high: value * factor };
}

/** The two indices as points: score w x (y - fitted), the ends of the line by the delta method. */
function slopePoints(
  tabulation: Tabulation,
  model: SlopeModel
): { slope: Point; ratio: Point } | null {
  const cells = Array.from({ length: tabulation.cells }, (_, g) => g);
  const fitAt = (sums: Float64Array, from: number): SlopeFit | null =>
    fitSlope(
      cells.map((g) => sums[from + place(tabulation, g)]!),
      cells.map((g) => sums[from + place(tabulation, g, 1)]!),
      model
    );
  const line = fitAt(tabulation.totals, 0);
  if (!line) return null;
  const { bottom, top } = line;
  const pointOf = (of: (line: SlopeFit) => number, byBottom: number, byTop: number): Point => {
    const pull = line.groups.map(
      ({ pullBottom, pullTop }) => byBottom * pullBottom + byTop * pullTop
    );
    return {
      value: of(line),
      score: {
        at: cells.flatMap((g) => [place(tabulation, g), place(tabulation, g, 1)]),
        factor: cells.flatMap((g) => [-pull[g]! * line.groups[g]!.fitted, pull[g]!]),
        within: cells,
        value: (sums, from) => {
          const found = fitAt(sums, from);
          return found ? of(found) : NaN;
        }
      },
      spread: null,
      scale: 1
    };
  };
  return {
    slope: pointOf((one) => one.top - one.bottom, -1, 1),
    ratio: pointOf(ratioOf, -top / bottom ** 2, 1 / bottom)
  };
}

/** Relative index of a fit; NaN where the line is not above 0 at both ends. */
export const ratioOf = ({ bottom, top }: Pick<SlopeFit, 'bottom' | 'top'>): number =>
  bottom > 0 && top > 0 ? top / bottom : NaN;

/** A line or curve through groups, each at the middle of its people. */
export interface SlopeFit {
  /** fitted values at rank 0 and rank 1 */
  bottom: number;
  top: number;
  /** fitted value of each group, and how a residual there moves each end */
  groups: { fitted: number; pullBottom: number; pullTop: number }[];
}

/** Fitted value of a linear predictor, and its change with the predictor at that value. */
const links = {
  linear: { mean: (x: number): number => x, change: (): number => 1 },
  logit: {
    mean: (x: number): number => 1 / (1 + Math.exp(-x)),
    change: (p: number): number => p * (1 - p)
  }
};

/**
 * The weighted fit over people of ordered groups; null where there is none with finite ends.
 *
 * @param people weight of each group, from least to most advantaged
 * @param totals of weight x y
 */
export function fitSlope(
  people: readonly number[],
  totals: readonly number[],
  model: SlopeModel
): SlopeFit | null {
  const everyone = people.reduce((sum, own) => sum + own, 0);
  const ranks = ridits(people.map((own) => own / everyone));
  const fit = fitModel(
    ...rowsOf(ranks, people, totals, model),
    model === 'linear' ? 'identity' : 'logit'
  );
  if ('column' in fit) return null;
  const [intercept = 0, slope = 0] = fit.coefficients;
  const [s0 = 0, s1 = 0, , s2 = 0] = fit.information;
  const { mean, change } = links[model];
  const [bottom, top] = [mean(intercept), mean(intercept + slope)];
  const [byBottom, byTop] = [change(bottom), change(top)];
  const room = s0 * s2 - s1 * s1;
  return {
    bottom,
    top,
    groups: ranks.map((rank) => {
      // Inverse information times (1, rank): what a residual adds to the intercept and to the slope.
      const [toIntercept, toSlope] = [(s2 - s1 * rank) / room, (s0 * rank - s1) / room];
      return {
        fitted: mean(intercept + slope * rank),
        pullBottom: byBottom * toIntercept,
        pullTop: byTop * (toIntercept + toSlope)
      };
    })
  };
}

/** Rows that have the same fit as the people: a mean for each group, or its yeses and its noes. */
function rowsOf(
  ranks: readonly number[],
  people: readonly number[],
  totals: readonly number[],
  model: SlopeModel
): [ReturnType<typeof auxiliaryColumns>, Float64Array, Float64Array] {
  const rows = ranks.flatMap((rank, g) => {
    const [weight, total] = [people[g]!, totals[g]!];
    if (!(weight > 0)) return [];
    return model === 'linear'
      ? [{ rank, y: total / weight, weight }]
      : [
          { rank, y: 1, weight: total },
          { rank, y: 0, weight: Math.max(0, weight - total) }
        ];
  });
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  return [
    auxiliaryColumns([
      { kind: 'number', values: column(() => 1) },
      { kind: 'number', values: column(({ rank }) => rank) }
    ]),
    column(({ y }) => y),
    column(({ weight }) => weight)
  ];
}
