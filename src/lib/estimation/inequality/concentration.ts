import {
  concentrationAt,
  concentrationScores,
  concentrationWithout,
  rankRows
} from './concentration-sums';
import { domainCells } from '../design/domain';
import { jackknifeVariance } from '../estimates/jackknife';
import { undefinedMeasure, withInterval } from '../estimates/measured';
import { rowCovariance, rowSample } from '../estimates/row-estimates';
import type { Design } from '../design/design';
import type { Column, Within } from '../design/domain';
import type { EstimateOptions } from '../estimates/estimate';
import type { Measured } from '../estimates/measured';
import type { RowSample } from '../estimates/row-estimates';

export interface ConcentrationOptions extends EstimateOptions {
  within: Within;
  /** lowest and highest value the variable can take; [0, 1] for a share. Absent = unbounded */
  bounds?: readonly [low: number, high: number] | null;
}

/** How a variable is spread over people ranked by another. Standard errors by linearization. */
export interface Concentration extends RowSample {
  mean: Measured;
  /** C in -1..1: below 0 the lowest ranks have more of it */
  index: Measured;
  /** mean x C, the absolute version */
  generalized: Measured;
  /** C (b - a) mean / ((mean - a)(b - mean)); null without bounds */
  wagstaff: Measured | null;
  /** 4 mean C / (b - a); null without bounds */
  erreygers: Measured | null;
  /** standard error of C by leaving out each PSU in turn; computed when it is called */
  jackknifeError: () => number | null;
}

/**
 * Concentration index of a variable over people ranked by another, with weights:
 * C = 2 cov(y, R) / mean, R the share of people ranked lower, people of equal rank in the middle.
 *
 * @param y NaN = missing; its mean must not be 0
 * @param rank NaN = missing; any scale, only the order counts
 * @throws DesignError when a stratum has a single PSU and no rule was chosen
 *
 * Wagstaff, Paci and van Doorslaer (1991); bounded variables: Wagstaff (2005), Erreygers (2009).
 * Linearization of a double sum of weights (Binder and Kovacevic 1995).
 */
export function estimateConcentration(
  design: Design,
  y: Column,
  rank: Column,
  { within, bounds = null, df: which, level = 0.95 }: ConcentrationOptions
): Concentration {
  const inside = domainCells(design, within, [y, rank]).cell.map((c) => 1 - c);
  const used = Uint8Array.from(inside, (x, i) => (design.excluded?.[i] ? 0 : x));
  const ranking = rankRows(used, rank);
  const sample = rowSample(design, used);
  const sums = concentrationAt(ranking, y, design.weights);
  const jackknifeError = (): number | null => {
    const variance = jackknifeVariance(design, used, {
      at: (weights) => concentrationAt(ranking, y, weights)?.index ?? null,
      ...(sums && { without: concentrationWithout(ranking, y, design.weights, sums) })
    });
    return variance === null ? null : Math.sqrt(variance);
  };
  if (!sums) {
    const mean = { ...undefinedMeasure, value: sample.sumWeights > 0 ? 0 : null };
    return { ...sample, ...undefinedParts(bounds !== null), mean, jackknifeError };
  }
  const covariance = rowCovariance(
    design,
    {
      values: [sums.index, sums.mean],
      scores: () => concentrationScores(ranking, y, design.weights, sums),
      at: (weights) => {
        const found = concentrationAt(ranking, y, weights);
        return found && [found.index, found.mean];
      }
    },
    used
  );
  const df = which === 'full' ? design.dfFull : sample.df;
  const measured = (value: number, byIndex: number, byMean: number): Measured =>
    withInterval(value, covariance && quadratic(covariance, byIndex, byMean), { df, level });
  const { index, mean } = sums;
  return {
    ...sample,
    mean: measured(mean, 0, 1),
    index: measured(index, 1, 0),
    generalized: measured(mean * index, mean, index),
    wagstaff: bounds && wagstaffOf(index, mean, bounds, measured),
    erreygers: bounds && erreygersOf(index, mean, bounds, measured),
    jackknifeError
  };
}

type Measure = (value: number, byIndex: number, byMean: number) => Measured;

const undefinedParts = (hasBounds: boolean) => ({
  index: undefinedMeasure,
  generalized: undefinedMeasure,
  wagstaff: hasBounds ? undefinedMeasure : null,
  erreygers: hasBounds ? undefinedMeasure : null
});

function wagstaffOf(
  index: number,
  mean: number,
  [low, high]: readonly [number, number],
  measured: Measure
): Measured {
  const room = (mean - low) * (high - mean);
  if (!(room > 0)) return undefinedMeasure;
  const factor = ((high - low) * mean) / room;
  // d/dm of m / ((m - a)(b - m)) = (m^2 - ab) / ((m - a)(b - m))^2.
  const byMean = ((high - low) * (mean * mean - low * high)) / (room * room);
  return measured(index * factor, factor, index * byMean);
}

function erreygersOf(
  index: number,
  mean: number,
  [low, high]: readonly [number, number],
  measured: Measure
): Measured {
  if (!(high > low)) return undefinedMeasure;
  const factor = 4 / (high - low);
  return measured(factor * mean * index, factor * mean, factor * index);
}

const quadratic = (v: Float64Array, a: number, b: number): number =>
  a * a * v[0]! + 2 * a * b * v[1]! + b * b * v[3]!;

/** Gini coefficient: the concentration of a variable over people ranked by itself. */
export const estimateGini = (
  design: Design,
  y: Column,
  options: Omit<ConcentrationOptions, 'bounds'>
): Pick<Concentration, keyof RowSample | 'mean' | 'index' | 'jackknifeError'> =>
  estimateConcentration(design, y, y, options);
