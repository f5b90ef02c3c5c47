import { place } from '$lib/estimation/sums/score';
import type { Point } from '$lib/estimation/sums/point';
import type { Tabulation } from '$lib/estimation/sums/tabulation';

/** A weighted sum over cells: of the weights (measure 0, the default), or of a measure. */
export interface CellSum {
  cells: readonly number[];
  measure?: number;
}

/** Step of a derivative, as a share of the largest sum: balances rounding against curvature. */
const step = 1e-5;

/**
 * Any smooth function of weighted sums, such as a product of two means or an index over groups.
 *
 * Its score is the delta method's (Taylor): each sum times the derivative there, by central
 * differences, good to nine digits. Replicates compute the function itself again.
 *
 * @param of the function; NaN where it is not defined
 * @param within cells that hold the rows used
 * @returns null where the function is not defined
 */
export function smoothPoint(
  tabulation: Tabulation,
  sums: readonly CellSum[],
  of: (sums: readonly number[]) => number,
  within: readonly number[]
): Point | null {
  const places = sums.map(({ cells, measure = 0 }) =>
    cells.map((cell) => place(tabulation, cell, measure))
  );
  const read = (block: Float64Array, from: number): number[] =>
    places.map((at) => at.reduce((sum, index) => sum + block[from + index]!, 0));
  const totals = read(tabulation.totals, 0);
  const value = of(totals);
  if (!Number.isFinite(value)) return null;
  const size = step * Math.max(...totals.map(Math.abs));
  const slopes = totals.map((_, k) => {
    const at = (shift: number) => of(totals.map((total, i) => (i === k ? total + shift : total)));
    return (at(size) - at(-size)) / (2 * size);
  });
  if (!slopes.every(Number.isFinite)) return null;
  return {
    value,
    score: {
      at: places.flat(),
      factor: places.flatMap((at, k) => at.map(() => slopes[k]!)),
      within,
      value: (block, from) => of(read(block, from))
    },
    spread: null,
    scale: 1
  };
}
