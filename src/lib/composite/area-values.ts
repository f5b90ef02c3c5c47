import { groupCovariance } from '$lib/estimation/estimates/estimate-by-group';
import { ratioPoint } from '$lib/estimation/sums/point';
import { tabulate } from '$lib/estimation/sums/tabulate';
import type { Design } from '$lib/estimation/design/design';
import type { AreaValues } from './definition';

/**
 * Shares of several columns in several areas with their joint covariance, in one pass: people answer
 * about all indicators, and clusters may reach over areas, so none of them is independent.
 *
 * @param columns 1 in the numerator, 0 in the rest of the base, NaN outside; one for each indicator
 * @param codes area of each row; 0 = in none
 * @param areas the areas wanted, each with its code
 * @returns values in the order of the areas, within each in that of the columns; NaN without weight, and
 *   for covariances that the design does not give
 * @throws DesignError `lonely-psu` under the rule `fail`
 */
export function areaValues(
  design: Design,
  columns: readonly Float64Array[],
  codes: ArrayLike<number>,
  areas: readonly { area: string; code: number }[]
): AreaValues {
  const cellOf = new Map(areas.map(({ code }, d) => [code, d]));
  const cell = Uint32Array.from(
    { length: design.rows },
    (_, i) => cellOf.get(codes[i]!) ?? areas.length
  );
  // Each share is a ratio of two sums over the area, so that every column keeps its own base.
  const measures = columns.flatMap((column) => [
    column.map((value) => (value === 1 ? 1 : 0)),
    column.map((value) => (Number.isNaN(value) ? 0 : 1))
  ]);
  const tabulation = tabulate(design, { cell, cells: areas.length, measures });
  const points = areas.flatMap((_, d) =>
    columns.map((_, j) => ratioPoint(tabulation, [d], 2 * j + 1, 2 * j + 2))
  );
  return {
    areas: areas.map(({ area }) => area),
    indicators: columns.length,
    values: points.map((point) => (typeof point === 'string' ? NaN : point.value)),
    covariance: groupCovariance(tabulation, points) ?? points.map(() => points.map(() => NaN))
  };
}
