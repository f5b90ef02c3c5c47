import { domainCells, shifted } from '../design/domain';
import { tInterval } from './estimate';
import { rowCovariance, rowSample } from './row-estimates';
import type { Design } from '../design/design';
import type { Column, Groups, Within } from '../design/domain';
import type { UndefinedReason } from '../sums/point';
import type { RowSample } from './row-estimates';

export interface CombinedMeans extends RowSample {
  /** mean of each group; null without weight */
  means: (number | null)[];
  /** the sum of factor x mean; null when a group has no mean */
  value: number | null;
  se: number | null;
  reason: UndefinedReason | null;
}

/**
 * Fixed combination of the means of disjoint groups: a difference, a standardized rate.
 *
 * Standard error from one score per row, factor x w (y - mean) / W of its group, so the covariance that
 * shared clusters make is in it. Rows without a value or a group are left out but stay in the design.
 *
 * @param factors one per group
 * @throws DesignError when a stratum has a single PSU and no rule was chosen
 */
export function combineMeans(
  design: Design,
  y: Column,
  groups: Groups,
  factors: readonly number[],
  within: Within
): CombinedMeans {
  const domain = domainCells(design, within, [y], groups);
  const inside = domain.cell.map((cell) => (cell < domain.cells ? 1 : 0));
  const used = Uint8Array.from(inside);
  const { values, shift } = shifted(y, domain);
  const sample = rowSample(design, used);
  const found = groupMeans(values, domain, design.weights);
  const combined = combination(found.means, factors);
  const means = found.means.map((mean) => (Number.isNaN(mean) ? null : mean + shift));
  const base = { ...sample, means, value: null, se: null };
  if (Number.isNaN(combined)) return { ...base, reason: 'no-positive-weight' };
  const value = combined + shift * factors.reduce((sum, factor) => sum + factor, 0);
  const matrix = rowCovariance(
    design,
    {
      values: [combined],
      scores: () => [
        values.map((x, i) => {
          const g = domain.cell[i]!;
          return g < domain.cells
            ? (factors[g]! * design.weights[i]! * (x - found.means[g]!)) / found.totals[g]!
            : 0;
        })
      ],
      at: (weights) => {
        const replicate = combination(groupMeans(values, domain, weights).means, factors);
        return Number.isNaN(replicate) ? null : [replicate];
      }
    },
    used
  );
  if (!matrix) return { ...base, value, reason: 'every-stratum-lonely' };
  return { ...base, value, se: Math.sqrt(Math.max(0, matrix[0]!)), reason: null };
}

function groupMeans(
  y: Column,
  { cell, cells }: { cell: Uint32Array; cells: number },
  weights: Float64Array
): { means: number[]; totals: Float64Array } {
  const totals = new Float64Array(cells);
  const sums = new Float64Array(cells);
  for (let i = 0; i < cell.length; i++) {
    const g = cell[i]!;
    if (g >= cells) continue;
    totals[g]! += weights[i]!;
    sums[g]! += weights[i]! * y[i]!;
  }
  return {
    means: Array.from(sums, (sum, g) => (totals[g] === 0 ? NaN : sum / totals[g]!)),
    totals
  };
}

const combination = (means: readonly number[], factors: readonly number[]): number =>
  means.reduce((sum, mean, g) => sum + factors[g]! * mean, 0);

/** Interval of a combination with given degrees of freedom; null parts where there is none. */
export function combinedInterval(
  { value, se }: Pick<CombinedMeans, 'value' | 'se'>,
  df: number | null,
  level: number
): { low: number | null; high: number | null } {
  return tInterval({ value, se }, df, level) ?? { low: null, high: null };
}
